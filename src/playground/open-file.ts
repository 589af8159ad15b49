import { decodeSource, UndecodableSource } from '../simulator/decode-source.ts';
import { MAX_SOURCE_BYTES, tidyName, tidySource } from '../workbench/program/playground-program.ts';

export type OpenedFile =
  | { readonly name: string; readonly source: string; readonly problem: null }
  | { readonly problem: string };

/** Reads a program that the reader has chosen or dropped. It stays in the browser. */
export async function openFile(file: File): Promise<OpenedFile> {
  if (!/\.pyw?$/i.test(file.name)) {
    return { problem: `Expected a file whose name ends in .py, found “${file.name}”.` };
  }
  if (file.size > MAX_SOURCE_BYTES) {
    const [most, size] = [MAX_SOURCE_BYTES, file.size].map((bytes) => Math.ceil(bytes / 1024));
    return {
      problem: `“${file.name}” has ${size} KB; the playground opens files up to ${most} KB.`,
    };
  }
  try {
    const text = decodeSource(new Uint8Array(await file.arrayBuffer()), file.name);
    return { name: tidyName(file.name), source: tidySource(text), problem: null };
  } catch (error) {
    if (!(error instanceof UndecodableSource)) {
      return { problem: `“${file.name}” could not be read. Is it still where it was?` };
    }
    return {
      problem: `“${file.name}” cannot be read, by Python neither: ${error.message}. Save it as UTF-8, and open it again.`,
    };
  }
}

const MOST_PROBLEMS = 3;

/** In one text: what is wrong with the first of several files, and how many more there are. */
export function listProblems(problems: readonly string[]): string {
  const more = problems.length - MOST_PROBLEMS;
  const rest = more > 0 ? [`${more} more ${more === 1 ? 'file was' : 'files were'} refused.`] : [];
  return [...problems.slice(0, MOST_PROBLEMS), ...rest].join(' ');
}
