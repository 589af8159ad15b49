/**
 * What happens at every step of every task, read from memory that Python writes to. A call from
 * Python to here costs as much as a step does; these events come by the hundred thousand, so they
 * are gathered (`python/_loopscope/step_log.py`) and read before anything else is told, before the
 * clock moves, and before another thread runs.
 *
 * An entry is an event in the trace's own encoding (`trace/encoding.ts`), with 0 for the time since the
 * event before. Behind the last entry is a word that is 0.
 */
import { IMPOSSIBLE } from '../../trace/check-encoded.ts';
import type { OwnWork } from './computing.ts';

export interface StepLogOptions {
  /** All of the interpreter's memory as doubles; another array after it has grown. */
  readonly memory: () => Float64Array;
  /** Where the entry at the word `at` ends; {@link IMPOSSIBLE} where there can't be such a one. */
  readonly endOf: (memory: Float64Array, at: number) => number;
  /** Somebody else than the recorder has written to the log. What he wrote is thrown away. */
  readonly onForged: () => void;
  /** An entry is there; told in their order, with the number of its kind, before all are emitted. */
  readonly onEntry: (kind: number) => void;
  /** There are `count` entries in `memory`, from the word `from` to the word `to`. */
  readonly emit: (memory: Float64Array, from: number, to: number, count: number) => void;
}

/** In the word of a hook that was looked at. */
const SEEN = 2;

export class StepLog implements OwnWork {
  readonly #options: StepLogOptions;
  /** Counted in words, as is {@link #next}. */
  #start = -1;
  /** Where the next entry is, or will be. */
  #next = -1;
  #ownWork = -1;

  constructor(options: StepLogOptions) {
    this.#options = options;
  }

  /**
   * @param address of the first word, in bytes.
   * @param ownWork address of the word that is not 0 while a hook of the Python half runs; the next
   *   one counts the looks of shorter hooks.
   */
  open(address: number, ownWork: number): void {
    if (this.#start >= 0) throw new TypeError('expected a log that is not yet open');
    this.#start = address / Float64Array.BYTES_PER_ELEMENT;
    this.#ownWork = ownWork / Float64Array.BYTES_PER_ELEMENT;
    this.#next = this.#start;
  }

  /** A hook begins with 1 in its word, and ends with 0 there. */
  lookForHook(): 'none' | 'another' | 'same' {
    const memory = this.#options.memory();
    if (!memory[this.#ownWork]) return 'none';
    if (memory[this.#ownWork] === SEEN) return 'same';
    memory[this.#ownWork] = SEEN;
    return 'another';
  }

  takeOwnLooks(): number {
    const memory = this.#options.memory();
    const looks = memory[this.#ownWork + 1] ?? 0;
    if (looks > 0) memory[this.#ownWork + 1] = 0;
    return looks;
  }

  /** Emits all entries, oldest first, and frees their place. */
  drain(): void {
    const memory = this.#options.memory();
    const from = this.#next;
    if (!memory[from]) return;
    let at = from;
    let count = 0;
    let isForged = false;
    while (memory[at] && !isForged) {
      const end = this.#options.endOf(memory, at);
      isForged = end === IMPOSSIBLE || end > this.#ownWork;
      if (isForged) break;
      this.#options.onEntry(memory[at] as number);
      at = end;
      count += 1;
    }
    this.#options.emit(memory, from, at, count);
    this.#next = at;
    memory.fill(0, from, isForged ? this.#ownWork : at);
    if (isForged) this.#options.onForged();
  }

  /** As {@link drain}; Python begins again at the first word. */
  rewind(): void {
    this.drain();
    this.#next = this.#start;
  }
}
