import { useEffect, useState } from 'preact/hooks';
import { browserStorage } from '../../ui/browser-storage.ts';
import type { Question } from './prediction.ts';

/**
 * An option's index, the lines in the reader's order, the ends of the bars, the lanes that run, or
 * no answer: they asked to be shown.
 */
export type Answer =
  | { readonly kind: 'choice'; readonly option: number }
  | { readonly kind: 'order'; readonly lines: readonly string[] }
  | { readonly kind: 'draw'; readonly endsNs: readonly number[] }
  | { readonly kind: 'runs-at'; readonly lanes: readonly number[] }
  | { readonly kind: 'shown' };

export interface PredictionState {
  /** Null until the reader has answered; the output stays hidden until then. */
  readonly answer: Answer | null;
  readonly hidden: boolean;
  give(answer: Answer): void;
}

/** The reader's answer to a snippet's question, remembered for the visit. */
export function usePrediction(snippet: string, question: Question | null): PredictionState {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const key = `loopscope:predicted:${snippet}`;
  useEffect(() => {
    if (question) setAnswer(remembered(key, question));
  }, [key, question]);
  return {
    answer,
    hidden: question !== null && answer === null,
    give(next) {
      setAnswer(next);
      try {
        browserStorage('sessionStorage')?.setItem(key, JSON.stringify(next));
      } catch {
        // Where storage is full, the answer lasts as long as the page.
      }
    },
  };
}

/** An answer to another question, from before the chapter was rewritten, is none. */
function remembered(key: string, question: Question): Answer | null {
  try {
    const answer: unknown = JSON.parse(browserStorage('sessionStorage')?.getItem(key) ?? 'null');
    return isAnswer(answer) && fits(answer, question) ? answer : null;
  } catch {
    return null;
  }
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, option, lines, endsNs, lanes } = value as Record<string, unknown>;
  return (
    kind === 'shown' ||
    (kind === 'choice' && typeof option === 'number') ||
    (kind === 'order' && Array.isArray(lines)) ||
    (kind === 'draw' && areNumbers(endsNs)) ||
    (kind === 'runs-at' && areNumbers(lanes))
  );
}

function areNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'number');
}

function fits(answer: Answer, question: Question): boolean {
  switch (answer.kind) {
    case 'shown':
      return true;
    case 'choice':
      return question.kind === 'choice' && question.options[answer.option] !== undefined;
    case 'order':
      return question.kind === 'order' && answer.lines.length === question.lines.length;
    case 'draw':
      return question.kind === 'draw' && answer.endsNs.length === question.lanes.length;
    case 'runs-at':
      return question.kind === 'runs-at' && answer.lanes.every((lane) => question.lanes[lane]);
  }
}
