/**
 * What the Python half may call: the kernel's time, and the recorder's ears. Python's `None` comes
 * over as `undefined`.
 */
import type {
  AgentId,
  CallbackId,
  Outcome,
  Output,
  PrimitiveId,
  RecordingEvent,
  TaskFinished,
  Wait,
} from '../../trace/recording.ts';
import { Kernel, type ParkResult, type ThreadId } from '../kernel/kernel.ts';
import { LIMIT_MESSAGES } from '../limits.ts';
import type { Limits } from '../simulator.ts';
import { StepLog } from './step-log.ts';

type OrNone<T> = T | undefined;

/** A Python function, as Pyodide hands it over; `callPromising` runs it on a stack of its own. */
interface PyCallable {
  (): void;
  copy(): PyCallable;
  callPromising(): Promise<unknown>;
  destroy(): void;
}

export interface Bridge {
  /** The running thread's own time. */
  nowNs(): number;
  /** What the running thread has computed apart and not yet waited out. */
  readonly owedNs: number;
  settle(): ParkResult;
  excuse(excused: boolean): boolean;
  park(dueNs: OrNone<number>): ParkResult;
  /** What `park` said `'switched'` about: await it. A property, for Python to see a bare promise. */
  readonly resumption: Promise<void>;
  unpark(thread: ThreadId): boolean;
  /** Has `action` called at that moment, on behalf of no thread. */
  schedule(dueNs: number, action: PyCallable): void;
  /** Begins a thread that runs `start`; answers with its number. */
  spawn(start: PyCallable, apart: boolean, afterNs: number): ThreadId;
  /** Ends a thread that does not run, whatever it was doing. */
  kill(thread: ThreadId): boolean;
  /** The running thread ends here; await {@link never} after it. */
  abandon(): void;
  readonly never: Promise<void>;
  /** Wakes `thread` at `dueNs`, or interrupts its computing. Answers what cancels that. */
  interruptAt(dueNs: number, thread: ThreadId): { cancelled: boolean };
  /** Whether something else is due or can run at this instant. */
  readonly isBusy: boolean;
  /** A turn of the loop begins. Answers whether something else is due or can run at this instant. */
  turn(): boolean;
  output(stream: Output['stream'], text: string, by: AgentId): void;
  taskCreated(
    task: AgentId,
    name: string,
    coroutine: string,
    parent: AgentId,
    line: OrNone<number>,
  ): void;
  /** See {@link StepLog}. */
  openStepLog(address: number): void;
  rewindStepLog(): void;
  nameCall(id: number, call: string): void;
  taskFinished(task: AgentId, how: TaskFinished['how'], detail: string): void;
  threadStarted(thread: AgentId, name: string, parent: AgentId, line: OrNone<number>): void;
  threadParked(
    thread: AgentId,
    line: OrNone<number>,
    call: OrNone<string>,
    untilNs: OrNone<number>,
  ): void;
  threadResumed(thread: AgentId): void;
  threadEnded(thread: AgentId): void;
  callbackScheduled(
    callback: CallbackId,
    name: string,
    by: AgentId,
    line: OrNone<number>,
    dueNs: OrNone<number>,
  ): void;
  callbackBegan(callback: CallbackId): void;
  callbackEnded(callback: CallbackId): void;
  callbackCancelled(callback: CallbackId, by: AgentId): void;
  /** The state is a {@link PrimitiveState} as JSON. */
  primitiveSeen(primitive: PrimitiveId, type: string, name: OrNone<string>, state: string): void;
  primitiveChanged(primitive: PrimitiveId, by: AgentId, state: string): void;
  loopBlocked(by: AgentId, fromNs: number, line: OrNone<number>, call: string): void;
  exited(status: number, type: OrNone<string>, message: OrNone<string>, line: OrNone<number>): void;
  deadlocked(report: string): void;
  tracingFailed(message: string): void;
}

