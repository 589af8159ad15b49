/**
 * Predict first: before the output of a snippet is shown, the reader says what it will be, by
 * putting its lines into order, by choosing an answer or by drawing. Pure; the page draws and asks.
 */
import { hashText } from '../../ui/hash-text.ts';
import type { DrawQuestion, RunsAtQuestion } from './drawn.ts';

/** What an author writes in `<Snippet predict=…>`. */
export type Prediction =
  | 'order'
  | OrderPrediction
  | ChoicePrediction
  | DrawPrediction
  | RunsAtPrediction;

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

/** When each task ends, drawn on an empty picture. The answer is the recording's. */
export interface DrawPrediction {
  readonly draw: {
    /** Which tasks, as the timeline calls them, from the top. Default: all that end. */
    readonly tasks?: readonly string[];
    /** How far the empty picture reaches, in seconds. Default: well past the run's end. */
    readonly until?: string;
    /** Default: when each of them ends. */
    readonly ask?: string;
  };
  /** One sentence that says why. */
  readonly because?: string;
}

/** Who runs at a moment, chosen on an empty picture. The answer is the recording's. */
export interface RunsAtPrediction {
  /** In seconds. */
  readonly runsAt: string;
  /** Who is to choose from, as the timeline calls them. Default: all tasks. */
  readonly tasks?: readonly string[];
  readonly until?: string;
  readonly ask?: string;
  readonly because?: string;
}

/** What the page asks. */
export type Question = OrderQuestion | ChoiceQuestion | DrawQuestion | RunsAtQuestion;

export interface OrderQuestion {
  readonly kind: 'order';
  /** The lines of the output, shuffled. */
  readonly lines: readonly string[];
  readonly because: string | null;
}

export interface ChoiceQuestion extends ChoicePrediction {
  readonly kind: 'choice';
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
