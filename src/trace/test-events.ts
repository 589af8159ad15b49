/**
 * Small traces to test with, in seconds and with every field that does not matter left out. Lines
 * are those of the main file, and everything happens on the main thread, in loop 1, unless it is
 * put {@link on} another.
 */
import {
  type AgentId,
  type CallbackId,
  type EventKind,
  type EventOf,
  type Location,
  type LoopId,
  type Outcome,
  type PrimitiveId,
  type PrimitiveState,
  type Trace,
  type TraceEvent,
  UNKNOWN_WAIT,
  type Wait,
} from './schema.ts';

export interface TraceOptions {
  readonly outcome?: Outcome;
  /** Default: the time of the last event. */
  readonly endedS?: number;
  readonly source?: string;
}

/** Loop 1 begins before all events, unless they say themselves when it does. */
export function traceOf(
  events: readonly (TraceEvent | readonly TraceEvent[])[],
  { outcome = EXITED, endedS, source }: TraceOptions = {},
): Trace {
  const given = events.flat();
  const hasLoop = given.some(({ kind }) => kind === 'loop-began');
  const all = hasLoop ? given : [loopBegan(0, 1), ...given];
  return {
    version: 2,
    origin: 'loopscope',
    clock: 'virtual',
    program: { name: 'main.py', source: source ?? null, seed: 0 },
    events: all,
    outcome,
    endedNs: endedS === undefined ? (all.at(-1)?.atNs ?? 0) : ns(endedS),
  };
}

export const EXITED: Outcome = { kind: 'exited', status: 0, error: null };
export const DEADLOCKED: Outcome = { kind: 'deadlocked' };

type Own<Kind extends EventKind> = Omit<EventOf<Kind>, 'kind' | 'atNs' | 'thread' | 'loop'>;

/** Any event, with all its own fields. */
export function event<Kind extends EventKind>(
  kind: Kind,
  atS: number,
  fields: Own<Kind>,
): EventOf<Kind> {
  return { kind, atNs: ns(atS), thread: 0, loop: 1, ...fields } as unknown as EventOf<Kind>;
}

/** The same events on another thread, which runs this loop. */
export function on(
  thread: AgentId,
  loop: LoopId | null,
  events: readonly (TraceEvent | readonly TraceEvent[])[],
): TraceEvent[] {
  return events
    .flat()
    .map((each) => ({ ...each, thread, loop: each.kind === 'loop-began' ? null : loop }));
}

export function at(line: number): Location {
  return { file: 0, line };
}

const atOrNull = (line: number | null) => (line === null ? null : at(line));

// Loops

export function loopBegan(atS: number, loop: LoopId): TraceEvent {
  return { ...event('loop-began', atS, { runs: loop }), loop: null };
}

export function loopEnded(atS: number): TraceEvent {
  return event('loop-ended', atS, {});
}

// Tasks

export interface CreatedOptions {
  readonly name?: string;
  readonly line?: number | null;
  readonly args?: string;
  readonly isLibrary?: boolean;
}

/** Created and put into the ready queue. */
export function created(
  atS: number,
  task: AgentId,
  coroutine: string,
  parent: AgentId = 0,
  options: CreatedOptions = {},
): TraceEvent[] {
  const { name = `Task-${task}`, line = 1, args = '', isLibrary = false } = options;
  const location = atOrNull(line);
  return [
    event('task-created', atS, { task, name, coroutine, args, isLibrary, parent, location }),
    ready(atS, task, parent === 0 ? null : parent),
  ];
}

export function ready(atS: number, task: AgentId, by: AgentId | null = null): TraceEvent {
  return event('task-ready', atS, { task, by });
}

export function began(atS: number, task: AgentId): TraceEvent {
  return event('step-began', atS, { task });
}

export function suspended(atS: number, task: AgentId, waitsOn: Wait): TraceEvent {
  return event('step-ended', atS, { task, waitsOn });
}

export function finished(
  atS: number,
  task: AgentId,
  how: 'returned' | 'raised' | 'cancelled' = 'returned',
  detail = '',
  { line = null, origin = null }: { line?: number | null; origin?: AgentId | null } = {},
): TraceEvent[] {
  return [
    event('step-ended', atS, { task, waitsOn: null }),
    event('task-finished', atS, { task, how, detail, location: atOrNull(line), origin }),
  ];
}

/** A step that takes no time; `null` finishes the task. */
export function step(atS: number, task: AgentId, waitsOn: Wait | null): TraceEvent[] {
  const end = waitsOn ? [suspended(atS, task, waitsOn)] : finished(atS, task);
  return [began(atS, task), ...end];
}

/** A wait that begins and a wait that ends, by its timer. */
export function slept(fromS: number, task: AgentId, toS: number, line = 1): TraceEvent[] {
  return [...step(fromS, task, sleepUntil(toS, line)), ready(toS, task)];
}

export function wait({ line, ...fields }: Partial<Wait> & { readonly line?: number } = {}): Wait {
  return { ...UNKNOWN_WAIT, location: line === undefined ? null : at(line), ...fields };
}

