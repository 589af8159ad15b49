/** Child processes that stood at a pipe while somebody waited for them. */
import type { Analysis } from '../analysis/analysis.ts';
import type { AgentId, ChannelId, EventOf, Wait } from '../trace/schema.ts';
import { eventsOf } from './events-of.ts';

export interface StuckChild {
  readonly process: AgentId;
  readonly wait: Wait & { readonly channel: ChannelId };
  /** A pipe that is full has to be read by others; one that is empty has to be closed by them. */
  readonly pipe: 'full' | 'empty';
  /** Who is at the other end. */
  readonly other: AgentId | null;
}

/**
 * The first child that could neither read nor write any further, of those whose end or output is
 * waited for; null for none.
 */
export function stuckChild(
  analysis: Analysis,
  waiting: readonly { readonly wait: Wait | null }[],
  eventIndex: number,
): StuckChild | null {
  const last = <E extends { readonly index: number }>(
    all: readonly E[],
    is: (each: E) => boolean,
  ): E | undefined => all.findLast((each) => each.index < eventIndex && is(each));
  const seenOf = (channel: ChannelId) =>
    last(eventsOf(analysis, 'channel-seen'), ({ event }) => event.channel === channel)?.event;
  for (const process of waiting.flatMap(({ wait }) => awaitedChild(analysis, wait, seenOf))) {
    const parked = last(eventsOf(analysis, 'parked'), ({ event }) => event.agent === process);
    const resumed = last(eventsOf(analysis, 'resumed'), ({ event }) => event.agent === process);
    const wait = parked?.event.waitsOn;
    if (!wait || wait.channel === null || (resumed && resumed.index > parked.index)) continue;
    const seen = seenOf(wait.channel);
    const pipe = seen && pipeOf(seen, process);
    if (!pipe) continue;
    const other = pipe === 'full' ? seen.reader : seen.writer;
    return { process, wait: { ...wait, channel: wait.channel }, pipe, other };
  }
  return null;
}

type Seen = EventOf<'channel-seen'>;

function pipeOf(seen: Seen, process: AgentId): StuckChild['pipe'] | null {
  if (seen.writer === process) return seen.underway >= seen.capacity ? 'full' : null;
  const isEmpty = seen.underway === 0 && seen.unread === 0 && seen.isWriterOpen;
  return seen.reader === process && isEmpty ? 'empty' : null;
}

/** The process whose end is waited for, or that writes what somebody wants to read. */
function awaitedChild(
  { agents }: Analysis,
  wait: Wait | null,
  seenOf: (channel: ChannelId) => Seen | undefined,
): AgentId[] {
  if (wait?.process != null) return [wait.process];
  const writer = wait?.channel == null ? null : (seenOf(wait.channel)?.writer ?? null);
  return writer !== null && agents.get(writer)?.kind === 'process' ? [writer] : [];
}
