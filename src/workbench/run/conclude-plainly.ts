import type { ProgramResult } from './live-run.ts';
import type { Conclude } from './run-controller.ts';

/** For a program of one's own: nothing is expected of it. */
export async function concludePlainly(): Promise<Conclude<ProgramResult>> {
  return (await import('./judge-run.ts')).judgeRun;
}
