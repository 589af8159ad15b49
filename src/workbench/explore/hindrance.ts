import { goesOn } from '../../analysis/goes-on.ts';
import { isBroken, ranOf, USUAL_BREAKS } from '../../explore/outcomes.ts';
import type { Trace } from '../../trace/schema.ts';
import type { Hindrance } from './orders.ts';

/** Why no other order is tried, as the run in the usual order tells. */
export function hindranceOf(usual: Trace): Hindrance | null {
  const { outcome } = usual;
  if (outcome.kind === 'crashed') return 'crashed';
  if (goesOn(outcome) || outcome.kind === 'serving' || outcome.kind === 'limited') return 'unended';
  const ran = ranOf(usual);
  return isBroken(ran, ran, USUAL_BREAKS) ? 'broken' : null;
}
