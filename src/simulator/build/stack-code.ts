/** The instructions that `deepen-stack.ts` puts before CPython's recursive functions. */
import { I32, type ModuleView } from './module-view.ts';
import { Reader, signed, unsigned } from './wasm-binary.ts';

/** A function that has moved. */
export interface Moved {
  /** Where it was; the prologue is there now. */
  readonly index: number;
  readonly to: number;
  readonly type: number;
  /** How many it takes and gives. */
  readonly parameters: number;
  readonly results: number;
  readonly body: Uint8Array;
}

/** What the module exports for `engine/stack-segments.ts`. */
export const EXPORTED = {
  /** Where the stack in memory will have used this segment up. */
  limit: 'segment_limit',
  /** Further down no segment may reach: below lies something else. */
  floor: 'segment_floor',
  /** Goes on upon a new segment: `(function, kind, ticket) -> result`. */
  run: 'segment_run',
  /** The ticket of the last one that came to its end, and its result. */
  finished: 'segment_finished',
  result: 'segment_result',
  /** In its first place is to stand what begins a segment: `(function, kind) -> result`. */
  table: 'segment_table',
} as const;

/** How much of the stack in memory belongs to one segment. */
const SEGMENT_BYTES = 64 * 1024;

/** Functions that take much of the browser's stack, or by way of others that are not found. */
const FRAMES: Record<string, number> = { _PyEval_EvalFrameDefault: 512, _Py_Dealloc: 128 };

/** What any other takes, and for each of its variables. */
const FRAME = 24;
const VARIABLE = 2;
/** The stack in memory is aligned to it. */
const ALIGNMENT = 16;

/** Instructions. */
const IF = 0x04;
const ELSE = 0x05;
const END = 0x0b;
const CALL = 0x10;
const CALL_INDIRECT = 0x11;
const DROP = 0x1a;
const SELECT = 0x1b;
const GET_LOCAL = 0x20;
const SET_LOCAL = 0x21;
const TEE_LOCAL = 0x22;
const GET_GLOBAL = 0x23;
const SET_GLOBAL = 0x24;
const CONSTANT = 0x41;
const EQUAL = 0x46;
const LESS_UNSIGNED = 0x49;
const GREATER_UNSIGNED = 0x4b;
const ADD = 0x6a;
const SUBTRACT = 0x6b;

const NOTHING = 0x40;
const FUNCTION_REFERENCE = 0x70;
const FUNCTION_TYPE = 0x60;
const CHANGEABLE = 1;

export class StackCode {
  readonly limit: number;
  readonly floor: number;
  readonly finished: number;
  readonly result: number;
  /** Arguments on their way to a new segment. */
  readonly #arguments: readonly number[];
  readonly #stackPointer: number;
  readonly #tableIndex: number;
  readonly #beginType: number;
  readonly runType: number;
  /** By the functions' types: the kinds that {@link run} knows how to call. */
  readonly #kinds: readonly Moved[];
  readonly #recursive: readonly Moved[];
  readonly #frames: ReadonlyMap<number, number>;

