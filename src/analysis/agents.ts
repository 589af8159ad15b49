/**
 * Who acts in a recording: its tasks and its threads, what they are called, and how they ended.
 */

import {
  type AgentId,
  MAIN_AGENT,
  type Recording,
  type RecordingEvent,
  type TaskFinished,
} from '../trace/recording.ts';
import { perRecording } from './per-recording.ts';

export interface Agent {
  readonly id: AgentId;
  readonly kind: 'program' | 'task' | 'thread';
  /** As asyncio or `threading` has it, `Task-3`; empty for the program itself. */
  readonly name: string;
  /** What to call it: unique among tasks that the program gave no name. */
  readonly label: string;
  /** The coroutine's qualified name; empty for what is no task. */
  readonly coroutine: string;
  readonly parent: AgentId;
  /** The line that created it. */
  readonly line: number | null;
  readonly createdNs: number;
  readonly finish: Finish | null;
  /** The thread whose event loop runs the task, `MAIN_AGENT` for the main one; a thread's own number. */
  readonly loop: AgentId;
  /** Housekeeping of asyncio's own that took no time: nobody asked about it. */
  readonly hidden: boolean;
}

export type Finish = Pick<TaskFinished, 'atNs' | 'how' | 'detail'>;

/** All agents by number, in the order of their creation; the first is the program itself. */
export const agentsOf = perRecording((recording: Recording): ReadonlyMap<AgentId, Agent> => {
  const found = new Map<AgentId, Found>([[MAIN_AGENT, PROGRAM]]);
  for (const event of recording.events) find(found, event);
  for (const agent of found.values()) agent.loop = loopOf(agent, found);
  for (const agent of found.values()) agent.hidden = isHousekeeping(agent, found);
  const labels = labelsOf([...found.values()]);
  return new Map(
    [...found].map(([id, agent]) => [id, Object.freeze({ ...agent, label: labels.get(id) ?? '' })]),
  );
});

/** @throws where the recording has no such agent: it is broken. */
export function agentOf(recording: Recording, id: AgentId): Agent {
  const agent = agentsOf(recording).get(id);
  if (!agent) throw new Error(`the recording speaks of task ${id} before creating it`);
  return agent;
}

/** `"fetch #3"`; for an agent that was created after the recording was cut, `"another task"`. */
export function labelOf(recording: Recording, id: AgentId): string {
  return agentsOf(recording).get(id)?.label ?? 'another task';
}

type Found = { -readonly [Key in Exclude<keyof Agent, 'label'>]: Agent[Key] };

const PROGRAM: Found = {
  id: MAIN_AGENT,
  kind: 'program',
  name: '',
  coroutine: '',
  parent: MAIN_AGENT,
  line: null,
  createdNs: 0,
  finish: null,
  loop: MAIN_AGENT,
  hidden: false,
};

function find(found: Map<AgentId, Found>, event: RecordingEvent): void {
  switch (event.kind) {
    case 'task-created':
      found.set(event.task, {
        ...PROGRAM,
        id: event.task,
        kind: 'task',
        name: event.name,
        coroutine: event.coroutine,
        parent: event.parent,
        line: event.line,
        createdNs: event.atNs,
      });
      break;
    case 'thread-started':
      found.set(event.thread, {
        ...PROGRAM,
        id: event.thread,
        kind: 'thread',
        name: event.name,
        parent: event.parent,
        line: event.line,
        createdNs: event.atNs,
        loop: event.thread,
      });
      break;
    case 'task-finished':
      finish(found, event.task, { atNs: event.atNs, how: event.how, detail: event.detail });
      break;
    case 'thread-ended':
      finish(found, event.thread, { atNs: event.atNs, how: 'returned', detail: '' });
      break;
    default:
      break;
  }
}

function finish(found: ReadonlyMap<AgentId, Found>, id: AgentId, how: Finish): void {
  const agent = found.get(id);
  if (agent) agent.finish = Object.freeze(how);
}

/** A task runs in the loop of the task that made it, or of the thread that did. */
function loopOf({ kind, id, parent }: Found, found: ReadonlyMap<AgentId, Found>): AgentId {
  if (kind !== 'task') return id;
  // Parents come first: theirs is known by now.
  return found.get(parent)?.loop ?? MAIN_AGENT;
}

/** Tasks of the loop itself, such as those with which `asyncio.run` ends, and what they start. */
function isHousekeeping(agent: Found, found: ReadonlyMap<AgentId, Found>): boolean {
  if (agent.finish?.atNs !== agent.createdNs) return false;
  const starter = agent.kind === 'thread' ? found.get(agent.parent) : agent;
  return starter?.coroutine.startsWith('BaseEventLoop.') ?? false;
}

/**
 * By the name that the program gave, else by the coroutine, with the number in asyncio's own name
 * for the task (`Task-3`) where several tasks would be called the same.
 */
function labelsOf(agents: readonly Found[]): Map<AgentId, string> {
  const plain = agents.map((agent) => [agent, plainLabel(agent)] as const);
  const uses = new Map<string, number>();
  for (const [{ hidden }, label] of plain) {
    if (!hidden) uses.set(label, (uses.get(label) ?? 0) + 1);
  }
  const numbered = ({ name, kind }: Found, label: string) =>
    kind === 'task' && name !== label && (uses.get(label) ?? 0) > 1;
  return new Map(
    plain.map(([agent, label]) => [
      agent.id,
      numbered(agent, label) ? `${label} ${agent.name.replace('Task-', '#')}` : label,
    ]),
  );
}

function plainLabel({ kind, name, coroutine }: Found): string {
  if (kind === 'program') return 'the main program';
  if (kind === 'thread' || !/^Task-\d+$/.test(name)) return name;
  // Such as `<async_generator_athrow object at 0x16f2f48>`: what has no name but its class's.
  return /^<(\S+) object at /.exec(coroutine)?.[1] ?? shortName(coroutine);
}

/** What a function is called where it is defined: `"main.<locals>.fetch"` gives `"fetch"`. */
export function shortName(qualifiedName: string): string {
  return qualifiedName.split('.<locals>.').at(-1) ?? qualifiedName;
}
