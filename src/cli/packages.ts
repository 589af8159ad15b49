/** Wheels that the command line has been given. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { compileModules } from '../packages/compile.ts';
import { packKept, unpackKept } from '../packages/kept.ts';
import { missingAmong, packageFiles } from '../packages/site-packages.ts';
import { readWheel, type Wheel } from '../packages/wheel.ts';
import type { Simulator } from '../simulator/simulator.ts';

export interface Packages {
  /** For the program, by their absolute paths. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** What is worth saying of them, a line each. */
  readonly notes: readonly string[];
}

/**
 * Beside each wheel its compiled modules are kept, where that may be.
 *
 * @param paths of wheels.
 * @throws {Error} where one can't be read or can't run here, and says why.
 */
export async function readPackages(
  simulator: Simulator,
  paths: readonly string[],
): Promise<Packages> {
  const wheels: Wheel[] = [];
  const compiled: Pick<Wheel, 'files'>[] = [];
  for (const path of paths) {
    const packed = await readFile(path).catch((error: Error) => {
      throw new Error(`cannot read ${path}: ${error.message}`);
    });
    const wheel = await readWheel(basename(path), packed);
    wheels.push(wheel);
    compiled.push({ files: await modulesOf(simulator, wheel, packed, `${path}.compiled`) });
  }
  const notes = [...missingAmong(wheels)].map(
    ([name, missing]) =>
      `${name} needs ${missing.join(', ')}: give ${missing.length === 1 ? 'its wheel' : 'their wheels'} with --package as well`,
  );
  return { files: packageFiles([...wheels, ...compiled]), notes };
}

async function modulesOf(
  simulator: Simulator,
  wheel: Wheel,
  packed: Uint8Array,
  keptAt: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const kept = await readFile(keptAt).catch(() => null);
  const known = kept && (await unpackKept(kept, packed));
  if (known) return known;
  const modules = await compileModules(simulator, wheel);
  // Where it can't be written it is made again the next time.
  await writeFile(keptAt, await packKept(modules, packed)).catch(() => {});
  return modules;
}
