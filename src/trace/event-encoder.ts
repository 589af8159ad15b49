import {
  CONTEXT,
  type EncodedEvents,
  encodeLocation,
  NONE,
  numberOfKind,
  SHAPES,
  type Shape,
  STATES,
  type Stamp,
  TASK_NAMES,
  type Values,
  WAIT_SHAPES,
} from './encoding.ts';
import type { FieldType, Location } from './fields.ts';
import type { TraceEvent } from './schema.ts';

/** Encodes events one after another; each batch that is taken continues the one before it. */
export class EventEncoder {
  readonly #indexes = new Map<string, number>();
  #numbers: number[] = [];
  #newTexts: string[] = [];
  #atNs = 0;
  #thread = 0;
  #loop: number | null = null;

  add(event: TraceEvent): void {
    const number = numberOfKind(event.kind);
    this.#addContext(event);
    this.#numbers.push(number, this.#passTo(event.atNs));
    this.#addFields(event as Values, SHAPES[number - 1] as readonly Shape[]);
  }

  /**
   * Adds events of one moment, thread and loop that are in this encoding already, with texts as
   * {@link numberOf} numbers them and 0 for the time since the event before.
   *
   * @param from where the first of them begins in `numbers`; `to` is where the last one ends.
   */
  addEncoded(stamp: Stamp, numbers: ArrayLike<number>, from: number, to: number): void {
    this.#addContext(stamp);
    this.#numbers.push(numbers[from] as number, this.#passTo(stamp.atNs));
    for (let at = from + 2; at < to; at++) this.#numbers.push(numbers[at] as number);
  }

  /** How many texts have a number of their own. */
  get texts(): number {
    return this.#indexes.size;
  }

  /** What stands for this text, here and in what follows. */
  numberOf(text: string): number {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const digits = TASK_NAME.exec(text)?.[1];
    if (digits !== undefined) return TASK_NAMES + Number(digits);
    const index = this.#indexes.size;
    this.#indexes.set(text, index);
    this.#newTexts.push(text);
    return index;
  }

  #addContext({ thread, loop }: Stamp): void {
    if (thread === this.#thread && loop === this.#loop) return;
    this.#numbers.push(CONTEXT, thread, loop ?? NONE);
    this.#thread = thread;
    this.#loop = loop;
  }

  /** @returns the time since the event before. */
  #passTo(atNs: number): number {
    const passedNs = atNs - this.#atNs;
    this.#atNs = atNs;
    return passedNs;
  }

  /** What was added since the last call: new numbers, and the texts that were not sent before. */
  take(): EncodedEvents {
    const batch = { numbers: this.#numbers, texts: this.#newTexts };
    this.#numbers = [];
    this.#newTexts = [];
    return batch;
  }

  #addFields(values: Values, shapes: readonly Shape[]): void {
    for (const { name, of } of shapes) {
      const value = values[name];
      if (value === null) this.#numbers.push(NONE);
      else this.#addValue(value, of);
    }
  }

  #addValue(value: unknown, of: FieldType): void {
    const numbers = this.#numbers;
    switch (of.type) {
      case 'id':
      case 'ns':
      case 'count':
        numbers.push(value as number);
        break;
      case 'status':
        numbers.push(foldSign(value as number));
        break;
      case 'flag':
        numbers.push(value ? 1 : 0);
        break;
      case 'text':
        numbers.push(this.numberOf(value as string));
        break;
      case 'choice':
        numbers.push(of.choices.indexOf(value as string));
        break;
      case 'location':
        numbers.push(encodeLocation(value as Location));
        break;
      case 'agents': {
        const agents = value as readonly number[];
        numbers.push(agents.length, ...agents);
        break;
      }
      case 'wait': {
        const present = WAIT_SHAPES.filter(({ name }) => (value as Values)[name] !== null);
        numbers.push(present.reduce((mask, shape) => mask | (1 << WAIT_SHAPES.indexOf(shape)), 0));
        this.#addFields(value as Values, present);
        break;
      }
      case 'state': {
        const index = STATES.findIndex(({ kind }) => kind === (value as Values)['kind']);
        numbers.push(index);
        this.#addFields(value as Values, STATES[index]?.shapes ?? []);
        break;
      }
    }
  }
}

/** Its number is short enough to be exact when it is added to {@link TASK_NAMES}. */
const TASK_NAME = /^Task-([1-9]\d{0,11})$/;

/** 0, -1, 1, -2 … as 0, 1, 2, 3 …: `NONE` stays free. */
function foldSign(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}
