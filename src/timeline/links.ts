/** Who brought whom about: the arrows of a timeline. */
import { perRecording } from '../analysis/per-recording.ts';
import type { Step } from '../analysis/steps.ts';
import { type AgentId, MAIN_AGENT, type Recording } from '../trace/recording.ts';

export interface Link {
  readonly kind: 'created' | 'woken';
  readonly atNs: number;
  readonly from: AgentId;
  readonly to: AgentId;
}

/** More arrows than this hide what they point at. */
const MOST_LINKS = 40;

/** Those that begin or end at a task or thread, the first ones of very many. */
export function linksOf(recording: Recording, agent: AgentId): readonly Link[] {
  return (linksByAgent(recording).get(agent) ?? []).slice(0, MOST_LINKS);
}

/** The arrow of the step itself, where one agent acts on another. */
export function linkOfStep({ kind, agent, by, atNs }: Step): Link | null {
  if (kind !== 'created' && kind !== 'woken' && kind !== 'thread-started') return null;
  if (by === null || by === agent || by === MAIN_AGENT) return null;
  return { kind: kind === 'woken' ? 'woken' : 'created', atNs, from: by, to: agent };
}

const linksByAgent = perRecording(({ events }: Recording): ReadonlyMap<AgentId, Link[]> => {
  const links = new Map<AgentId, Link[]>();
  const add = (link: Link) => {
    if (link.from === link.to || link.from === MAIN_AGENT) return;
    for (const agent of [link.from, link.to]) {
      const known = links.get(agent);
      if (known) known.push(link);
      else links.set(agent, [link]);
    }
  };
  for (const [eventIndex, event] of events.entries()) {
    const { atNs } = event;
    if (event.kind === 'task-created') {
      add({ kind: 'created', atNs, from: event.parent, to: event.task });
    } else if (event.kind === 'thread-started') {
      add({ kind: 'created', atNs, from: event.parent, to: event.thread });
    } else if (event.kind === 'task-ready' && event.by !== null) {
      // Creating a task also makes it ready: one arrow is enough for both.
      const before = events[eventIndex - 1];
      if (before?.kind === 'task-created' && before.task === event.task) continue;
      add({ kind: 'woken', atNs, from: event.by, to: event.task });
    }
  }
  return links;
});
