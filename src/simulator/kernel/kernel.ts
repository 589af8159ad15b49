/**
 * The discrete-event kernel: the one owner of virtual time, and of who runs.
 *
 * It knows what is due when, and moves the clock: to the next event when every thread waits, by a
 * fixed cost when one computes. Virtual threads take turns: one runs until it parks, or has kept
 * another waiting for too long, then the one that became runnable first. It knows nothing of Python,
 * of asyncio or of recordings; and it decides no order but first come, first served. What comes later
 * than it could, if anything, a policy decides (`schedule-policy.ts`).
 *
 * Time is a whole number of nanoseconds, exact in a double up to 104 days.
 */
import type { LateKind } from '../schedule.ts';
import { EventQueue, type Scheduled } from './event-queue.ts';
import {
  EPOCH_MS,
  type KernelOptions,
  type ParkResult,
  type SpawnOptions,
} from './kernel-options.ts';
import { OpenChoices } from './open-choices.ts';
import { PollingCost } from './polling-cost.ts';
import { createThread, type ThreadId, type VirtualThread } from './virtual-thread.ts';

/** How long a thread with a processor of its own may compute before it has to let others run. */
const SLICE_NS = 10_000_000;

/**
 * How long a thread that could run waits for one that computes: CPython's switch interval
 * (`sys.getswitchinterval`, Python/ceval_gil.c).
 */
const SWITCH_INTERVAL_NS = 5_000_000;

export const MAIN_THREAD: ThreadId = 0;
const NEVER = Number.POSITIVE_INFINITY;

export class Kernel {
  /** Wall-clock time at time zero. */
  readonly epochMs: number;
  readonly #options: KernelOptions;
  readonly #events = new EventQueue();
  readonly #threads = new Map<ThreadId, VirtualThread>();
  readonly #runnable: VirtualThread[] = [];
  readonly #polling = new PollingCost();
  /** What the run leaves open. */
  readonly open: OpenChoices;
  #running: VirtualThread;
  #threadsStarted = MAIN_THREAD;
  #resumption: Promise<void> = Promise.resolve();
  #nowNs = 0;
  #interrupts: Scheduled[] = [];
  #computedNs = 0;
  #threadTurns = 0;
  /** What all threads without a processor of their own have spent computing. */
  #sharedCpuNs = 0;

  constructor(options: KernelOptions) {
    this.#options = options;
    this.open = new OpenChoices(options.policy, options.onLate);
    this.epochMs = options.epochMs ?? EPOCH_MS;
    this.#running = createThread(MAIN_THREAD, { resume: () => {}, ownCpu: false, nowNs: 0 });
    this.#threads.set(MAIN_THREAD, this.#running);
  }

  get nowNs(): number {
    return this.#nowNs;
  }

  /** The time as the running thread has it: what its own processor computed has passed for it alone. */
  get localNowNs(): number {
    return this.#nowNs + this.#running.unsettledNs;
  }

  /** The thread that runs. */
  get running(): VirtualThread {
    return this.#running;
  }

  /** Where the thread that has just been switched away from waits for its turn. */
  get resumption(): Promise<void> {
    return this.#resumption;
  }

  /** What the program reads as `time.monotonic()`. Polling it moves it. */
  readMonotonicNs(): number {
    const costNs = this.#polling.reading();
    if (costNs > 0) this.#spend(costNs);
    return this.localNowNs;
  }

  /**
   * What the program reads as `time.process_time()`, or `time.thread_time()` of the running thread.
   * A thread with a processor of its own is a process's only one.
   */
  readCpuNs(of: 'process' | 'thread'): number {
    this.readMonotonicNs();
    const me = this.#running;
    return of === 'thread' || me.ownCpu ? me.cpuNs : this.#sharedCpuNs;
  }

  /** Has `action` run when the clock comes to `dueNs`; at once, if that has passed. */
  schedule(dueNs: number, action: () => void): Scheduled {
    return this.#events.push(Math.max(dueNs, this.#nowNs), action);
  }

  /** When what could come at `dueNs` does come, as the policy has it; `whose` is only passed on. */
  late(kind: LateKind, dueNs: number, whose: number | null = null): number {
    return this.open.late(kind, dueNs, this.localNowNs, whose);
  }

