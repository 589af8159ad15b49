/** Who acts in a trace: its tasks, threads and child processes, and how they ended. */
import { AgentKeys, siteIn } from '../../trace/agent-keys.ts';
import {
  type AgentId,
  type EventOf,
  type FileId,
  type Location,
  type LoopId,
  MAIN_AGENT,
  type PrimitiveId,
} from '../../trace/schema.ts';
import { mainLine } from '../main-line.ts';
import type { Sliced } from '../sliced.ts';
import { labelsOf } from './agent-labels.ts';
import type { Collector, Growing } from './collector.ts';
import type { SourceFile } from './files.ts';

export interface Agent {
  readonly id: AgentId;
  readonly kind: 'program' | 'task' | 'thread' | 'process';
  /**
   * As asyncio or `threading` has it, `Task-3`; of a process, what it runs; empty for the program
   * itself.
   */
  readonly name: string;
  /** What to call it: unique among tasks that the program gave no name. */
  readonly label: string;
  /**
   * The same in every trace of the program: where and as which it was made, and by whom. What is
   * made a second time at the same place has another ordinal.
   */
  readonly key: string;
  /** The coroutine's qualified name; empty for what is no task. */
  readonly coroutine: string;
  /** Short values of its arguments, `"kiosk", 1`. */
  readonly args: string;
  /** Whether the coroutine is a library's. */
  readonly isLibrary: boolean;
  readonly parent: AgentId;
  /** Where it was created. */
  readonly location: Location | null;
  /** The same, where that is in the main file. */
  readonly line: number | null;
  readonly createdNs: number;
  /** The event that told of it; -1 for the program itself. */
  readonly createdIndex: number;
  /** How many slices its loop ran of the task. */
  readonly slices: number;
  readonly finish: Finish | null;
  /** The loop that runs the task; null for what is no task, or never was in a loop. */
  readonly loop: LoopId | null;
  /** The thread that runs the task; a thread's or a process's own number. */
  readonly thread: AgentId;
  /** Whether the program may end before the thread. */
  readonly isDaemon: boolean;
  /** The executor that the thread works for. */
  readonly pool: PrimitiveId | null;
  /** Housekeeping of a library's own that took no time: nobody asked about it. */
  readonly hidden: boolean;
}

export interface Finish {
  readonly atNs: number;
  readonly how: 'returned' | 'raised' | 'cancelled';
  /**
   * A short `repr` of the result, or type and message of the exception; of a process that did not
   * end with status 0, how it did.
   */
  readonly detail: string;
  /** Where the exception was raised. */
  readonly location: Location | null;
  /** The task that this very exception came out of. */
  readonly origin: AgentId | null;
  /** The exit status of a process. */
  readonly status: number | null;
  readonly eventIndex: number;
}

export type FoundAgent = Omit<Agent, 'label' | 'call' | 'key'>;

/** All by number, in the order of their creation; the first is the program itself. */
export function collectAgents(): Collector<readonly FoundAgent[]> {
  const found = new Map<AgentId, Growing<FoundAgent>>([[MAIN_AGENT, { ...PROGRAM }]]);
  const add = (agent: Pick<FoundAgent, 'id' | 'parent' | 'location'> & Partial<FoundAgent>) => {
    found.set(agent.id, { ...PROGRAM, ...agent, line: mainLine(agent.location) });
  };
  const finish = (id: AgentId, how: Partial<Finish> & Pick<Finish, 'atNs' | 'eventIndex'>) => {
    const agent = found.get(id);
    if (agent) agent.finish ??= Object.freeze({ ...RETURNED, ...how });
  };

  return {
    on: {
      'task-created': (event, createdIndex) => {
        const { task, name, coroutine, args, isLibrary, parent, location } = event;
        const { atNs: createdNs, thread, loop } = event;
        const known = { name, coroutine, args, isLibrary, parent, location, thread, loop };
        add({ id: task, kind: 'task', createdNs, createdIndex, ...known });
      },
      'step-began': ({ task, thread, loop }) => {
        const agent = found.get(task);
        if (!agent) return;
        agent.slices += 1;
        if (agent.slices === 1) Object.assign(agent, { thread, loop: loop ?? agent.loop });
      },
      'step-ended': ({ task }) => {
        const agent = found.get(task);
        // It was under way when its recording began.
        if (agent?.slices === 0) agent.slices = 1;
      },
      'task-finished': ({ task, atNs, how, detail, location, origin }, eventIndex) =>
        finish(task, { atNs, how, detail, location, origin, eventIndex }),
      'thread-started': (event, createdIndex) => {
        const { started: id, name, parent, isDaemon, pool, location, atNs: createdNs } = event;
        const known = { name, parent, isDaemon, pool, location, thread: id };
        add({ id, kind: 'thread', createdNs, createdIndex, ...known });
      },
      'thread-ended': ({ thread, atNs, how, detail, location }, eventIndex) =>
        finish(thread, { atNs, how, detail, location, eventIndex }),
      'process-started': (event, createdIndex) => {
        const { process: id, command: name, parent, location, atNs: createdNs } = event;
        add({ id, kind: 'process', createdNs, createdIndex, name, parent, location, thread: id });
      },
      'process-ended': ({ process, atNs, status }, eventIndex) =>
        finish(process, { atNs, detail: statusText(status), status, eventIndex }),
    },
    end: () => {
      for (const agent of found.values()) agent.hidden = isHousekeeping(agent, found);
      return [...found.values()];
    },
  };
}

