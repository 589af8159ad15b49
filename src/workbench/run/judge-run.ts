import { outputScript } from '../../analysis/playback.ts';
import { fixOf } from '../../insights/fix/fix.ts';
import { findingInsights } from '../../insights/insight.ts';
import { verdictOf } from '../../insights/verdict.ts';
import { fixLabel, fixReason } from '../../insights/words/fix.ts';
import { tellGoingOn } from '../../insights/words/tell-end.ts';
import { drawing } from '../../timeline/scale.ts';
import { scaleFor } from '../../timeline/scale-for.ts';
import type { Trace } from '../../trace/schema.ts';
import { inSlices } from './in-slices.ts';
import type { ProgramResult } from './live-run.ts';

/** Works out, in slices, all that is shown of a run. */
export async function judgeRun(trace: Trace): Promise<ProgramResult> {
  await inSlices(findingInsights(trace));
  await inSlices(drawing(trace, scaleFor(trace)));
  const verdict = verdictOf(trace);
  const fix = fixOf(trace, verdict);
  return {
    trace,
    script: outputScript(trace),
    verdict,
    fix: fix && { source: fix.source, label: fixLabel(fix), reason: fixReason(fix) },
    goesOn: tellGoingOn(trace),
  };
}