  /**
   * The running thread may be interrupted at that look: it is to be, if another can run.
   *
   * @returns how many looks after it one may be again.
   */
  interruptAtLook(look: number): number {
    const isVain = !this.isBusy;
    if (!isVain) this.#running.interruption = { look, byNs: this.open.interruptionNs(look) };
    return this.open.looksToInterruption(look, isVain);
  }

  /** Whether anything could happen before time moves on, were the running thread to park. */
  get isBusy(): boolean {
    const next = this.#events.peek();
    return this.#runnable.length > 0 || (next !== undefined && next.dueNs <= this.#nowNs);
  }

  /**
   * The running thread stands still: until `dueNs`, or until it is unparked. What is due meanwhile
   * happens, and what can run meanwhile runs.
   *
   * @param dueNs null to wait for being unparked alone.
   */
  park(dueNs: number | null): ParkResult {
    this.#running.slice.begin();
    return this.#standStill(dueNs);
  }

  /**
   * The running thread waits until what it has computed on its own has passed for everyone, and for
   * as long as it is interrupted; those who could run by then have their turn first.
   */
  settle(): ParkResult {
    const dueNs = this.localNowNs + (this.#running.interruption?.byNs ?? 0);
    this.#running.unsettledNs = 0;
    return this.#standStill(dueNs);
  }

  #standStill(dueNs: number | null): ParkResult {
    const me = this.#running;
    me.interruption = null;
    me.parked = true;
    me.deadline = dueNs === null ? null : this.schedule(dueNs, () => this.unpark(me.id));
    const next = this.#nextToRun();
    if (!next) {
      me.parked = false;
      return 'stuck';
    }
    if (next === me) return 'woken';
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#resumption = promise;
    me.resume = resolve;
    this.#switchTo(next);
    return 'switched';
  }

  /** Makes a parked thread runnable. False if it was not parked. */
  unpark(id: ThreadId): boolean {
    const thread = this.#threads.get(id);
    if (!thread?.parked) return false;
    thread.parked = false;
    if (thread.deadline) thread.deadline.cancelled = true;
    thread.sinceNs = this.#nowNs;
    this.#runnable.push(thread);
    return true;
  }

