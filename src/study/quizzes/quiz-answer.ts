/** What a reader answers to a question, and what of it is right. */
import { rightEnds, rightLanes, secondsOf } from '../../workbench/predict/drawn.ts';
import type { QuizQuestion } from './quiz.ts';

/**
 * What a reader gives: indices of options or of lanes, lines in order, one text, or for each lane
 * its end in nanoseconds, empty where none is drawn.
 */
export type QuizAnswer = readonly (number | string)[];

/** Before the reader has done anything. */
export function emptyAnswer(question: QuizQuestion): QuizAnswer {
  switch (question.kind) {
    case 'choose':
    case 'choose-several':
    case 'runs-at':
      return [];
    case 'order':
      return question.lines;
    case 'fill-in':
      return [''];
    case 'draw':
      return question.drawn.lanes.map(() => '');
  }
}

/** Whether there is something in every place. */
export function isWhole(question: QuizQuestion, answer: QuizAnswer): boolean {
  if (question.kind === 'order') return true;
  return answer.length > 0 && answer.every((part) => String(part).trim() !== '');
}

/** For each part of the answer, whether it is right; for `choose-several`, for each option. */
export function judgeAnswer(question: QuizQuestion, answer: QuizAnswer): boolean[] {
  switch (question.kind) {
    case 'choose':
    case 'choose-several':
      return question.options.map((_, at) => answer.includes(at) === question.answers.includes(at));
    case 'order':
      return question.answer.map((line, at) => answer[at] === line);
    case 'fill-in':
      return [question.answers.map(plain).includes(plain(String(answer[0] ?? '')))];
    case 'draw':
      return rightEnds(question.drawn, endsOf(answer));
    case 'runs-at':
      return rightLanes(question.drawn, numbersOf(answer));
  }
}

/** Of each lane, where its bar was drawn to; null where it was not. */
export function endsOf(answer: QuizAnswer): (number | null)[] {
  return answer.map((end) => (typeof end === 'number' ? end : null));
}

/** Indices of options or lanes. */
export function numbersOf(answer: QuizAnswer): number[] {
  return answer.filter((each) => typeof each === 'number');
}

export function isRight(question: QuizQuestion, answer: QuizAnswer): boolean {
  return judgeAnswer(question, answer).every((right) => right);
}

/** What is right, in a sentence; the lines of an order follow it. */
export function solutionText(question: QuizQuestion): string {
  switch (question.kind) {
    case 'choose':
    case 'choose-several':
      return `It is: ${question.answers.map((at) => question.options[at]).join('; ')}.`;
    case 'order':
      return 'The order is:';
    case 'fill-in':
      return `It is: ${question.answers[0]}.`;
    case 'draw': {
      const { lanes } = question.drawn;
      return `${lanes.map(({ label, endNs }) => `\`${label}\` at ${secondsOf(endNs)}`).join(', ')}.`;
    }
    case 'runs-at': {
      const running = question.drawn.lanes.filter(({ runs }) => runs);
      return `It is: ${running.map(({ label }) => `\`${label}\``).join(', ')}.`;
    }
  }
}

function plain(text: string): string {
  return text.replaceAll('`', '').trim().replace(/\s+/g, ' ').toLowerCase();
}
