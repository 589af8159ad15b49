/**
 * What it costs to look again and again whether something has happened, at the same instant: nothing
 * a few thousand times, then what it costs on a real machine; and more and more where there is
 * something to come, so that a program that polls comes to it, be it an hour away.
 */

/**
 * Reading the clock is free this many times at one instant. After that each reading costs
 * {@link READING_NS}, so that a loop which polls the clock comes to its end.
 */
const FREE_READINGS = 10_000;
const READING_NS = 10_000;

/**
 * Turns of event loops, and blocking calls, are free this many times. After that each costs
 * {@link TURN_NS}, as much as on a real machine; and while something is due or the clock is read,
 * twice that after {@link DOUBLING_TURNS} more, and so on.
 */
const FREE_TURNS = 10_000;
const TURN_NS = 30_000;
const DOUBLING_TURNS = 5_000;

/** No turn costs more: a loop that spins for nothing is not to race through days. */
const LONGEST_TURN_NS = 1_000_000_000;

/** When what was due has come, the program gets as many turns to do something about it. */
const TURNS_TO_ATTEND = 10;

/** Waits that are shorter than this do not end the polling: natively a loop's never are. */
const SHORTEST_WAIT_NS = 1_000_000;

export class PollingCost {
  #readings = 0;
  #hasRead = false;
  #turns = 0;
  /** Those past the free ones in which there was something to wait for. */
  #polls = 0;
  #attending = 0;

  /** What it costs to read the clock once more, in nanoseconds. */
  reading(): number {
    this.#readings += 1;
    this.#hasRead = true;
    return this.#readings > FREE_READINGS ? READING_NS : 0;
  }

  /**
   * What one more turn costs, in nanoseconds.
   *
   * @param dueInNs how long it is until the next thing that is known to come; it is not missed.
   *   Infinite where nothing is.
   */
  turn(dueInNs: number): number {
    this.#turns += 1;
    if (this.#turns < FREE_TURNS) return 0;
    if (this.#attending > 0) {
      this.#attending -= 1;
      return 0;
    }
    const polls = Number.isFinite(dueInNs) || this.#hasRead;
    this.#hasRead = false;
    // What is due already waits for nothing but this thread to let it happen.
    if (!polls || dueInNs <= 0) return TURN_NS;
    const doublings = Math.floor(this.#polls / DOUBLING_TURNS);
    this.#polls += 1;
    const costNs = Math.min(TURN_NS * 2 ** doublings, LONGEST_TURN_NS);
    if (dueInNs > costNs) return costNs;
    this.#attending = TURNS_TO_ATTEND;
    return dueInNs;
  }

  /** Nobody could run for so long. */
  waited(ns: number): void {
    this.#readings = 0;
    if (ns >= SHORTEST_WAIT_NS) this.#turns = this.#polls = this.#attending = 0;
  }
}
