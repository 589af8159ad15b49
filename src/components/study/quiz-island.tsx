import { useId, useState } from 'preact/hooks';
import { isRight, judgeAnswer, type QuizAnswer, type QuizQuestion } from '../../study/quiz.ts';
import { InlineCode } from '../snippet/inline-code.tsx';
import { OrderList } from '../snippet/order-list.tsx';
import { CardBlock, Prose } from './card-face.tsx';
import type { ShownQuestion } from './load-study.ts';
import { sharedProgress, tellStudyNews } from './study-session.ts';

/** The questions of a chapter, each answered by itself. */
export function QuizIsland({ questions }: { readonly questions: readonly ShownQuestion[] }) {
  const [right, setRight] = useState<ReadonlySet<string>>(new Set());
  return (
    <section class="study-quiz" aria-label="Quiz">
      {questions.map((shown, at) => (
        <Question
          key={shown.question.id}
          shown={shown}
          number={at + 1}
          onAnswer={(well) => {
            sharedProgress().mark('quiz', shown.question.id, well ? 'right' : 'wrong');
            tellStudyNews();
            const others = [...right].filter((id) => id !== shown.question.id);
            setRight(new Set(well ? [...others, shown.question.id] : others));
          }}
        />
      ))}
      <p class="study-note" role="status">
        {right.size > 0 && `${right.size} of ${questions.length} right.`}
      </p>
    </section>
  );
}

interface QuestionProps {
  readonly shown: ShownQuestion;
  readonly number: number;
  readonly onAnswer: (right: boolean) => void;
}

function Question({ shown: { question, code }, number, onAnswer }: QuestionProps) {
  const [answer, setAnswer] = useState<QuizAnswer>(() => emptyAnswer(question));
  const [given, setGiven] = useState<QuizAnswer | null>(null);
  const marks = given && judgeAnswer(question, given);
  const right = given !== null && isRight(question, given);
  return (
    <form
      class="study-question"
      data-question={question.id}
      onSubmit={(event) => {
        event.preventDefault();
        setGiven(answer);
        onAnswer(isRight(question, answer));
      }}
    >
      <fieldset>
        <legend>
          {/* One piece of text: hydration takes “5.” for the number 5, and would add the full stop again. */}
          <b>{`${number}.`}</b> <InlineCode text={question.ask} />
        </legend>
        {question.showCode && <CardBlock block={code} />}
        <Parts question={question} answer={answer} marks={marks} onChange={setAnswer} />
      </fieldset>
      {given === null ? (
        <button type="submit" class="study-button" disabled={!isWhole(question, answer)}>
          Check
        </button>
      ) : (
        <button
          type="button"
          class="study-button"
          onClick={(event) => {
            // It turns into Check before the click is over, which would answer at once.
            event.preventDefault();
            setGiven(null);
          }}
        >
          Try again
        </button>
      )}
      <div role="status">
        {given && (
          <div class="study-answer" data-right={right || undefined}>
            <p>
              <b>{right ? 'Right.' : 'Not quite.'}</b>{' '}
              {!right && <InlineCode text={solution(question)} />}
            </p>
            {!right && question.kind === 'order' && (
              <ol class="study-order">
                {question.answer.map((line) => (
                  <li key={line}>
                    <code>{line}</code>
                  </li>
                ))}
              </ol>
            )}
            <Prose text={question.because} />
            {!question.showCode && (
              <details>
                <summary>The program that proves it</summary>
                <CardBlock block={code} />
              </details>
            )}
            <p>
              <a
                href={`#${proofId(question.snippet)}`}
                onClick={(event) => showProof(event, question.snippet)}
              >
                See it run
              </a>
            </p>
          </div>
        )}
      </div>
    </form>
  );
}

interface PartsProps {
  readonly question: QuizQuestion;
  readonly answer: QuizAnswer;
  readonly marks: readonly boolean[] | null;
  readonly onChange: (answer: QuizAnswer) => void;
}

function Parts({ question, answer, marks, onChange }: PartsProps) {
  const name = useId();
  const locked = marks !== null;
  const replaced = (at: number, value: string) =>
    answer.map((each, place) => (place === at ? value : each));
  switch (question.kind) {
    case 'choose':
    case 'choose-several': {
      const one = question.kind === 'choose';
      return question.options.map((option, at) => (
        <label key={option} class="study-option" data-right={signOf(question, answer, marks, at)}>
          <input
            type={one ? 'radio' : 'checkbox'}
            name={name}
            checked={answer.includes(at)}
            disabled={locked}
            onChange={() =>
              onChange(
                one
                  ? [at]
                  : answer.includes(at)
                    ? answer.filter((each) => each !== at)
                    : [...answer, at],
              )
            }
          />
          <span>
            <InlineCode text={option} />
          </span>
        </label>
      ));
    }
    case 'order':
      return marks ? (
        <ol class="study-order">
          {answer.map((line, at) => (
            <li key={line} data-right={marks[at]}>
              <code>{line}</code>
            </li>
          ))}
        </ol>
      ) : (
        <OrderList
          lines={answer.map((line) => ({
            id: question.lines.indexOf(String(line)),
            text: String(line),
          }))}
          onChange={(lines) => onChange(lines.map(({ text }) => text))}
        />
      );
    case 'fill-in':
      return (
        <label class="study-fill" data-right={marks?.[0]}>
          <InlineCode text={question.before} />
          <input
            type="text"
            aria-label="What is missing"
            autocapitalize="off"
            autocomplete="off"
            spellcheck={false}
            value={answer[0]}
            readOnly={locked}
            onInput={(event) => onChange([event.currentTarget.value])}
          />
          <InlineCode text={question.after} />
        </label>
      );
    case 'trace':
      return question.tasks.map(({ label }, at) => (
        <label key={label} class="study-fill" data-right={marks?.[at]}>
          <code>{label}</code> ends at
          <input
            type="text"
            inputMode="decimal"
            size={6}
            value={answer[at]}
            readOnly={locked}
            onInput={(event) => onChange(replaced(at, event.currentTarget.value))}
          />
          seconds
        </label>
      ));
  }
}

/** Once answered: what is right, and what was chosen and is not. */
function signOf(
  question: Extract<QuizQuestion, { answers: readonly number[] }>,
  answer: QuizAnswer,
  marks: readonly boolean[] | null,
  option: number,
): boolean | undefined {
  if (!marks) return undefined;
  if (question.answers.includes(option)) return true;
  return answer.includes(option) ? false : undefined;
}

function emptyAnswer(question: QuizQuestion): QuizAnswer {
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

function isWhole(question: QuizQuestion, answer: QuizAnswer): boolean {
  if (question.kind === 'order') return true;
  return answer.length > 0 && answer.every((part) => String(part).trim() !== '');
}

function solution(question: QuizQuestion): string {
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

function proofId(snippet: string): string {
  return `timeline-${snippet.replace('/', '-')}`;
}

/** To the snippet itself, which may have no picture and so no id. */
function showProof(event: Event, snippet: string): void {
  const figure = document.querySelector<HTMLElement>(`[data-snippet="${snippet}"]`);
  if (!figure) return;
  event.preventDefault();
  figure.scrollIntoView();
  figure.querySelector<HTMLElement>('.snippet-run')?.focus({ preventScroll: true });
}
