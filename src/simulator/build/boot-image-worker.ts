/** Boots CPython plainly, imports what programs need, and sends back its memory. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadPython, preparePython } from '../engine/engine.ts';
import { installSystemCalls } from '../engine/system-calls.ts';
import { installVirtualClock } from '../kernel/virtual-clock.ts';
import { PRELOADED } from './standard-library.ts';

installVirtualClock(globalThis, () => null);
installSystemCalls(globalThis, {
  kernelOf: () => null,
  seedOf: () => 0,
  onExit(status) {
    throw new Error(`Python ended with status ${status} while its image was made`);
  },
  onMemoryLimit() {},
});
const pyodide = await loadPython(workerData as string, { _makeSnapshot: true });
pyodide.runPython(`import ${PRELOADED.join(', ')}`);
preparePython(pyodide);
// What is in the image lives as long as the run: no collection need look at it again.
pyodide.runPython('import gc; gc.collect(); gc.freeze()');
parentPort?.postMessage(pyodide.makeMemorySnapshot());