export function sleepUntil(untilS: number | null, line: number): Wait {
  return wait({ line, call: 'sleep', untilNs: untilS === null ? null : ns(untilS) });
}

// Cancellation

type CancelReason = EventOf<'cancel-requested'>['reason'];

export function cancelled(
  atS: number,
  task: AgentId,
  by: AgentId,
  reason: CancelReason = 'explicit',
  options: { line?: number; because?: AgentId; limit?: number; error?: string } = {},
): TraceEvent {
  const { line = null, because = null, limit = null, error = null } = options;
  const location = atOrNull(line);
  return event('cancel-requested', atS, { task, by, reason, because, limit, location, error });
}

export function caught(atS: number, task: AgentId, line: number | null): TraceEvent {
  return event('cancel-caught', atS, { task, location: atOrNull(line) });
}

export function limitSet(
  atS: number,
  limit: number,
  task: AgentId,
  dueS: number | null,
  { call = 'timeout', line = 1 }: { call?: string; line?: number | null } = {},
): TraceEvent {
  const dueNs = dueS === null ? null : ns(dueS);
  return event('limit-set', atS, { limit, task, call, dueNs, location: atOrNull(line) });
}

export function limitMoved(atS: number, limit: number, dueS: number | null): TraceEvent {
  return event('limit-moved', atS, { limit, dueNs: dueS === null ? null : ns(dueS) });
}

export function limitEnded(atS: number, limit: number, how: 'expired' | 'left'): TraceEvent {
  return event('limit-ended', atS, { limit, how });
}

export function limitOverrun(atS: number, limit: number, error: string | null = null): TraceEvent {
  return event('limit-overrun', atS, { limit, error });
}

// Exceptions

export function handlerCalled(
  atS: number,
  message: string,
  fields: Partial<Own<'exception-handler-called'>> = {},
): TraceEvent {
  return event('exception-handler-called', atS, {
    message,
    error: null,
    task: null,
    future: null,
    callback: null,
    function: null,
    location: null,
    handler: null,
    ...fields,
  });
}

export function stored(
  atS: number,
  task: AgentId,
  by: AgentId,
  line: number,
  isDropped = true,
): TraceEvent {
  return event('exception-stored', atS, {
    task,
    by,
    call: 'gather',
    location: at(line),
    isDropped,
  });
}

export function neverAwaited(atS: number, coroutine: string, line: number | null): TraceEvent {
  return event('never-awaited', atS, { coroutine, location: atOrNull(line), defined: null });
}

// Threads and processes

/** Told on the thread of the parent. */
export function threadStarted(
  atS: number,
  started: AgentId,
  name: string,
  parent: AgentId,
  {
    isDaemon = false,
    pool = null,
  }: { readonly isDaemon?: boolean; readonly pool?: PrimitiveId | null } = {},
): TraceEvent {
  const location = at(1);
  return event('thread-started', atS, { started, name, parent, isDaemon, pool, location });
}

export function threadEnded(
  atS: number,
  thread: AgentId,
  how: 'returned' | 'raised' = 'returned',
  detail = '',
): TraceEvent {
  const ended = event('thread-ended', atS, { how, detail, location: null });
  return { ...ended, thread, loop: null };
}

export function processStarted(
  atS: number,
  process: AgentId,
  command: string,
  parent: AgentId,
): TraceEvent {
  const pid = 1000 + process;
  return event('process-started', atS, { process, command, pid, parent, location: at(1) });
}

export function processEnded(atS: number, process: AgentId, status = 0): TraceEvent {
  return { ...event('process-ended', atS, { process, status }), thread: process, loop: null };
}

export function parked(atS: number, agent: AgentId, waitsOn: Wait): TraceEvent {
  return { ...event('parked', atS, { agent, waitsOn }), thread: agent, loop: null };
}

/** Told on the agent's own thread, which is the agent unless it is a task. */
export function preempted(
  atS: number,
  agent: AgentId,
  line: number,
  thread: AgentId = agent,
): TraceEvent {
  return { ...event('preempted', atS, { agent, location: at(line) }), thread };
}

export function resumed(atS: number, agent: AgentId): TraceEvent {
  return { ...event('resumed', atS, { agent }), thread: agent, loop: null };
}

// What holds a loop, and what does not reach it

export function blocks(atS: number, by: AgentId, waitsOn: Wait): TraceEvent {
  return event('blocking-began', atS, { by, waitsOn });
}

export function unblocked(atS: number, by: AgentId): TraceEvent {
  return event('blocking-ended', atS, { by });
}

/** A blocking call during which nothing else happens. */
export function blocked(
  fromS: number,
  by: AgentId,
  toS: number,
  line: number,
  call = 'time.sleep',
): TraceEvent[] {
  const waitsOn = wait({ line, call, untilNs: ns(toS) });
  return [blocks(fromS, by, waitsOn), unblocked(toS, by)];
}

export function computing(atS: number, by: AgentId, fromS: number, line: number): TraceEvent {
  return event('computing', atS, { by, fromNs: ns(fromS), location: at(line) });
}