export interface SessionOptions {
  readonly limits: Limits;
  /** All of the interpreter's memory. */
  readonly memory: () => Float64Array;
  readonly record: (event: RecordingEvent) => void;
  /** Closes the recording. Called at most once. */
  readonly finish: (outcome: Outcome, endedNs: number) => void;
}

/** Thrown into Python once the recording is closed; nothing that follows is seen. */
export class RunOver extends Error {
  constructor() {
    super('the run is over');
  }
}

/** A kernel and the bridge to it, for one run. */
export interface Session {
  readonly kernel: Kernel;
  readonly bridge: Bridge;
  /** The program was refused memory; should it fail now, that is why. */
  memoryRefused(): void;
  /** Closes the recording because of a fault of the engine's own, unless it is closed already. */
  crashed(message: string): void;
}

export function createSession({ limits, memory, record, finish }: SessionOptions): Session {
  const kernel = new Kernel({
    virtualTimeLimitNs: limits.virtualTimeNs,
    onVirtualTimeLimit: () => exceed('virtual-time'),
    beforeChange: () => steps.drain(),
  });
  let over = false;
  let turns = 0;
  let tasks = 0;
  let outputChars = 0;
  let recorded = 0;
  let memoryWasRefused = false;

  const end = (outcome: Outcome) => {
    if (over) return;
    steps.drain();
    over = true;
    finish(outcome, kernel.nowNs);
  };
  function exceed(limit: keyof typeof LIMIT_MESSAGES): never {
    end({ kind: 'limited', limit, message: LIMIT_MESSAGES[limit](limits) });
    throw new RunOver();
  }
  const keep = (event: RecordingEvent) => {
    if (over) return;
    recorded += 1;
    if (recorded < MOST_EVENTS || event.kind === 'output') record(event);
    else if (recorded === MOST_EVENTS) record({ kind: 'recording-cut', atNs: event.atNs });
  };
  const tell = (event: RecordingEvent) => {
    if (over) throw new RunOver();
    steps.drain();
    keep(event);
  };
  const at = () => kernel.nowNs;
  const steps = new StepLog({
    memory,
    onStep: () => kernel.beginSlice(),
    nowNs: at,
    tell: keep,
  });
  /** The interpreter cannot go on; where a limit of ours is the cause, that is how the run ended. */
  const crashed = (message: string) => {
    const limit = memoryWasRefused ? 'memory' : STACK_OVERFLOW.test(message) ? 'recursion' : null;
    end(
      limit
        ? { kind: 'limited', limit, message: LIMIT_MESSAGES[limit](limits) }
        : { kind: 'crashed', message },
    );
  };
  const exitThread = () => {
    if (!kernel.exit()) end({ kind: 'deadlocked', report: ABANDONED });
  };
  const startThread = async (entry: PyCallable) => {
    try {
      // Not on the stack of the thread that parks: it has to leave its own first.
      await Promise.resolve();
      await entry.callPromising();
      entry.destroy();
      exitThread();
    } catch (error) {
      crashed(`a thread ended unexpectedly: ${error}`);
    }
  };

  const bridge: Bridge = {
    nowNs: () => kernel.localNowNs,
    get owedNs() {
      return kernel.owedNs;
    },
    settle: () => kernel.settle(),
    excuse: (excused) => kernel.excuse(excused),
    park: (dueNs) => kernel.park(dueNs ?? null),
    get resumption() {
      return kernel.resumption;
    },
    unpark: (thread) => kernel.unpark(thread),
    schedule(dueNs, action) {
      const kept = action.copy();
      kernel.schedule(dueNs, () => {
        kept();
        kept.destroy();
      });
    },
    spawn(start, apart, afterNs) {
      const entry = start.copy();
      return kernel.spawn(() => startThread(entry), { apart, afterNs });
    },
    kill: (thread) => kernel.kill(thread),
    abandon: exitThread,
    never: new Promise(() => {}),
    interruptAt: (dueNs, thread) => kernel.interruptAt(dueNs, thread),
    get isBusy() {
      return kernel.isBusy;
    },
    turn() {
      turns += 1;
      if (turns > limits.steps) exceed('steps');
      if (over) throw new RunOver();
      return kernel.isBusy;
    },
    output(stream, text, by) {
      const room = limits.outputChars - outputChars;
      outputChars += text.length;
      tell({ kind: 'output', atNs: at(), stream, text: text.slice(0, room), by });
      if (text.length > room) exceed('output');
    },
    taskCreated(task, name, coroutine, parent, line) {
      tasks += 1;
      if (tasks > limits.tasks) exceed('tasks');
      tell({ kind: 'task-created', atNs: at(), task, name, coroutine, parent, line: line ?? null });
    },
    openStepLog: (address) => steps.open(address),
    rewindStepLog: () => steps.rewind(),
    nameCall: (id, call) => steps.nameCall(id, call),
    taskFinished: (task, how, detail) =>
      tell({ kind: 'task-finished', atNs: at(), task, how, detail }),
    threadStarted: (thread, name, parent, line) =>
      tell({ kind: 'thread-started', atNs: at(), thread, name, parent, line: line ?? null }),
    threadParked: (thread, line, call, untilNs) =>
      tell({ kind: 'thread-parked', atNs: at(), thread, waitsOn: waitOf({ line, call, untilNs }) }),
    threadResumed: (thread) => tell({ kind: 'thread-resumed', atNs: at(), thread }),
    threadEnded: (thread) => tell({ kind: 'thread-ended', atNs: at(), thread }),
    callbackScheduled: (callback, name, by, line, dueNs) =>
      tell({
        kind: 'callback-scheduled',
        atNs: at(),
        callback,
        name,
        by,
        line: line ?? null,
        dueNs: dueNs ?? null,
      }),
    callbackBegan(callback) {
      kernel.beginSlice();
      tell({ kind: 'callback-began', atNs: at(), callback });
    },
    callbackEnded: (callback) => tell({ kind: 'callback-ended', atNs: at(), callback }),
    callbackCancelled: (callback, by) =>
      tell({ kind: 'callback-cancelled', atNs: at(), callback, by }),
    primitiveSeen: (primitive, type, name, state) =>
      tell({
        kind: 'primitive-seen',
        atNs: at(),
        primitive,
        type,
        name: name ?? null,
        state: JSON.parse(state),
      }),
    primitiveChanged: (primitive, by, state) =>
      tell({ kind: 'primitive-changed', atNs: at(), primitive, by, state: JSON.parse(state) }),
    loopBlocked: (by, fromNs, line, call) =>
      tell({ kind: 'loop-blocked', atNs: at(), fromNs, by, line: line ?? null, call }),
    exited(status, type, message, line) {
      if (type === 'MemoryError' && memoryWasRefused) return crashed(type);
      const error =
        type === undefined ? null : { type, message: message ?? '', line: line ?? null };
      end({ kind: 'exited', status, error });
    },
    deadlocked: (report) => end({ kind: 'deadlocked', report }),
    tracingFailed: (message) => crashed(`the recorder failed: ${message}`),
  };
  const memoryRefused = () => {
    memoryWasRefused = true;
  };
  return { kernel, bridge, memoryRefused, crashed };
}

/** Python's `None` has come as `undefined`; a recording says `null`. */
function waitOf(wait: { [Key in keyof Wait]?: Wait[Key] | undefined }): Wait {
  return {
    line: wait.line ?? null,
    call: wait.call ?? null,
    task: wait.task ?? null,
    primitive: wait.primitive ?? null,
    untilNs: wait.untilNs ?? null,
  };
}

const ABANDONED = 'Deadlock: the last thread ended, and every other one waits for ever.';

/** More than 100,000 steps with all that belongs to them; past it only output is recorded. */
const MOST_EVENTS = 1_000_000;

/** What V8, SpiderMonkey and JavaScriptCore say when the stack is full. */
const STACK_OVERFLOW = /call stack size exceeded|too much recursion/;
