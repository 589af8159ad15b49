/** The same checks as `validate.ts` has, for an event that is still encoded: it is not taken apart. */
import {
  decodeLocation,
  FIRST_FIELD,
  NONE,
  SHAPES,
  type Shape,
  STATES,
  TASK_NAMES,
  WAIT_SHAPES,
} from './encoding.ts';
import { LATEST_NS, MOST_LISTED } from './fields.ts';
import { firstOf, type KnownIds } from './validate.ts';

/** No event can be like that. */
export const IMPOSSIBLE = -1;

/**
 * Where the event ends that begins at `at`, or {@link IMPOSSIBLE}.
 *
 * @param known what the events before it have introduced; what it introduces is added. Null once the
 *   trace was cut: then what acts need not have been introduced.
 * @param texts how many texts have numbers.
 */
export function endOfPossible(
  numbers: ArrayLike<number>,
  at: number,
  known: KnownIds | null,
  texts: number,
): number {
  const shapes = SHAPES[(numbers[at] as number) - 1];
  return shapes ? endOfFields(numbers, at + FIRST_FIELD, shapes, known, texts) : IMPOSSIBLE;
}

function endOfFields(
  numbers: ArrayLike<number>,
  at: number,
  shapes: readonly Shape[],
  known: KnownIds | null,
  texts: number,
): number {
  let end = at;
  for (let index = 0; index < shapes.length && end !== IMPOSSIBLE; index++) {
    const shape = shapes[index] as Shape;
    if (numbers[end] !== NONE) end = endOfValue(numbers, end, shape, known, texts);
    else end = shape.isNullable ? end + 1 : IMPOSSIBLE;
  }
  return end;
}

function endOfValue(
  numbers: ArrayLike<number>,
  at: number,
  { of }: Shape,
  known: KnownIds | null,
  texts: number,
): number {
  const number = numbers[at] as number;
  if (!isFrom0(number, Number.MAX_SAFE_INTEGER)) return IMPOSSIBLE;
  const end = at + 1;
  const endIf = (isPossible: boolean) => (isPossible ? end : IMPOSSIBLE);
  switch (of.type) {
    case 'id': {
      if (!known) return end;
      const { family, introduces } = of;
      if (introduces !== 'never' && number === known[family] + 1) {
        known[family] = number;
        return end;
      }
      return endIf(introduces !== 'always' && number >= firstOf(family) && number <= known[family]);
    }
    case 'ns':
      return endIf(number <= LATEST_NS);
    case 'count':
    case 'status':
      return end;
    case 'flag':
      return endIf(number <= 1);
    case 'text':
      return endIf(number < texts || number > TASK_NAMES);
    case 'choice':
      return endIf(number < of.choices.length);
    case 'location': {
      const { file, line } = decodeLocation(number);
      return endIf(line > 0 && (!known || file <= known.file));
    }
    case 'agents': {
      if (number > MOST_LISTED) return IMPOSSIBLE;
      for (let i = end; i < end + number; i++) {
        if (!isFrom0(numbers[i], known?.agent ?? Number.MAX_SAFE_INTEGER)) return IMPOSSIBLE;
      }
      return end + number;
    }
    case 'wait': {
      if (number >= 1 << WAIT_SHAPES.length) return IMPOSSIBLE;
      const present = WAIT_SHAPES.filter((_, index) => (number >> index) & 1);
      return endOfFields(numbers, end, present, known, texts);
    }
    case 'state': {
      const state = STATES[number];
      return state ? endOfFields(numbers, end, state.shapes, known, texts) : IMPOSSIBLE;
    }
  }
}

function isFrom0(value: unknown, most: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;
}