/** The same with what to call them. */
export function* nameAgents(
  found: readonly FoundAgent[],
  files: ReadonlyMap<FileId, SourceFile>,
): Sliced<ReadonlyMap<AgentId, Agent>> {
  const labels = labelsOf(found);
  yield;
  const keys = new AgentKeys(siteIn(files));
  const named = new Map<AgentId, Agent>();
  for (const agent of found) {
    if (named.size % EACH_SLICE === 0) yield;
    const label = labels.get(agent.id) ?? '';
    const names = { label, key: keys.add(agent) };
    named.set(agent.id, Object.freeze({ ...agent, ...names }));
  }
  return named;
}

/** So many take some milliseconds. */
const EACH_SLICE = 5_000;

const PROGRAM: FoundAgent = Object.freeze({
  id: MAIN_AGENT,
  kind: 'program',
  name: '',
  coroutine: '',
  args: '',
  isLibrary: false,
  parent: MAIN_AGENT,
  location: null,
  line: null,
  createdNs: 0,
  createdIndex: -1,
  slices: 0,
  finish: null,
  loop: null,
  thread: MAIN_AGENT,
  isDaemon: false,
  pool: null,
  hidden: false,
});

const RETURNED: Omit<Finish, 'atNs' | 'eventIndex'> = {
  how: 'returned',
  detail: '',
  location: null,
  origin: null,
  status: null,
};

function statusText(status: EventOf<'process-ended'>['status']): string {
  if (status === 0) return '';
  return status < 0 ? `signal ${-status}` : `exit status ${status}`;
}

/** What `asyncio.run` ends with: on a real clock, that takes a moment. */
const SHUTS_DOWN = /^BaseEventLoop\.shutdown_(asyncgens|default_executor)$/;
const BRIEF_CLEAN_UP_NS = 50e6;

/**
 * Tasks of the library itself, such as those with which `asyncio.run` ends, and what they start: a
 * library's coroutine that no task of the program made, or that is private to the library.
 */
function isHousekeeping(agent: FoundAgent, found: ReadonlyMap<AgentId, FoundAgent>): boolean {
  if (agent.finish === null) return false;
  const parent = found.get(agent.parent);
  if (SHUTS_DOWN.test((agent.kind === 'thread' ? parent : agent)?.coroutine ?? '')) {
    return agent.finish.atNs - agent.createdNs < BRIEF_CLEAN_UP_NS;
  }
  if (agent.finish.atNs !== agent.createdNs) return false;
  // Parents come first: whether theirs are hidden is known by now.
  if (agent.kind === 'thread') return parent?.hidden ?? false;
  return agent.isLibrary && (parent?.kind !== 'task' || isPrivate(agent.coroutine));
}

/** By Python's convention: `"BaseEventLoop._create_server_getaddrinfo"`. */
function isPrivate(qualifiedName: string): boolean {
  return qualifiedName.split('.').at(-1)?.startsWith('_') ?? false;
}