  constructor(view: ModuleView, recursive: readonly Moved[]) {
    const most = Math.max(...recursive.map(({ parameters }) => parameters));
    this.limit = view.globalCount;
    this.floor = this.limit + 1;
    this.finished = this.limit + 2;
    this.result = this.limit + 3;
    this.#arguments = Array.from({ length: most }, (_, i) => this.result + 1 + i);
    this.#stackPointer = view.globalNamed.get('__stack_pointer') as number;
    this.#tableIndex = view.tableCount;
    this.#beginType = view.types.length;
    this.runType = this.#beginType + 1;
    this.#recursive = recursive;
    this.#kinds = [...new Map(recursive.map((each) => [each.type, each])).values()];
    this.#frames = new Map(
      Object.entries(FRAMES).map(([name, bytes]) => [view.functionNamed.get(name) ?? -1, bytes]),
    );
  }

  get types(): Uint8Array[] {
    const words = (count: number) => [count, ...Array<number>(count).fill(I32)];
    return [2, 3].map((count) => Uint8Array.of(FUNCTION_TYPE, ...words(count), ...words(1)));
  }

  get globals(): Uint8Array[] {
    const zero = Uint8Array.of(I32, CHANGEABLE, CONSTANT, 0, END);
    return [this.limit, this.floor, this.finished, this.result, ...this.#arguments].map(() => zero);
  }

  get table(): Uint8Array {
    return Uint8Array.of(FUNCTION_REFERENCE, 0, ...unsigned(this.#recursive.length + 1));
  }

  /** Puts the recursive functions into the table, from its second place on. */
  get elements(): Uint8Array {
    const { length } = this.#recursive;
    const functions = this.#recursive.flatMap(({ to }) => unsigned(to));
    const head = [2, ...unsigned(this.#tableIndex), CONSTANT, 1, END, 0, ...unsigned(length)];
    return Uint8Array.from([...head, ...functions]);
  }

  /** Stands in the place of a recursive function. */
  recursion(moved: Moved): Uint8Array {
    const { parameters, results, to } = moved;
    const frame = this.#frameOf(moved);
    const deeper = parameters;
    const slot = this.#recursive.indexOf(moved) + 1;
    const kind = this.#kinds.findIndex(({ type }) => type === moved.type);
    return body(1, [
      ...[GET_GLOBAL, ...unsigned(this.#stackPointer), CONSTANT, ...signed(frame), SUBTRACT],
      ...[TEE_LOCAL, deeper, SET_GLOBAL, ...unsigned(this.#stackPointer)],
      ...[GET_LOCAL, deeper, GET_GLOBAL, ...unsigned(this.limit), LESS_UNSIGNED],
      ...[IF, results ? I32 : NOTHING],
      ...this.#arguments
        .slice(0, parameters)
        .flatMap((global, i) => [GET_LOCAL, i, SET_GLOBAL, ...unsigned(global)]),
      ...[CONSTANT, ...signed(slot), CONSTANT, ...signed(kind), CONSTANT, 0],
      ...[CALL_INDIRECT, ...unsigned(this.#beginType), ...unsigned(this.#tableIndex)],
      ...(results ? [] : [DROP]),
      ELSE,
      ...locals(parameters),
      ...[CALL, ...unsigned(to)],
      END,
      ...[GET_LOCAL, deeper, CONSTANT, ...signed(frame), ADD],
      ...[SET_GLOBAL, ...unsigned(this.#stackPointer)],
    ]);
  }

  /** Stands in the place of a function that a stack begins with. */
  entry({ parameters, to }: Moved): Uint8Array {
    const before = parameters;
    return body(1, [
      ...this.#beginSegment(before),
      ...locals(parameters),
      ...[CALL, ...unsigned(to)],
      ...this.#endSegment(before),
    ]);
  }

  /** See {@link EXPORTED}. */
  get run(): Uint8Array {
    const [slot, kind, ticket, before, result] = [0, 1, 2, 3, 4];
    return body(2, [
      ...this.#beginSegment(before),
      ...this.#kinds.flatMap(({ type, parameters, results }, i) => [
        ...[GET_LOCAL, kind, CONSTANT, ...signed(i), EQUAL, IF, NOTHING],
        ...this.#arguments.slice(0, parameters).flatMap((each) => [GET_GLOBAL, ...unsigned(each)]),
        ...[GET_LOCAL, slot, CALL_INDIRECT, ...unsigned(type), ...unsigned(this.#tableIndex)],
        ...(results ? [SET_LOCAL, result] : []),
        END,
      ]),
      ...this.#endSegment(before),
      ...[GET_LOCAL, ticket, SET_GLOBAL, ...unsigned(this.finished)],
      ...[GET_LOCAL, result, SET_GLOBAL, ...unsigned(this.result)],
      ...[GET_LOCAL, result],
    ]);
  }

  #beginSegment(before: number): number[] {
    return [
      ...[GET_GLOBAL, ...unsigned(this.limit), SET_LOCAL, before],
      ...[GET_GLOBAL, ...unsigned(this.#stackPointer), CONSTANT, ...signed(SEGMENT_BYTES)],
      ...[SUBTRACT, SET_GLOBAL, ...unsigned(this.limit)],
      // The higher of this and the floor.
      ...[GET_GLOBAL, ...unsigned(this.limit), GET_GLOBAL, ...unsigned(this.floor)],
      ...[GET_GLOBAL, ...unsigned(this.limit), GET_GLOBAL, ...unsigned(this.floor)],
      ...[GREATER_UNSIGNED, SELECT, SET_GLOBAL, ...unsigned(this.limit)],
    ];
  }

  #endSegment(before: number): number[] {
    return [GET_LOCAL, before, SET_GLOBAL, ...unsigned(this.limit)];
  }

  #frameOf({ index, body: code, parameters }: Moved): number {
    const known = this.#frames.get(index);
    if (known !== undefined) return known;
    const declared = new Reader(code).vector((reader) => {
      const count = reader.unsigned();
      reader.byte();
      return count;
    });
    const variables = declared.reduce((sum, count) => sum + count, parameters);
    return Math.ceil((FRAME + VARIABLE * variables) / ALIGNMENT) * ALIGNMENT;
  }
}

function locals(count: number): number[] {
  return Array.from({ length: count }, (_, i) => [GET_LOCAL, i]).flat();
}

/** @param variables beyond the parameters. */
function body(variables: number, code: readonly number[]): Uint8Array {
  return Uint8Array.of(1, variables, I32, ...code, END);
}
