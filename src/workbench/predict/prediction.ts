/**
 * Predict first: before the output of a snippet is shown, the reader says what it will be, by
 * putting its lines into order or by choosing an answer. Pure; the page draws and asks.
 */
import type { OutputScript } from '../../analysis/playback.ts';
import { hashText } from '../../ui/hash-text.ts';

/** What an author writes in `<Snippet predict=…>`. */
export type Prediction = 'order' | OrderPrediction | ChoicePrediction;

export interface OrderPrediction {
  readonly order: true;
  /** One sentence that says why the order is what it is. */
  readonly because?: string;
}

export interface ChoicePrediction {
  readonly ask: string;
  readonly options: readonly string[];
  /** Which option is right, counted from 0. */
  readonly answer: number;
  /** One sentence that says why. */
  readonly because: string;
}

/** What the page asks. */
export type Question = OrderQuestion | ChoiceQuestion;

export interface OrderQuestion {
  readonly kind: 'order';
  /** The lines of the output, shuffled. */
  readonly lines: readonly string[];
  readonly because: string | null;
}

export interface ChoiceQuestion extends ChoicePrediction {
  readonly kind: 'choice';
}

/** More lines than this are a chore to order. */
const MAX_LINES_TO_ORDER = 9;

/**
 * Checks what the author wrote against the snippet, at build time.
 *
 * @param snippet names the snippet in errors, and seeds the shuffle.
 */
export function questionFor(
  prediction: Prediction,
  script: OutputScript,
  snippet: string,
): Question {
  if (prediction === 'order') return orderQuestion(script, snippet, null);
  if ('order' in prediction) return orderQuestion(script, snippet, prediction.because ?? null);
  const { options, answer } = prediction;
  if (options.length < 2 || !Number.isInteger(answer) || !options[answer]) {
    throw new Error(
      `Snippet ${snippet}: predict needs at least two options and the index of the right one ` +
        `(0 to ${options.length - 1}), but has ${options.length} options and answer ${answer}.`,
    );
  }
  return { kind: 'choice', ...prediction };
}

function orderQuestion(script: OutputScript, snippet: string, because: string | null) {
  const lines = script.lines.map((line) => line.text);
  if (new Set(lines).size < 2 || lines.length > MAX_LINES_TO_ORDER) {
    throw new Error(
      `Snippet ${snippet}: predict="order" needs 2 to ${MAX_LINES_TO_ORDER} lines of output that ` +
        `are not all alike, but it prints ${lines.length}. Ask a question with options instead.`,
    );
  }
  return { kind: 'order', lines: shuffled(lines, snippet), because } as const;
}

/** How many lines of an answer stand where the program prints them. Equal lines are as good. */
export function linesInPlace(answer: readonly string[], printed: readonly string[]): number {
  return answer.filter((line, at) => line === printed[at]).length;
}

/** `moved(['a', 'b', 'c'], 0, 2)` gives `['b', 'c', 'a']`. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}

/** The same shuffle for the same seed, and never the order it was given. */
export function shuffled(items: readonly string[], seed: string): string[] {
  const keyed = items.map((item, at) => ({ item, key: hashText(`${seed}:${at}:${item}`) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const mixed = keyed.map(({ item }) => item);
  const unchanged = mixed.every((item, at) => item === items[at]);
  return unchanged ? moved(mixed, 0, mixed.length - 1) : mixed;
}
