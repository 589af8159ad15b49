import { outputScript } from '../../analysis/playback.ts';
import type { ProgramResult } from './live-run.ts';
import type { Conclude } from './run-controller.ts';

/** For a program of one's own: nothing is expected of it. */
export async function concludePlainly(): Promise<Conclude<ProgramResult>> {
  const { tellGoingOn } = await import('../../insights/words/tell-end.ts');
  return (trace) => ({ trace, script: outputScript(trace), goesOn: tellGoingOn(trace) });
}
