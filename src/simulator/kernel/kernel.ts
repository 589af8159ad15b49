/**
 * The discrete-event kernel: the one owner of virtual time.
 *
 * It knows what is due when, and moves the clock: to the next event when the program waits, by a
 * fixed cost when it computes. It knows nothing of Python, of asyncio or of recordings; and it
 * decides no order but that of events due at the same instant, which is first come, first served.
 *
 * Time is a whole number of nanoseconds, exact in a double up to 104 days.
 */
import { EventQueue, type Scheduled } from './event-queue.ts';

/** Wall-clock time at the start of a run, 2026-01-01 09:00:00 UTC, in milliseconds. */
export const EPOCH_MS = Date.UTC(2026, 0, 1, 9);

/**
 * Reading the clock is free this many times at one instant. After that each reading costs
 * {@link READING_NS}, so that a loop which polls the clock comes to its end.
 */
const FREE_READINGS = 10_000;
const READING_NS = 10_000;

/**
 * Computing is free this long between two moments at which the loop looks for work; then it costs
 * what {@link Kernel.compute} is told. Ordinary steps stay far below it.
 */
const FREE_COMPUTING_NS = 1_000_000;

export type ParkResult =
  /** The time is up, or an event happened. */
  | 'woken'
  /** Nothing is scheduled any more: this wait would never end. */
  | 'stuck';

export interface KernelOptions {
  readonly epochMs?: number;
  readonly virtualTimeLimitNs: number;
  /** Called once when time would pass the limit; must not return. */
  readonly onVirtualTimeLimit: () => never;
}

export class Kernel {
  readonly #options: KernelOptions;
  /** Wall-clock time at time zero. */
  readonly epochMs: number;
  readonly #events = new EventQueue();
  #nowNs = 0;
  #readings = 0;
  #computedNs = 0;

  constructor(options: KernelOptions) {
    this.#options = options;
    this.epochMs = options.epochMs ?? EPOCH_MS;
  }

  get nowNs(): number {
    return this.#nowNs;
  }

  /** What the program reads as `time.monotonic()`. Polling it moves it. */
  readMonotonicNs(): number {
    this.#readings += 1;
    if (this.#readings > FREE_READINGS) this.#passTo(this.#nowNs + READING_NS);
    return this.#nowNs;
  }

  schedule(dueNs: number, action: () => void): Scheduled {
    return this.#events.push(Math.max(dueNs, this.#nowNs), action);
  }

  /**
   * The program's thread stands still: until `dueNs`, or until an event makes `isOver` true. What
   * is due meanwhile happens meanwhile.
   *
   * @param dueNs null to wait for an event alone.
   */
  park(dueNs: number | null, isOver: () => boolean = () => false): ParkResult {
    this.#computedNs = 0;
    let timeIsUp = false;
    const timer =
      dueNs === null
        ? null
        : this.schedule(dueNs, () => {
            timeIsUp = true;
          });
    while (!timeIsUp && !isOver()) {
      const next = this.#events.pop();
      if (!next) return 'stuck';
      this.#moveTo(next.dueNs);
      next.action();
    }
    if (timer) timer.cancelled = true;
    return 'woken';
  }

  /** The program has computed for about `costNs` of a real machine's time. */
  compute(costNs: number): void {
    this.#computedNs += costNs;
    if (this.#computedNs > FREE_COMPUTING_NS) this.#passTo(this.#nowNs + costNs);
  }

  #moveTo(ns: number): void {
    if (ns > this.#nowNs) this.#readings = 0;
    this.#passTo(ns);
  }

  #passTo(ns: number): void {
    if (ns > this.#options.virtualTimeLimitNs) this.#options.onVirtualTimeLimit();
    this.#nowNs = Math.max(this.#nowNs, ns);
  }
}
