/**
 * The recording: what one run of a program left behind.
 *
 * This is the contract in the middle of the project. The simulator writes it; the timeline, the
 * snippet player, the checks and the study tools read it. It is plain data: it survives JSON and
 * `postMessage` unchanged, and nothing in it depends on real time or on the machine.
 *
 * All times are virtual, in whole nanoseconds since the program began.
 */

/** Raised whenever a reader of recordings would misread an older one. */
export const RECORDING_VERSION = 1;

export interface Recording {
  readonly version: typeof RECORDING_VERSION;
  readonly program: RecordedProgram;
  /** In the order in which they happened: `atNs` never decreases. */
  readonly events: readonly RecordingEvent[];
  readonly outcome: Outcome;
  /** Virtual time at which the run was over. */
  readonly endedNs: number;
}

export interface RecordedProgram {
  /** The file name that tracebacks show. */
  readonly name: string;
  /** What `random` was seeded with. */
  readonly seed: number;
}

/**
 * Who acts: `0` is the program's own top level and whatever runs outside tasks and threads; tasks
 * and threads are numbered from 1 in the order of their creation.
 */
export type AgentId = number;

/** The agent that stands for module-level code and plain callbacks on the main thread. */
export const MAIN_AGENT: AgentId = 0;

/** Locks, queues, futures and their kin, numbered from 1 in the order of their first use. */
export type PrimitiveId = number;

/** Callbacks that the program gave to the loop, numbered from 1. */
export type CallbackId = number;

export type RecordingEvent =
  | TaskCreated
  | TaskReady
  | StepBegan
  | StepEnded
  | TaskFinished
  | ThreadStarted
  | ThreadParked
  | ThreadResumed
  | ThreadEnded
  | CallbackScheduled
  | CallbackBegan
  | CallbackEnded
  | CallbackCancelled
  | PrimitiveSeen
  | PrimitiveChanged
  | LineReached
  | LoopBlocked
  | Output
  | RecordingCut;

interface At {
  readonly atNs: number;
}

/** A task came into being, wrapped round a coroutine. */
export interface TaskCreated extends At {
  readonly kind: 'task-created';
  readonly task: AgentId;
  readonly name: string;
  /** The coroutine's qualified name, `fetch` or `Shop.open`. */
  readonly coroutine: string;
  /** Who created it. */
  readonly parent: AgentId;
  /** The line of the program that created it; null when library code did on its own. */
  readonly line: number | null;
}

/** A task's next step was put into the ready queue. */
export interface TaskReady extends At {
  readonly kind: 'task-ready';
  readonly task: AgentId;
  /** Who woke it; null where the loop did: a timer, input, or a callback of the library. */
  readonly by: AgentId | null;
}

/** The loop began to run one slice of a task, up to its next suspension. */
export interface StepBegan extends At {
  readonly kind: 'step-began';
  readonly task: AgentId;
}

/** The task gave control back to the loop. */
export interface StepEnded extends At {
  readonly kind: 'step-ended';
  readonly task: AgentId;
  /** Null when the task finished in this step; the `task-finished` event says how. */
  readonly waitsOn: Wait | null;
}

/** What a suspended task or a parked thread waits for. */
export interface Wait {
  /** The line of the program at which it stands; null outside the program's file. */
  readonly line: number | null;
  /** The library call it is in, `sleep`, `Lock.acquire`, `Queue.get`, `gather` …; null for a bare future. */
  readonly call: string | null;
  /** The task it awaits, where it awaits one. */
  readonly task: AgentId | null;
  /** The primitive it waits at, where there is one. */
  readonly primitive: PrimitiveId | null;
  /** When a timer will end the wait, where one will. */
  readonly untilNs: number | null;
}

/** That of an eager task, which takes its first step before anything is told of it but its creation. */
export const UNKNOWN_WAIT: Wait = Object.freeze({
  line: null,
  call: null,
  task: null,
  primitive: null,
  untilNs: null,
});

export interface TaskFinished extends At {
  readonly kind: 'task-finished';
  readonly task: AgentId;
  readonly how: 'returned' | 'raised' | 'cancelled';
  /** A short `repr` of the result, or the exception's type and message; empty for `None` and for cancellation. */
  readonly detail: string;
}

export interface ThreadStarted extends At {
  readonly kind: 'thread-started';
  readonly thread: AgentId;
  readonly name: string;
  readonly parent: AgentId;
  readonly line: number | null;
}

/** A thread other than the main one stands still in a blocking call. */
export interface ThreadParked extends At {
  readonly kind: 'thread-parked';
  readonly thread: AgentId;
  readonly waitsOn: Wait;
}