  /** The running thread has done what a parked one waits for. False if that was not parked. */
  wake(id: ThreadId): boolean {
    if (!this.#threads.get(id)?.parked) return false;
    const dueNs = this.late('wake', this.#nowNs);
    if (dueNs === this.#nowNs) return this.unpark(id);
    this.schedule(dueNs, () => this.unpark(id));
    return true;
  }

  /** Makes a new thread, runnable behind those that already are. `start` is called at its turn. */
  spawn(start: () => void, { ownCpu = false, afterNs = 0 }: SpawnOptions = {}): ThreadId {
    this.#threadsStarted += 1;
    const id = this.#threadsStarted;
    const thread = createThread(id, { resume: start, ownCpu, nowNs: this.#nowNs });
    this.#threads.set(id, thread);
    const startNs = this.late('start', this.#nowNs + afterNs);
    if (startNs === this.#nowNs) this.#runnable.push(thread);
    else {
      thread.parked = true;
      thread.deadline = this.schedule(startNs, () => this.unpark(id));
    }
    return id;
  }

  /**
   * The running thread has ended. If no other can ever run, the main one is woken, to park again and
   * learn that it is stuck. False if that has ended as well.
   */
  exit(): boolean {
    this.#threads.delete(this.#running.id);
    let next = this.#nextToRun();
    if (!next && this.unpark(MAIN_THREAD)) next = this.#nextToRun();
    if (!next) return false;
    this.#switchTo(next);
    return true;
  }

  /** Ends a thread that does not run: it is never resumed. False if there is no such thread. */
  kill(id: ThreadId): boolean {
    const thread = this.#threads.get(id);
    if (!thread) return false;
    this.#threads.delete(id);
    if (thread.deadline) thread.deadline.cancelled = true;
    const place = this.#runnable.indexOf(thread);
    if (place >= 0) this.#runnable.splice(place, 1);
    return true;
  }

  /**
   * Has `thread` woken at `dueNs`; if it computes at that time, {@link compute} says so until what
   * this answers is cancelled.
   */
  interruptAt(dueNs: number, thread: ThreadId): Scheduled {
    const interrupt = this.schedule(dueNs, () => this.unpark(thread));
    this.#interrupts.push(interrupt);
    return interrupt;
  }

  /**
   * An event loop begins a turn, or a thread a blocking call; that takes time where they only poll.
   *
   * @param dueNs when the loop's next timer is due, where it does not wait for that.
   * @returns whether time has passed.
   */
  turn(dueNs: number | null = null): boolean {
    const nextNs = Math.min(dueNs ?? NEVER, this.#events.peek()?.dueNs ?? NEVER);
    const costNs = this.#polling.turn(nextNs - this.localNowNs);
    if (costNs > 0) this.#spend(costNs);
    return costNs > 0;
  }

  /**
   * The running thread has computed for about `costNs` of a real machine's time. True if it should
   * be interrupted: others must have their turn, what {@link interruptAt} announced is due, or it
   * computes for long.
   */
  compute(costNs: number): boolean {
    this.#options.beforeChange?.();
    const me = this.#running;
    if (me.exempt) return false;
    me.slice.add(costNs, this.localNowNs);
    this.#computedNs += costNs;
    if (this.#computedNs > this.#options.computingLimitNs) this.#options.onLimit('computing');
    if (!me.slice.isFree) this.#spend(costNs);
    this.#interrupts = this.#interrupts.filter(({ cancelled }) => !cancelled);
    return (
      me.interruption !== null ||
      this.#isOverTime(me) ||
      me.slice.isLong ||
      this.#mayOnlySpin(me) ||
      this.#interrupts.some(({ dueNs }) => dueNs <= this.#nowNs)
    );
  }

  /** Within a call of C only other processes have their turn; or it is to be told that it takes long. */
  get mayInterruptCall(): boolean {
    return this.#running.ownCpu || this.#running.slice.isLong;
  }

  /** Whether it is worth asking if what the running thread computes is nothing but waiting. */
  mayOnlySpin(): boolean {
    const me = this.#running;
    if (!this.#mayOnlySpin(me)) return false;
    me.slice.askedWhetherItSpins();
    return true;
  }

  /** It has computed for a while, and nothing can happen by itself before something is due. */
  #mayOnlySpin(thread: VirtualThread): boolean {
    const { mayOnlySpin } = thread.slice;
    return mayOnlySpin && this.#runnable.length === 0 && this.#events.peek() !== undefined;
  }

  /** The running thread does nothing but ask whether something has happened, until the next thing is due. */
  spin(): void {
    const next = this.#events.peek();
    if (!next || next.dueNs <= this.localNowNs) return;
    const costNs = next.dueNs - this.localNowNs;
    this.#running.slice.add(costNs, this.localNowNs);
    this.#spend(costNs);
  }

  /** Whether a thread has computed for so long that others must have their turn. */
  #isOverTime(thread: VirtualThread): boolean {
    if (thread.ownCpu) return thread.unsettledNs >= SLICE_NS;
    const dueNs = this.#events.peek()?.dueNs ?? NEVER;
    const waitingSinceNs = Math.min(dueNs, this.#runnable[0]?.sinceNs ?? dueNs);
    return this.#nowNs - Math.max(waitingSinceNs, thread.sinceNs) >= SWITCH_INTERVAL_NS;
  }

  #spend(costNs: number): void {
    const me = this.#running;
    me.cpuNs += costNs;
    if (me.ownCpu) {
      me.unsettledNs += costNs;
    } else {
      this.#sharedCpuNs += costNs;
      this.#passTo(this.#nowNs + costNs);
    }
  }

  #nextToRun(): VirtualThread | undefined {
    while (this.#runnable.length === 0) {
      const event = this.#events.pop();
      if (!event) return undefined;
      if (event.dueNs > this.#nowNs) this.#polling.waited(event.dueNs - this.#nowNs);
      this.#passTo(event.dueNs);
      event.action();
    }
    const next = this.#runnable.shift();
    if (next) next.sinceNs = this.#nowNs;
    return next;
  }

  #switchTo(thread: VirtualThread): void {
    this.#options.beforeChange?.();
    this.#threadTurns += 1;
    if (this.#threadTurns > this.#options.threadTurnsLimit) this.#options.onLimit('thread-turns');
    this.#running = thread;
    thread.resume();
  }

  #passTo(ns: number): void {
    this.#options.beforeChange?.();
    if (ns > this.#options.virtualTimeLimitNs) this.#options.onLimit('virtual-time');
    this.#nowNs = Math.max(this.#nowNs, ns);
  }
}
