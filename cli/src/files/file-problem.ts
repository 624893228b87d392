/** Why a file cannot be read or written, as data. */

export type FileProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'no-permission' }
  | { readonly kind: 'folder' }
  | { readonly kind: 'not-utf8' }
  | { readonly kind: 'utf16' }
  /** A pattern that no file matches. */
  | { readonly kind: 'no-match' }
  /** Anything else; `detail` is the system's code. */
  | { readonly kind: 'system'; readonly detail: string };

/** A path with what is wrong with it. */
export interface PathProblem {
  readonly path: string;
  readonly problem: FileProblem;
}

/** The problem behind an error of the file system. */
export function fileProblem(error: unknown): FileProblem {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'missing' };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'no-permission' };
    case 'EISDIR':
      return { kind: 'folder' };
    default:
      return { kind: 'system', detail: code ?? (error instanceof Error ? error.name : 'unknown') };
  }
}
