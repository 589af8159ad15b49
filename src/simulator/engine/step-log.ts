/**
 * What happens at every step of every task, read from memory that Python writes to. A call from
 * Python to here costs as much as a step does; these events come by the hundred thousand, so they
 * are gathered (`python/_loopscope/step_log.py`) and read before anything else is told and before
 * the clock moves.
 */
import type { RecordingEvent, Wait } from '../../trace/recording.ts';

/** The kinds of entries; each is a number and the words that follow it. 0 is where nothing is yet. */
const ENTRY = { ready: 1, began: 2, waits: 3, ended: 4, line: 5 } as const;

/** In place of Python's `None`. */
const NONE = -1;

export interface StepLogOptions {
  /** All of the interpreter's memory as doubles; another array after it has grown. */
  readonly memory: () => Float64Array;
  readonly nowNs: () => number;
  readonly tell: (event: RecordingEvent) => void;
  /** A step begins; told before its event. */
  readonly onStep: () => void;
}

export class StepLog {
  readonly #options: StepLogOptions;
  readonly #calls: (string | undefined)[] = [];
  /** Places count in words. */
  #start = -1;
  /** Where the next entry is, or will be. */
  #next = -1;

  constructor(options: StepLogOptions) {
    this.#options = options;
  }

  /** @param address of the first word, in bytes. */
  open(address: number): void {
    this.#start = address / Float64Array.BYTES_PER_ELEMENT;
    this.#next = this.#start;
  }

  /** `call` is what entries mean by `id`. */
  nameCall(id: number, call: string): void {
    this.#calls[id] = call;
  }

  /** Tells all entries, oldest first, and frees their place. */
  drain(): void {
    const memory = this.#options.memory();
    if (!memory[this.#next]) return;
    const from = this.#next;
    const atNs = this.#options.nowNs();
    while (memory[this.#next]) this.#next += this.#tellEntry(memory, atNs);
    memory.fill(0, from, this.#next);
  }

  /** As {@link drain}; Python begins again at the first word. */
  rewind(): void {
    this.drain();
    this.#next = this.#start;
  }

  /** @returns its length. */
  #tellEntry(memory: Float64Array, atNs: number): number {
    const { tell, onStep } = this.#options;
    const word = (offset: number) => memory[this.#next + offset] as number;
    const orNull = (offset: number) => (word(offset) === NONE ? null : word(offset));
    switch (word(0)) {
      case ENTRY.ready:
        tell({ kind: 'task-ready', atNs, task: word(1), by: orNull(2) });
        return 3;
      case ENTRY.began:
        onStep();
        tell({ kind: 'step-began', atNs, task: word(1) });
        return 2;
      case ENTRY.waits: {
        const waitsOn: Wait = {
          line: orNull(2),
          call: this.#calls[word(3)] ?? null,
          task: orNull(4),
          primitive: orNull(5),
          untilNs: orNull(6),
        };
        tell({ kind: 'step-ended', atNs, task: word(1), waitsOn });
        return 7;
      }
      case ENTRY.ended:
        tell({ kind: 'step-ended', atNs, task: word(1), waitsOn: null });
        return 2;
      case ENTRY.line:
        tell({ kind: 'line', atNs, line: word(1), by: word(2) });
        return 3;
      default:
        throw new Error(`expected an entry of the step log, found ${word(0)}`);
    }
  }
}
