/** Seals its own scope and reports what can still be reached by name. */
import { parentPort } from 'node:worker_threads';
import { sealScope } from '../../src/simulator/engine/seal.ts';

sealScope(globalThis);
const names: string[] = [];
for (let level: object | null = globalThis; level; level = Object.getPrototypeOf(level)) {
  for (const name of Object.getOwnPropertyNames(level)) {
    if ((globalThis as Record<string, unknown>)[name] !== undefined) names.push(name);
  }
}
parentPort?.postMessage(names);
