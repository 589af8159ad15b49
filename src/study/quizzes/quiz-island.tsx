import { useState } from 'preact/hooks';
import { InlineCode } from '../../ui/inline-code.tsx';
import { CardBlock, Prose } from '../cards/card-face.tsx';
import type { ShownQuestion } from '../load-study.ts';
import { announceStudyNews, sharedProgress } from '../study-session.ts';
import { QuestionParts } from './question-parts.tsx';
import {
  emptyAnswer,
  isRight,
  isWhole,
  judgeAnswer,
  type QuizAnswer,
  solutionText,
} from './quiz-answer.ts';

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
            announceStudyNews();
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
        <QuestionParts question={question} answer={answer} marks={marks} onChange={setAnswer} />
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
              {!right && <InlineCode text={solutionText(question)} />}
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
