/** Small recordings to test with, in seconds and with every field that does not matter left out. */
import type {
  AgentId,
  Outcome,
  PrimitiveId,
  PrimitiveState,
  Recording,
  RecordingEvent,
  Wait,
} from './recording.ts';

export function recordingOf(
  events: readonly (RecordingEvent | readonly RecordingEvent[])[],
  options: { readonly outcome?: Outcome; readonly endedS?: number } = {},
): Recording {
  const flat = events.flat();
  return {
    version: 1,
    program: { name: 'main.py', seed: 0 },
    events: flat,
    outcome: options.outcome ?? { kind: 'exited', status: 0, error: null },
    endedNs: options.endedS === undefined ? (flat.at(-1)?.atNs ?? 0) : ns(options.endedS),
  };
}

export const DEADLOCKED: Outcome = { kind: 'deadlocked', report: 'Deadlock' };

/** Created and put into the ready queue. */
export function created(
  atS: number,
  task: AgentId,
  coroutine: string,
  parent: AgentId = 0,
  { name = `Task-${task}`, line = 1 }: { name?: string; line?: number | null } = {},
): RecordingEvent[] {
  const by = parent === 0 ? null : parent;
  return [
    { kind: 'task-created', atNs: ns(atS), task, name, coroutine, parent, line },
    ready(atS, task, by),
  ];
}

export function ready(atS: number, task: AgentId, by: AgentId | null = null): RecordingEvent {
  return { kind: 'task-ready', atNs: ns(atS), task, by };
}

export function began(atS: number, task: AgentId): RecordingEvent {
  return { kind: 'step-began', atNs: ns(atS), task };
}

export function suspended(atS: number, task: AgentId, waitsOn: Wait): RecordingEvent {
  return { kind: 'step-ended', atNs: ns(atS), task, waitsOn };
}

export function finished(
  atS: number,
  task: AgentId,
  how: 'returned' | 'raised' | 'cancelled' = 'returned',
  detail = '',
): RecordingEvent[] {
  return [
    { kind: 'step-ended', atNs: ns(atS), task, waitsOn: null },
    { kind: 'task-finished', atNs: ns(atS), task, how, detail },
  ];
}

/** A step that takes no time; `null` finishes the task. */
export function step(atS: number, task: AgentId, waitsOn: Wait | null): RecordingEvent[] {
  const end = waitsOn ? [suspended(atS, task, waitsOn)] : finished(atS, task);
  return [began(atS, task), ...end];
}

/** A wait that begins and a wait that ends, by its timer. */
export function slept(fromS: number, task: AgentId, toS: number, line = 1): RecordingEvent[] {
  return [...step(fromS, task, sleepUntil(toS, line)), ready(toS, task)];
}

export function wait(fields: Partial<Wait> = {}): Wait {
  return { line: null, call: null, task: null, primitive: null, untilNs: null, ...fields };
}

export function sleepUntil(untilS: number | null, line: number): Wait {
  return wait({ line, call: 'sleep', untilNs: untilS === null ? null : ns(untilS) });
}

export function blocked(
  fromS: number,
  by: AgentId,
  toS: number,
  line: number,
  call = 'time.sleep',
): RecordingEvent {
  return { kind: 'loop-blocked', atNs: ns(toS), fromNs: ns(fromS), by, line, call };
}

export function line(atS: number, by: AgentId, line: number): RecordingEvent {
  return { kind: 'line', atNs: ns(atS), line, by };
}

export function printed(atS: number, by: AgentId, text: string): RecordingEvent {
  return { kind: 'output', atNs: ns(atS), stream: 'stdout', text, by };
}

export function warned(atS: number, text: string): RecordingEvent {
  return { kind: 'output', atNs: ns(atS), stream: 'stderr', text, by: 0 };
}

export function threadStarted(
  atS: number,
  thread: AgentId,
  name: string,
  parent: AgentId,
): RecordingEvent {
  return { kind: 'thread-started', atNs: ns(atS), thread, name, parent, line: 1 };
}

export function threadParked(atS: number, thread: AgentId, waitsOn: Wait): RecordingEvent {
  return { kind: 'thread-parked', atNs: ns(atS), thread, waitsOn };
}

export function threadResumed(atS: number, thread: AgentId): RecordingEvent {
  return { kind: 'thread-resumed', atNs: ns(atS), thread };
}

export function threadEnded(atS: number, thread: AgentId): RecordingEvent {
  return { kind: 'thread-ended', atNs: ns(atS), thread };
}

export function scheduled(
  atS: number,
  callback: number,
  name: string,
  dueS: number | null,
  by: AgentId = 0,
): RecordingEvent {
  const dueNs = dueS === null ? null : ns(dueS);
  return { kind: 'callback-scheduled', atNs: ns(atS), callback, name, by, line: 1, dueNs };
}

export function cancelledCallback(atS: number, callback: number, by: AgentId = 0): RecordingEvent {
  return { kind: 'callback-cancelled', atNs: ns(atS), callback, by };
}

/** A callback that runs for no time, unless told until when. */
export function called(
  atS: number,
  callback: number,
  within: readonly RecordingEvent[] = [],
  endedS = atS,
): RecordingEvent[] {
  return [
    { kind: 'callback-began', atNs: ns(atS), callback },
    ...within,
    { kind: 'callback-ended', atNs: ns(endedS), callback },
  ];
}

export function seen(
  atS: number,
  primitive: PrimitiveId,
  type: string,
  name: string | null,
  state: PrimitiveState,
): RecordingEvent {
  return { kind: 'primitive-seen', atNs: ns(atS), primitive, type, name, state };
}

export function changed(
  atS: number,
  primitive: PrimitiveId,
  by: AgentId,
  state: PrimitiveState,
): RecordingEvent {
  return { kind: 'primitive-changed', atNs: ns(atS), primitive, by, state };
}

export function cut(atS: number): RecordingEvent {
  return { kind: 'recording-cut', atNs: ns(atS) };
}

/** Whole nanoseconds, whatever floating point makes of the seconds. */
export function ns(seconds: number): number {
  return Math.round(seconds * 1e9);
}

/**
 * Tasks that each sleep again and again, as `gather` makes them, with a line a step: large on
 * demand.
 */
export function manySleepers(tasks: number, sleeps: number, napS = 0.1): Recording {
  const events: RecordingEvent[] = [...created(0, 1, 'main'), began(0, 1)];
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
  return recordingOf([...events, ready(endS, 1), ...step(endS, 1, null)]);
}
