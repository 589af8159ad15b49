/** What a thread computes between two waits: a task's step, a callback, a stretch of a thread. */

/**
 * Computing is free this long in one slice of work; then it costs what the kernel is told. Ordinary
 * slices stay far below it.
 */
const FREE_COMPUTING_NS = 1_000_000;

/** A slice of work that has computed this long is told of, and again at each doubling. */
const LONG_COMPUTING_NS = 500_000_000;

/** After so much of it, and again and again, it is asked whether a slice of work only waits. */
const SPINNING_NS = 50_000_000;

export class Slice {
  #computedNs = 0;
  #sinceNs = 0;
  /** When it has computed so much, it is told of. */
  #longNs = LONG_COMPUTING_NS;
  /** When it has computed so much, it is asked what. */
  #spinningNs = SPINNING_NS;

  /** A new one, with an allowance of its own. */
  begin(): void {
    this.#computedNs = 0;
    this.#longNs = LONG_COMPUTING_NS;
    this.#spinningNs = SPINNING_NS;
  }

  /** It has computed for so much more, at that time. */
  add(costNs: number, nowNs: number): void {
    if (this.#computedNs === 0) this.#sinceNs = nowNs;
    this.#computedNs += costNs;
  }

  get isFree(): boolean {
    return this.#computedNs <= FREE_COMPUTING_NS;
  }

  get isLong(): boolean {
    return this.#computedNs >= this.#longNs;
  }

  /** Since when it has computed for long; null if not, or if that was told. */
  takeLong(): number | null {
    if (!this.isLong) return null;
    this.#longNs *= 2;
    return this.#sinceNs;
  }

  /** Whether it has computed for so long that it may do nothing but wait. */
  get mayOnlySpin(): boolean {
    return this.#computedNs >= this.#spinningNs;
  }

  /** It was asked: not again for a while. */
  askedWhetherItSpins(): void {
    this.#spinningNs = this.#computedNs + SPINNING_NS;
  }
}
