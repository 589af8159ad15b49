/** Child processes that stood at a full pipe while somebody waited for their end. */
import type { Analysis } from '../analysis/analysis.ts';
import type { AgentId, ChannelId, Wait } from '../trace/schema.ts';
import { eventsOf } from './events-of.ts';

export interface FullPipe {
  readonly process: AgentId;
  readonly wait: Wait & { readonly channel: ChannelId };
  /** Who would have had to read. */
  readonly reader: AgentId | null;
}

/** The first of those who waited for a process that could not write any further; null for none. */
export function fullPipeOf(
  analysis: Analysis,
  waiting: readonly { readonly wait: Wait | null }[],
  eventIndex: number,
): FullPipe | null {
  for (const process of waiting.flatMap(({ wait }) => wait?.process ?? [])) {
    const isBefore = ({ index }: { readonly index: number }) => index < eventIndex;
    const parked = eventsOf(analysis, 'parked').findLast(
      (each) => each.event.agent === process && isBefore(each),
    );
    const resumed = eventsOf(analysis, 'resumed').findLast(
      (each) => each.event.agent === process && isBefore(each),
    );
    const wait = parked?.event.waitsOn;
    if (!wait || wait.channel === null || (resumed && resumed.index > parked.index)) continue;
    const seen = eventsOf(analysis, 'channel-seen').findLast(
      (each) => each.event.channel === wait.channel && isBefore(each),
    )?.event;
    if (seen?.writer !== process || seen.underway < seen.capacity) continue;
    return { process, wait: { ...wait, channel: wait.channel }, reader: seen.reader };
  }
  return null;
}
