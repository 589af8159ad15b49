/** Compiles a package's modules once, so that to import them takes less long from then on. */
import type { Simulator } from '../simulator/simulator.ts';
import { packageFiles, SITE_PACKAGES } from './site-packages.ts';
import type { Wheel } from './wheel.ts';

/**
 * Nothing of the package is run. A module that can't be compiled says so when it is imported.
 *
 * @returns what `__pycache__` folders are to hold, by their paths from `site-packages`. CPython takes
 *   none of it that was made by another version.
 */
export async function compileModules(
  simulator: Pick<Simulator, 'run'>,
  wheel: Pick<Wheel, 'files'>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const modules = [...wheel.files.keys()].filter((path) => path.endsWith('.py'));
  const { events } = await simulator.run({
    source: COMPILER,
    args: [SITE_PACKAGES, ...modules],
    files: packageFiles([wheel]),
    watch: false,
    limits: { outputChars: 200_000_000, computingNs: 600e9 },
  }).finished;
  const printed = events.map((event) => (event.kind === 'output' ? event.text : '')).join('');
  return new Map(
    printed
      .split('\n')
      .map((line) => line.split(' '))
      .flatMap(([path, text]) => (path && text ? [[path, bytesOf(text)] as const] : [])),
  );
}

/** Unchecked, as PEP 552 has it: what a wheel holds does not change. */
const COMPILER = `
import base64, importlib.util, os, sys
from importlib._bootstrap_external import _code_to_hash_pyc

folder, *paths = sys.argv[1:]
for path in paths:
    full = os.path.join(folder, path)
    try:
        with open(full, "rb") as file:
            code = compile(file.read(), full, "exec", dont_inherit=True)
    except Exception:
        continue
    kept = os.path.relpath(importlib.util.cache_from_source(full), folder)
    if " " not in kept:
        print(kept, base64.b64encode(_code_to_hash_pyc(code, bytes(8), False)).decode())
`;

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
