/** Turns the arguments of a command into the files that are meant. Reads no file. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isDefinitionName } from './definition-names.ts';
import { type FileProblem, fileProblem, type PathProblem } from './file-problem.ts';
import { looksLikeGlob, parseGlob } from './glob.ts';
import { walk } from './walk.ts';

export interface Inputs {
  /** Paths in the order of the arguments, each once; `-` is standard input. */
  readonly paths: readonly string[];
  readonly problems: readonly PathProblem[];
  /** Folders in which there is no definition. */
  readonly empty: readonly string[];
}

/** Standard input as an argument. */
export const standardInput = '-';

/** Finds the files that arguments mean: files by name, and the definitions of folders and patterns. */
export async function findInputs(args: readonly string[]): Promise<Inputs> {
  const paths = new Map<string, string>();
  const problems: PathProblem[] = [];
  const empty: string[] = [];
  const add = (file: string) => {
    const key = file === standardInput ? file : path.resolve(file);
    if (!paths.has(key)) paths.set(key, file);
  };
  const addBelow = async (folder: string, wanted: (relative: string) => boolean): Promise<number> => {
    const found = await walk(folder, (relative) => isDefinitionName(relative) && wanted(relative));
    for (const relative of found.files) add(path.join(folder, relative));
    for (const failure of found.failures) {
      problems.push({ path: path.join(folder, failure.folder), problem: fileProblem(failure.error) });
    }
    return found.files.length + found.failures.length;
  };
  for (const arg of args) {
    const kind = arg === standardInput ? 'file' : await kindOf(arg);
    if (kind === 'file') {
      add(arg);
    } else if (kind === 'folder') {
      if ((await addBelow(arg, () => true)) === 0) empty.push(arg);
    } else if (kind.kind === 'missing' && looksLikeGlob(arg)) {
      const glob = parseGlob(arg);
      const base = await kindOf(glob.base);
      const count = base === 'folder' ? await addBelow(glob.base, (relative) => glob.matches(relative)) : 0;
      if (count === 0) problems.push({ path: arg, problem: { kind: 'no-match' } });
    } else {
      problems.push({ path: arg, problem: kind });
    }
  }
  return { paths: [...paths.values()], problems, empty };
}

async function kindOf(file: string): Promise<'file' | 'folder' | FileProblem> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return fileProblem(error);
  }
}
