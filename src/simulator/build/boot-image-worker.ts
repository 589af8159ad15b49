/** Boots CPython plainly, imports what programs need, and sends back its image. */
import { parentPort, workerData } from 'node:worker_threads';
import { type CPythonExports, untouchedMemory, xorWithBase } from '../engine/boot-image.ts';
import { loadPython, preparePython } from '../engine/engine.ts';
import { installSystemCalls } from '../engine/system-calls.ts';
import { installVirtualClock } from '../kernel/virtual-clock.ts';
import { PRELOADED } from './standard-library.ts';
import { type Allocator, wipeFreeMemory } from './wipe-free-memory.ts';

let exports: (CPythonExports & Allocator) | undefined;
let untouched = new Uint8Array();
let mayGrow = true;

installVirtualClock(globalThis, () => null);
installSystemCalls(globalThis, {
  kernelOf: () => null,
  seedOf: () => 0,
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
const pyodide = await loadPython(workerData as string, { _makeSnapshot: true });
if (!exports) throw new Error('expected Pyodide to instantiate CPython, found that it did not');
pyodide.runPython(`import ${PRELOADED.join(', ')}`);
preparePython(pyodide);
// What is in the image lives as long as the run: no collection need look at it again.
pyodide.runPython('import gc; gc.collect(); gc.freeze()');
mayGrow = false;
// What has been freed would be downloaded, too.
wipeFreeMemory(exports);
const image = pyodide.makeMemorySnapshot();
xorWithBase(image, untouched);
parentPort?.postMessage(image);
