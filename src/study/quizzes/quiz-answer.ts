/** What a reader answers to a question, and what of it is right. */
import type { QuizQuestion } from './quiz.ts';

/** What a reader gives: indices of options, lines in order, one text, or a time for each task. */
export type QuizAnswer = readonly (number | string)[];

/** Before the reader has done anything. */
export function emptyAnswer(question: QuizQuestion): QuizAnswer {
  switch (question.kind) {
    case 'choose':
    case 'choose-several':
      return [];
    case 'order':
      return question.lines;
    case 'fill-in':
      return [''];
    case 'trace':
      return question.tasks.map(() => '');
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
    case 'trace':
      return question.tasks.map(({ endsAt }, at) => secondsOf(answer[at]) === Number(endsAt));
  }
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
    case 'trace':
      return `${question.tasks.map(({ label, endsAt }) => `\`${label}\` at ${endsAt}`).join(', ')}.`;
  }
}

function plain(text: string): string {
  return text.replaceAll('`', '').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** `"4,5 s"` is 4.5: some keyboards have a comma there. */
function secondsOf(given: number | string | undefined): number {
  const text = String(given ?? '')
    .replace(',', '.')
    .replace(/s\s*$/, '')
    .trim();
  return text === '' ? Number.NaN : Number(text);
}
