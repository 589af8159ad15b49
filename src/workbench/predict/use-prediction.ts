import { useEffect, useState } from 'preact/hooks';
import { browserStorage } from '../../ui/browser-storage.ts';
import type { Question } from './prediction.ts';

/** An option's index, the lines in the reader's order, or no answer: they asked to be shown. */
export type Answer =
  | { readonly kind: 'choice'; readonly option: number }
  | { readonly kind: 'order'; readonly lines: readonly string[] }
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
  const { kind, option, lines } = value as Record<'kind' | 'option' | 'lines', unknown>;
  return (
    kind === 'shown' ||
    (kind === 'choice' && typeof option === 'number') ||
    (kind === 'order' && Array.isArray(lines))
  );
}

function fits(answer: Answer, question: Question): boolean {
  if (answer.kind === 'shown') return true;
  if (answer.kind === 'choice') {
    return question.kind === 'choice' && question.options[answer.option] !== undefined;
  }
  return question.kind === 'order' && answer.lines.length === question.lines.length;
}
