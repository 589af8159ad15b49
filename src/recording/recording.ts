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
 * Who is running: `0` is the program's own top level and whatever runs outside any task; tasks are
 * numbered from 1 in the order of their creation.
 */
export type AgentId = number;

/** The agent that stands for module-level code and plain callbacks. */
export const MAIN_AGENT: AgentId = 0;

export type RecordingEvent =
  | TaskCreated
  | StepBegan
  | StepEnded
  | TaskReady
  | TaskFinished
  | LoopBlocked
  | Output;

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

/** What a suspended task waits for. */
export interface Wait {
  /** The line of the program at which the task is suspended; null outside the program's file. */
  readonly line: number | null;
  /** The library call it is suspended in, `sleep`, `Lock.acquire`, `Queue.get` …; null for a bare future. */
  readonly call: string | null;
  /** The task it awaits, where it awaits one. */
  readonly task: AgentId | null;
  /** When a timer will end the wait, where one will. */
  readonly untilNs: number | null;
}

/** A waiting task's next step was put into the ready queue. */
export interface TaskReady extends At {
  readonly kind: 'task-ready';
  readonly task: AgentId;
}

export interface TaskFinished extends At {
  readonly kind: 'task-finished';
  readonly task: AgentId;
  readonly how: 'returned' | 'raised' | 'cancelled';
  /** A short `repr` of the result or of the exception; empty for `None` and for cancellation. */
  readonly detail: string;
}

/** A blocking call held the loop's thread: nothing else could run meanwhile. */
export interface LoopBlocked extends At {
  readonly kind: 'loop-blocked';
  readonly by: AgentId;
  readonly untilNs: number;
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

export type LimitName = 'real-time' | 'virtual-time' | 'steps' | 'output' | 'tasks' | 'memory' | 'recursion';

/** The exception that ended the program. Its traceback is in the output, on stderr. */
export interface UncaughtError {
  /** The exception class, `ValueError` or `asyncio.TimeoutError`. */
  readonly type: string;
  readonly message: string;
  /** The innermost line of the program that it passed through; null if none. */
  readonly line: number | null;
}
