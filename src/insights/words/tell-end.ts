/** Why a run that did not end by itself came to stand still, in words. */
import type { Trace } from '../../trace/schema.ts';
import { type Insight, insightsOf } from '../insight.ts';
import { tellInsight } from './tell-insight.ts';

const ABOUT_THE_END: readonly Insight['kind'][] = ['deadlock', 'serving'];

/** Empty where there is nothing to add to how it ended. */
export function tellEnd(trace: Trace): readonly string[] {
  return insightsOf(trace)
    .filter(({ kind }) => ABOUT_THE_END.includes(kind))
    .map((insight) => tellInsight(trace, insight));
}

const WHY_IT_GOES_ON: readonly Insight['kind'][] = ['computing', 'endless'];

/** What keeps a program going that was not at its end; null where that is not known. */
export function tellGoingOn(trace: Trace): string | null {
  const why = insightsOf(trace).find(({ kind }) => WHY_IT_GOES_ON.includes(kind));
  return why ? tellInsight(trace, why) : null;
}
