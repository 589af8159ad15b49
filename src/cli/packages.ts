/** Wheels that the command line has been given. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { missingAmong, packageFiles } from '../packages/site-packages.ts';
import { readWheel, type Wheel } from '../packages/wheel.ts';

export interface Packages {
  /** For the program, by their absolute paths. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** What is worth saying of them, a line each. */
  readonly notes: readonly string[];
}

/**
 * @param paths of wheels.
 * @throws {Error} where one can't be read or can't run here, and says why.
 */
export async function readPackages(paths: readonly string[]): Promise<Packages> {
  const wheels: Wheel[] = [];
  for (const path of paths) {
    const bytes = await readFile(path).catch((error: Error) => {
      throw new Error(`cannot read ${path}: ${error.message}`);
    });
    wheels.push(await readWheel(basename(path), bytes));
  }
  const notes = [...missingAmong(wheels)].map(
    ([name, missing]) =>
      `${name} needs ${missing.join(', ')}: give ${missing.length === 1 ? 'its wheel' : 'their wheels'} with --package as well`,
  );
  return { files: packageFiles(wheels), notes };
}
