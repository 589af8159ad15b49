/**
 * A boot of the engine in Node. As a script, `boot-in-node.ts image|plain`, it prints how long the
 * first boot of a process takes, in milliseconds.
 */
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';

export async function bootMs(useImage: boolean): Promise<number> {
  const simulator = createNodeSimulator({ useImage });
  const from = performance.now();
  await simulator.prepare();
  const elapsed = performance.now() - from;
  simulator.dispose();
  return elapsed;
}

if (import.meta.main) console.log(await bootMs(process.argv[2] === 'image'));
