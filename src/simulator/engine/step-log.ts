/**
 * What happens at every step of every task, read from memory that Python writes to. A call from
 * Python to here costs as much as a step does; these events come by the hundred thousand, so they
 * are gathered (`python/_loopscope/step_log.py`) and read before anything else is told, before the
 * clock moves, and before another thread runs.
 *
 * An entry is an event in the trace's own encoding, without its time: the number of its kind, then
 * its fields. Behind the last entry is a word that is 0.
 */
import { KINDS, NumberReader } from '../../trace/codec.ts';
import type { TraceEvent } from '../../trace/schema.ts';
import type { OwnWork } from './computing.ts';
import type { Stamp } from './emitters.ts';

export interface StepLogOptions {
  /** All of the interpreter's memory as doubles; another array after it has grown. */
  readonly memory: () => Float64Array;
  readonly stamp: () => Stamp;
  readonly emit: (event: TraceEvent) => void;
  /** A step begins; told before its event. */
  readonly onStep: () => void;
}

export class StepLog implements OwnWork {
  readonly #options: StepLogOptions;
  readonly #texts: (string | undefined)[] = [];
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

  get isOwnWork(): boolean {
    return Boolean(this.#options.memory()[this.#ownWork]);
  }

  takeOwnLooks(): number {
    const memory = this.#options.memory();
    const looks = memory[this.#ownWork + 1] ?? 0;
    if (looks > 0) memory[this.#ownWork + 1] = 0;
    return looks;
  }

  /** `text` is what entries mean by `id`. */
  nameText(id: number, text: string): void {
    this.#texts[id] = text;
  }

  /** Emits all entries, oldest first, and frees their place. */
  drain(): void {
    const { memory: memoryOf, stamp, emit, onStep } = this.#options;
    const memory = memoryOf();
    if (!memory[this.#next]) return;
    const from = this.#next;
    const { atNs, thread, loop } = stamp();
    const reader = new NumberReader(memory, (id) => this.#texts[id], { at: from });
    while (memory[reader.at]) {
      const number = reader.next();
      const kind = KINDS[number - 1];
      if (kind === 'step-began') onStep();
      emit(reader.readEvent(number, { kind, atNs, thread, loop }));
    }
    this.#next = reader.at;
    memory.fill(0, from, this.#next);
  }

  /** As {@link drain}; Python begins again at the first word. */
  rewind(): void {
    this.drain();
    this.#next = this.#start;
  }
}
