import type { Simulator } from '../../simulator/simulator.ts';

/**
 * The simulator once it can run something at once; null where that was given up before.
 *
 * @throws where there is no Python to be had.
 */
export function preparedSimulator(
  simulator: () => Promise<Simulator>,
  signal: AbortSignal,
): Promise<Simulator | null> {
  return Promise.race([prepared(simulator), aborted(signal)]);
}

export function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

async function prepared(simulator: () => Promise<Simulator>): Promise<Simulator> {
  const engine = await simulator();
  await engine.prepare();
  return engine;
}
