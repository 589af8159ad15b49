import { outputScript } from '../../analysis/playback.ts';
import { inSlices } from './in-slices.ts';
import type { ProgramResult } from './live-run.ts';
import type { Conclude } from './run-controller.ts';

/** For a program of one's own: nothing is expected of it. */
export async function concludePlainly(): Promise<Conclude<ProgramResult>> {
  const [{ findingInsights }, { tellGoingOn }, { drawing, scaleFor }] = await Promise.all([
    import('../../insights/insight.ts'),
    import('../../insights/words/tell-end.ts'),
    import('../../timeline/scale.ts'),
  ]);
  return async (trace) => {
    await inSlices(findingInsights(trace));
    await inSlices(drawing(trace, scaleFor(trace)));
    return { trace, script: outputScript(trace), goesOn: tellGoingOn(trace) };
  };
}
