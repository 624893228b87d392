/** What is wrong with a file, for people. */
import type { Messages } from '../texts/messages-en.ts';
import { definitionPatterns } from './definition-names.ts';
import type { PathProblem } from './file-problem.ts';

/** One sentence or two that begin with the path. */
export function problemText({ path, problem }: PathProblem, { file }: Messages): string {
  switch (problem.kind) {
    case 'missing':
      return file.missing(path);
    case 'no-permission':
      return file.noPermission(path);
    case 'folder':
      return file.folder(path);
    case 'not-utf8':
      return file.notUtf8(path);
    case 'utf16':
      return file.utf16(path);
    case 'no-match':
      return file.noMatch(path, definitionPatterns);
    case 'system':
      return file.system(path, problem.detail);
  }
}
