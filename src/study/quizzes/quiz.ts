/**
 * A question as the page asks it. Where the recording of the proving program knows the answer, it is
 * read from there.
 */
import { formatTranscript, transcriptLines } from '../../analysis/transcript.ts';
import type { Trace } from '../../trace/schema.ts';
import type { DrawQuestion, RunsAtQuestion } from '../../workbench/predict/drawn.ts';
import { drawQuestion, runsAtQuestion } from '../../workbench/predict/drawn-question.ts';
import { shuffled } from '../../workbench/predict/prediction.ts';
import { clozeParts } from '../cards/cloze.ts';
import type { QuizEntry } from './quiz-fields.ts';

interface Common {
  /** `chapter/name`. */
  readonly id: string;
  readonly ask: string;
  readonly because: string;
  /** Where to look, after a first wrong answer; null where the author says nothing. */
  readonly nudge: string | null;
  /** `chapter/name` of the program that proves it. */
  readonly snippet: string;
  readonly showCode: boolean;
}

export type QuizQuestion =
  | (Common & {
      readonly kind: 'choose' | 'choose-several';
      readonly options: readonly string[];
      /** Indices of the options that are right. */
      readonly answers: readonly number[];
    })
  | (Common & {
      readonly kind: 'order';
      readonly lines: readonly string[];
      readonly answer: readonly string[];
    })
  | (Common & {
      readonly kind: 'fill-in';
      readonly before: string;
      readonly after: string;
      readonly answers: readonly string[];
    })
  | (Common & { readonly kind: 'draw'; readonly drawn: DrawQuestion })
  | (Common & { readonly kind: 'runs-at'; readonly drawn: RunsAtQuestion });

/** Longer outputs are a chore to put in order. */
const MAX_LINES = 9;

/** @throws where the entry and the recording do not agree; names the question. */
export function quizQuestionOf(chapter: string, entry: QuizEntry, trace: Trace): QuizQuestion {
  const { ask, because, nudge = null, snippet, showCode } = entry;
  const common = { id: `${chapter}/${entry.id}`, ask, because, nudge, snippet, showCode };
  const where = `content/quizzes/${chapter}.yaml, question "${entry.id}"`;
  if (entry.proof !== undefined && !formatTranscript(trace).split('\n').includes(entry.proof)) {
    throw new Error(
      `${where}, proof: expected a line of content/snippets/${snippet}.out, found "${entry.proof}", which it does not have.`,
    );
  }
  switch (entry.kind) {
    case 'choose':
      return { ...common, kind: 'choose', options: entry.options, answers: [entry.answer] };
    case 'choose-several':
      return { ...common, kind: entry.kind, options: entry.options, answers: entry.answers };
    case 'order':
      return { ...common, kind: 'order', ...orderOf(trace, where) };
    case 'fill-in': {
      const parts = clozeParts(entry.text);
      const gap = parts.findIndex(({ hidden }) => hidden);
      const textOf = (from: number, to?: number) =>
        parts
          .slice(from, to)
          .map(({ text }) => text)
          .join('');
      const answers = [textOf(gap, gap + 1), ...entry.also];
      return {
        ...common,
        kind: 'fill-in',
        before: textOf(0, gap),
        after: textOf(gap + 1),
        answers,
      };
    }
    case 'trace': {
      const { tasks, until, runsAt } = entry;
      const wish = { ...(tasks && { tasks }), ...(until && { until }), ask };
      return runsAt === undefined
        ? { ...common, kind: 'draw', drawn: drawQuestion(trace, wish, where) }
        : { ...common, kind: 'runs-at', drawn: runsAtQuestion(trace, { ...wish, runsAt }, where) };
    }
  }
}

function orderOf(trace: Trace, where: string) {
  const answer = transcriptLines(trace.events)
    .filter(({ stream }) => stream === 'stdout')
    .map(({ text }) => text);
  if (answer.length < 2 || answer.length > MAX_LINES || new Set(answer).size < answer.length) {
    throw new Error(
      `${where}: an order needs 2 to ${MAX_LINES} different lines of output, found ${answer.length} lines. Ask in another way, or of another snippet.`,
    );
  }
  return { answer, lines: shuffled(answer, where) };
}
