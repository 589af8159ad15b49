/**
 * What happens at every step of every task, read from memory that Python writes to. A call from
 * Python to here costs as much as a step does; these events come by the hundred thousand, so they
 * are gathered (`python/_loopscope/step_log.py`) and read before anything else is told, before the
 * clock moves, and before another thread runs.
 *
 * An entry is an event in the trace's own encoding (`trace/encoding.ts`), with 0 for the time since the
 * event before. Behind the last entry is a word that is 0.
 */
import { encodedLength } from '../../trace/encoding.ts';
import type { OwnWork } from './computing.ts';

export interface StepLogOptions {
  /** All of the interpreter's memory as doubles; another array after it has grown. */
  readonly memory: () => Float64Array;
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
    while (memory[at]) {
      this.#options.onEntry(memory[at] as number);
      at += encodedLength(memory, at);
      count += 1;
    }
    this.#options.emit(memory, from, at, count);
    this.#next = at;
    memory.fill(0, from, at);
  }

  /** As {@link drain}; Python begins again at the first word. */
  rewind(): void {
    this.drain();
    this.#next = this.#start;
  }
}