export function wakeMissed(
  atS: number,
  by: AgentId,
  target: LoopId,
  fields: Partial<Own<'wake-missed'>> = {},
): TraceEvent {
  const nothing = { task: null, callback: null, dueNs: null, call: null, location: null };
  return event('wake-missed', atS, { by, target, ...nothing, ...fields });
}

// Callbacks

export function scheduled(
  atS: number,
  callback: CallbackId,
  name: string,
  dueS: number | null,
  by: AgentId = 0,
): TraceEvent {
  const dueNs = dueS === null ? null : ns(dueS);
  return event('callback-scheduled', atS, {
    callback,
    name,
    by,
    location: at(1),
    dueNs,
    target: null,
  });
}

export function cancelledCallback(atS: number, callback: CallbackId, by: AgentId = 0): TraceEvent {
  return event('callback-cancelled', atS, { callback, by, location: at(1) });
}

/** A callback that runs for no time, unless told until when. */
export function called(
  atS: number,
  callback: CallbackId,
  within: readonly TraceEvent[] = [],
  endedS = atS,
): TraceEvent[] {
  return [
    event('callback-began', atS, { callback }),
    ...within,
    event('callback-ended', endedS, { callback }),
  ];
}

// Primitives

export function seen(
  atS: number,
  primitive: PrimitiveId,
  type: string,
  name: string | null,
  state: PrimitiveState,
  by: AgentId = 0,
): TraceEvent {
  const location = at(1);
  return event('primitive-seen', atS, { primitive, type, name, by, location, state });
}

export function changed(
  atS: number,
  primitive: PrimitiveId,
  by: AgentId,
  state: PrimitiveState,
): TraceEvent {
  return event('primitive-changed', atS, { primitive, by, state });
}

// Executors

export function submitted(
  atS: number,
  job: number,
  pool: PrimitiveId,
  name: string,
  by: AgentId = 0,
): TraceEvent {
  return event('job-submitted', atS, { job, pool, function: name, by, location: at(1) });
}

export function jobBegan(atS: number, job: number, thread: AgentId): TraceEvent {
  return { ...event('job-began', atS, { job }), thread, loop: null };
}

export function jobEnded(
  atS: number,
  job: number,
  thread: AgentId,
  how: 'returned' | 'raised' = 'returned',
): TraceEvent {
  return { ...event('job-ended', atS, { job, how }), thread, loop: null };
}

export function jobCancelled(atS: number, job: number, by: AgentId, isRunning = false): TraceEvent {
  return event('job-cancelled', atS, { job, by, isRunning });
}

// Bytes

export function listening(atS: number, server: number, address: string, by: AgentId): TraceEvent {
  return event('server-listening', atS, { server, address, by, location: at(1) });
}

export function serverClosed(atS: number, server: number): TraceEvent {
  return event('server-closed', atS, { server });
}

export function channelOpened(
  atS: number,
  channel: number,
  name: string,
  fields: Partial<Own<'channel-opened'>> = {},
): TraceEvent {
  const plain = { type: 'pipe', server: null, back: null } as const;
  return event('channel-opened', atS, { channel, name, ...plain, ...fields });
}

export function channelSeen(
  atS: number,
  channel: number,
  fields: Partial<Own<'channel-seen'>> = {},
): TraceEvent {
  return event('channel-seen', atS, {
    channel,
    unsent: 0,
    underway: 0,
    unread: 0,
    capacity: 65536,
    writer: null,
    reader: null,
    isWriterOpen: true,
    isReaderOpen: true,
    ...fields,
  });
}

// The program's lines and words

export function line(atS: number, by: AgentId, line: number): TraceEvent {
  return event('line', atS, { location: at(line), by });
}

export function printed(atS: number, by: AgentId, text: string): TraceEvent {
  return event('output', atS, { stream: 'stdout', text, by });
}

export function warned(atS: number, text: string): TraceEvent {
  return event('output', atS, { stream: 'stderr', text, by: 0 });
}

export function cut(atS: number, failure: string | null = null): TraceEvent {
  return event('trace-cut', atS, { failure });
}

/** Whole nanoseconds, whatever floating point makes of the seconds. */
export function ns(seconds: number): number {
  return Math.round(seconds * 1e9);
}

/**
 * Tasks that each sleep again and again, as `gather` makes them, with a line a step: large on
 * demand.
 */
export function manySleepers(tasks: number, sleeps: number, napS = 0.1): Trace {
  const events: TraceEvent[] = [...created(0, 1, 'main'), began(0, 1)];
  for (let task = 2; task < tasks + 2; task += 1) events.push(...created(0, task, 'nap', 1));
  events.push(suspended(0, 1, wait({ line: 9, call: 'gather' })));
  for (let round = 0; round <= sleeps; round += 1) {
    const atS = round * napS;
    if (round > 0) for (let task = 2; task < tasks + 2; task += 1) events.push(ready(atS, task));
    for (let task = 2; task < tasks + 2; task += 1) {
      if (round < sleeps) events.push(...step(atS, task, sleepUntil(atS + napS, 5)));
      else events.push(...step(atS, task, null));
    }
  }
  const endS = sleeps * napS;
  return traceOf([...events, ready(endS, 1), ...step(endS, 1, null)]);
}