export interface ThreadResumed extends At {
  readonly kind: 'thread-resumed';
  readonly thread: AgentId;
}

export interface ThreadEnded extends At {
  readonly kind: 'thread-ended';
  readonly thread: AgentId;
}

/** The program gave the loop a callback of its own: `call_soon`, `call_later`, `call_at`. */
export interface CallbackScheduled extends At {
  readonly kind: 'callback-scheduled';
  readonly callback: CallbackId;
  readonly name: string;
  readonly by: AgentId;
  readonly line: number | null;
  /** When its timer goes off; null where it is ready at once. */
  readonly dueNs: number | null;
}

export interface CallbackBegan extends At {
  readonly kind: 'callback-began';
  readonly callback: CallbackId;
}

export interface CallbackEnded extends At {
  readonly kind: 'callback-ended';
  readonly callback: CallbackId;
}

/** A callback was cancelled before it ran: its timer, if it had one, is gone. */
export interface CallbackCancelled extends At {
  readonly kind: 'callback-cancelled';
  readonly callback: CallbackId;
  readonly by: AgentId;
}

/** The program first used a primitive that tasks can wait at. */
export interface PrimitiveSeen extends At {
  readonly kind: 'primitive-seen';
  readonly primitive: PrimitiveId;
  /** Its class, `Lock`, `BoundedSemaphore`, `PriorityQueue`. */
  readonly type: string;
  /** As the program calls it, `db_lock`, `self.slots`, `forks[2]`; null where it could not be found. */
  readonly name: string | null;
  readonly state: PrimitiveState;
}

export interface PrimitiveChanged extends At {
  readonly kind: 'primitive-changed';
  readonly primitive: PrimitiveId;
  readonly by: AgentId;
  readonly state: PrimitiveState;
}

/** Who waits at it is not in here: that is in the waits of the tasks. */
export type PrimitiveState =
  | { readonly kind: 'lock'; readonly holder: AgentId | null }
  | { readonly kind: 'semaphore'; readonly value: number; readonly holders: readonly AgentId[] }
  | { readonly kind: 'event'; readonly isSet: boolean }
  | { readonly kind: 'condition'; readonly holder: AgentId | null }
  | { readonly kind: 'barrier'; readonly arrived: number; readonly parties: number }
  /** `maxSize` is 0 for a queue without bounds; `unfinished` is what `join` waits for. */
  | {
      readonly kind: 'queue';
      readonly size: number;
      readonly maxSize: number;
      readonly unfinished: number;
    }
  | { readonly kind: 'future'; readonly state: 'pending' | 'result' | 'exception' | 'cancelled' };

/**
 * A line of the program was reached, by whom. Lines that are reached very often are reported for a
 * while only, so that a hot loop does not fill the recording.
 */
export interface LineReached extends At {
  readonly kind: 'line';
  readonly line: number;
  readonly by: AgentId;
}

/** A blocking call has held the loop's thread until now: nothing else could run meanwhile. */
export interface LoopBlocked extends At {
  readonly kind: 'loop-blocked';
  readonly fromNs: number;
  readonly by: AgentId;
  readonly line: number | null;
  /** The call that blocked, such as `time.sleep`. */
  readonly call: string;
}

export interface Output extends At {
  readonly kind: 'output';
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  readonly by: AgentId;
}

/** The recording has reached its limit: after this, only output is recorded. */
export interface RecordingCut extends At {
  readonly kind: 'recording-cut';
}

/** How the run ended. */
export type Outcome =
  /** The program ended by itself, as `python main.py` would. */
  | { readonly kind: 'exited'; readonly status: number; readonly error: UncaughtError | null }
  /** Nothing was ready, nothing was scheduled, and the program still waited. */
  | { readonly kind: 'deadlocked'; readonly report: string }
  /** A limit was reached; the output so far is kept. */
  | { readonly kind: 'limited'; readonly limit: LimitName; readonly message: string }
  /** The reader pressed Stop. */
  | { readonly kind: 'stopped' }
  /** The engine itself failed: a fault of ours, not of the program. */
  | { readonly kind: 'crashed'; readonly message: string };

export type LimitName =
  | 'real-time'
  | 'virtual-time'
  | 'steps'
  | 'output'
  | 'tasks'
  | 'memory'
  | 'recursion';

/** The exception that ended the program. Its traceback is in the output, on stderr. */
export interface UncaughtError {
  /** The exception class, `ValueError` or `asyncio.TimeoutError`. */
  readonly type: string;
  readonly message: string;
  /** The innermost line of the program that it passed through; null if none. */
  readonly line: number | null;
}
