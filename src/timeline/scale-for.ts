import type { Trace } from '../trace/schema.ts';
import type { Scale } from './scale.ts';

/** By the clock; where nothing took time, by steps. */
export function scaleFor({ endedNs }: Pick<Trace, 'endedNs'>): Scale {
  return endedNs === 0 ? 'steps' : 'clock';
}
