/** Boots CPython plainly, imports what programs need, and sends back its image. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type CPythonExports, untouchedMemory, xorWithBase } from '../engine/boot-image.ts';
import { loadPython, preparePython } from '../engine/engine.ts';
import { sealScope } from '../engine/seal.ts';
import { furnishShell } from '../engine/shell.ts';
import { createRandomness, installSystemCalls } from '../engine/system-calls.ts';
import { installVirtualClock } from '../kernel/virtual-clock.ts';
import { PRELOADED } from './standard-library.ts';
import { type Allocator, wipeFreeMemory } from './wipe-free-memory.ts';

let exports: (CPythonExports & Allocator) | undefined;
let untouched = new Uint8Array();
let mayGrow = true;

const folder = workerData as string;
const fillRandomly = createRandomness(() => null);
// As in the engine: what Pyodide finds in its scope is in memory as well.
const { URL } = globalThis;
sealScope(globalThis);
furnishShell(globalThis, { readFile: (name) => readFileSync(new URL(name, folder)), fillRandomly });
installVirtualClock(globalThis, () => null);
installSystemCalls(globalThis, {
  kernelOf: () => null,
  fillRandomly,
  onExit(status) {
    throw new Error(`Python ended with status ${status} while its image was made`);
  },
  mayGrow: () => mayGrow,
  onMemoryLimit() {},
  onLoaded(loaded) {
    exports = loaded as CPythonExports & Allocator;
    untouched = untouchedMemory(loaded).slice();
  },
});
const pyodide = await loadPython(folder, { _makeSnapshot: true });
if (!exports) throw new Error('expected Pyodide to instantiate CPython, found that it did not');
preparePython(pyodide, PRELOADED);
// What is in the image lives as long as the run: no collection need look at it again.
pyodide.runPython('import gc; gc.collect(); gc.freeze()');
mayGrow = false;
// What has been freed would be downloaded, too.
wipeFreeMemory(exports);
const image = pyodide.makeMemorySnapshot();
xorWithBase(image, untouched);
parentPort?.postMessage(image);
