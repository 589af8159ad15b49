/** Checks what an author wrote against the snippet, when the site is built. */
import { outputScript } from '../../analysis/playback.ts';
import type { Trace } from '../../trace/schema.ts';
import { drawQuestion, runsAtQuestion } from './drawn-question.ts';
import { type Prediction, type Question, shuffled } from './prediction.ts';

/** More lines than this are a chore to order. */
const MAX_LINES_TO_ORDER = 9;

/** @param snippet names the snippet in errors, and seeds the shuffle. */
export function questionFor(prediction: Prediction, trace: Trace, snippet: string): Question {
  if (prediction === 'order') return orderQuestion(trace, snippet, null);
  if ('order' in prediction) return orderQuestion(trace, snippet, prediction.because ?? null);
  const where = `Snippet ${snippet}: predict`;
  if ('draw' in prediction) {
    const { draw, because } = prediction;
    return drawQuestion(trace, { ...draw, ...(because ? { because } : {}) }, where);
  }
  if ('runsAt' in prediction) return runsAtQuestion(trace, prediction, where);
  const { options, answer } = prediction;
  if (options.length < 2 || !Number.isInteger(answer) || !options[answer]) {
    throw new Error(
      `Snippet ${snippet}: predict needs at least two options and the index of the right one ` +
        `(0 to ${options.length - 1}), but has ${options.length} options and answer ${answer}.`,
    );
  }
  return { kind: 'choice', ...prediction };
}

function orderQuestion(trace: Trace, snippet: string, because: string | null) {
  const lines = outputScript(trace).lines.map((line) => line.text);
  if (new Set(lines).size < 2 || lines.length > MAX_LINES_TO_ORDER) {
    throw new Error(
      `Snippet ${snippet}: predict="order" needs 2 to ${MAX_LINES_TO_ORDER} lines of output that ` +
        `are not all alike, but it prints ${lines.length}. Ask a question with options instead.`,
    );
  }
  return { kind: 'order', lines: shuffled(lines, snippet), because } as const;
}
