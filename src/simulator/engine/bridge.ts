/**
 * What the Python half may call: the kernel's time, and the emitters of events. Python's `None` comes
 * over as `undefined`.
 */
import type { AgentId, EventKind, LoopId } from '../../trace/schema.ts';
import type { TimedKind } from '../../trace/timed-waits.ts';
import type { ParkResult } from '../kernel/kernel-options.ts';
import type { ThreadId } from '../kernel/virtual-thread.ts';
import type { LateKind } from '../schedule.ts';
import type { Emitters } from './emitters.ts';

type OrNone<T> = T | undefined;

/** A Python function, as Pyodide hands it over; `callPromising` runs it on a stack of its own. */
export interface PyCallable {
  (): void;
  copy(): PyCallable;
  callPromising(): Promise<unknown>;
  destroy(): void;
}

export interface Bridge extends Emitters {
  /** The program begins: what has been computed so far was not its work. */
  begin(): void;
  /** See `Computing.askSoon`. */
  askSoon(): boolean;
  /** The running thread's own time. */
  nowNs(): number;
  /** What the running thread has computed on its own processor and not yet waited out. */
  readonly unsettledNs: number;
  settle(): ParkResult;
  exempt(exempt: boolean): boolean;
  /** Since when the running thread has computed for long, if that was not told before. */
  takeLongComputing(): OrNone<number>;
  /** Whether the running thread may do nothing but wait; see `Kernel.mayOnlySpin`. */
  mayOnlySpin(): boolean;
  /** It does: let it come to what is due next. */
  spin(): void;
  park(dueNs: OrNone<number>): ParkResult;
  /** What `park` said `'switched'` about: await it. A property, for Python to see a bare promise. */
  readonly resumption: Promise<void>;
  /** Whether a policy decides when things come; then {@link late} is to be asked. */
  readonly leavesOpen: boolean;
  /** When what could come at that moment does come; `of` is whose it is. */
  late(kind: LateKind, dueNs: number, of: OrNone<AgentId>): number;
  /** Whether waits are changed from outside; then {@link changed} is to be asked. */
  readonly changesWaits: boolean;
  /** How long a wait is to be that begins now; none for as long as it was going to be. */
  changed(kind: TimedKind, dueNs: number, of: AgentId, location: OrNone<number>): OrNone<number>;
  /** How long all is under way that is sent, whatever the program says; none for as it says. */
  readonly latencyNs: OrNone<number>;
  /** How many looks there are before the one after which a thread may be interrupted, and one more. */
  readonly looksToFirstInterruption: number;
  /**
   * The running thread may be interrupted at that look. Answers how many looks on the next one is at
   * which a thread may be.
   */
  interruptAtLook(look: number): number;
  /** How many looks the run had. */
  tellLooks(count: number): void;
  /** The running thread is about to be, if it is to be, where `location` says. */
  tellInterruption(location: OrNone<number>): void;
  /** Has a thread go on, when it comes to that, that waits for what was done now. */
  wake(thread: ThreadId): boolean;
  /** Has it look at once whether it should go on. */
  unpark(thread: ThreadId): boolean;
  /** Has `action` called at that moment, on behalf of no thread. */
  schedule(dueNs: number, action: PyCallable): void;
  /** Begins a thread that runs `start`; answers with its number. */
  spawn(start: PyCallable, ownCpu: boolean, afterNs: number): ThreadId;
  /** Ends a thread that does not run, whatever it was doing. */
  kill(thread: ThreadId): boolean;
  /** The running thread ends here; await {@link never} after it. */
  abandon(): void;
  readonly never: Promise<void>;
  /** Wakes `thread` at `dueNs`, or interrupts its computing. Answers what cancels that. */
  interruptAt(dueNs: number, thread: ThreadId): { cancelled: boolean };
  /** Has the file system say that what lies at a path is of another kind. */
  markNode(path: string, kind: number): void;
  /** See `FileLocks.lock`. */
  lockFile(fd: number, kind: number): boolean;
  /** Has `then` called when a lock on the file is given back. */
  onUnlock(fd: number, then: PyCallable): void;
  /** Whether something else is due or can run at this instant. */
  readonly isBusy: boolean;
  /**
   * A turn of the loop begins; `dueNs` is its next timer's, where it does not wait for that. Answers
   * whether something else is due or can run at this instant.
   */
  turn(dueNs: OrNone<number>): boolean;
  /** A blocking call begins: like turns of the loop, these have an end. */
  countStep(): void;
  /**
   * A call that could have blocked was told not to: polling, if done often. Answers whether others
   * should have their turn.
   */
  polled(): boolean;
  /** A thread of the kernel's is this agent from now on; unnamed ones are the main program. */
  name_thread(thread: ThreadId, agent: AgentId): void;
  /** The running thread runs this loop from now on, or none. */
  enter_loop(loop: OrNone<LoopId>): void;
  /** See `step-log.ts`. */
  open_step_log(address: number, ownWork: number): void;
  rewind_step_log(): void;
  /** What stands for a text in entries of the step log. */
  number_of_text(text: string): number;
  /**
   * The names of all functions that tell the host something, with spaces between. Asking a proxy
   * for its names would give another list in another browser, and move every object in memory.
   */
  readonly told: string;
  /** How the step log says what kind an entry is of. */
  number_of_kind(kind: EventKind): number;
  exited(
    status: number,
    type: OrNone<string>,
    message: OrNone<string>,
    location: OrNone<number>,
  ): void;
  /** Nothing can ever run again. */
  deadlocked(): void;
  /** Nothing can run again unless a client came from outside, and none can. */
  serving(): void;
  /** Nothing but output is recorded from now on. */
  cut_trace(failure: string): void;
  /** What could not be handled came to the edge of our half of Python; see `edge.py`. */
  gave_out(message: string, isByProgram: boolean): void;
  /** The running thread's recursion begins anew so many frames higher; see `recursion-depth.ts`. */
  discountFrames(count: number): void;
}

/** What Python tells beside events. */
export const OTHERS_TOLD = [
  'name_thread',
  'enter_loop',
  'open_step_log',
  'rewind_step_log',
  'number_of_text',
  'number_of_kind',
  'exited',
  'deadlocked',
  'serving',
  'cut_trace',
  'gave_out',
] as const satisfies readonly (keyof Bridge)[];
