/** Reads a file or standard input as UTF-8 text, never more of it than a check could use. */
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type FileProblem, fileProblem } from './file-problem.ts';

/** Longest text that is checked, in UTF-16 code units. Longer ones are reported as a finding. */
export const maxTextLength = 16 * 1024 * 1024;

/** As many bytes hold more than `maxTextLength` code units, whatever the characters: none has more than 3 for one. */
const mostBytes = 3 * maxTextLength + 3;

export type TextResult =
  | {
      readonly kind: 'ok';
      /** Without the byte order mark, as editors count. */
      readonly text: string;
      readonly byteOrderMark: boolean;
    }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

/** Reads a file. Works for pipes too, such as `<(command)` of a shell. */
export async function readTextFile(file: string): Promise<TextResult> {
  try {
    const handle = await open(file, 'r');
    try {
      return await readText(handle.createReadStream({ autoClose: false }));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { kind: 'problem', problem: fileProblem(error) };
  }
}

/** Reads a stream to its end. */
export async function readText(stream: Readable): Promise<TextResult> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size > mostBytes) break;
    }
  } catch (error) {
    return { kind: 'problem', problem: fileProblem(error) };
  }
  return decode(Buffer.concat(chunks), size > mostBytes);
}

/** @param truncated the bytes may end in the middle of a character. */
function decode(bytes: Buffer, truncated: boolean): TextResult {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { kind: 'problem', problem: { kind: 'utf16' } };
  }
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    const text = decoder.decode(bytes, { stream: truncated });
    const byteOrderMark = text.startsWith('\uFEFF');
    return { kind: 'ok', text: byteOrderMark ? text.slice(1) : text, byteOrderMark };
  } catch {
    return { kind: 'problem', problem: { kind: 'not-utf8' } };
  }
}
