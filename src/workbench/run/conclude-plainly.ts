import { outputScript } from '../../analysis/playback.ts';
import type { ProgramResult } from './live-run.ts';
import type { Conclude } from './run-controller.ts';

/** For a program of one's own: nothing is expected of it. */
export async function concludePlainly(): Promise<Conclude<ProgramResult>> {
  return (trace) => ({ trace, script: outputScript(trace) });
}
