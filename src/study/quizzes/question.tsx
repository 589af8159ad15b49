import { useEffect, useRef, useState } from 'preact/hooks';
import { InlineCode } from '../../ui/inline-code.tsx';
import { CardBlock, Prose } from '../cards/card-face.tsx';
import { OpenInPlayground } from '../cards/open-in-playground.tsx';
import type { ShownQuestion } from '../load-study.ts';
import { QuestionParts } from './question-parts.tsx';
import {
  emptyAnswer,
  isRight,
  isWhole,
  judgeAnswer,
  type QuizAnswer,
  solutionText,
} from './quiz-answer.ts';

interface QuestionProps {
  readonly shown: ShownQuestion;
  /** Before the question, where there are several. */
  readonly number: number | null;
  /** With the last try: it was right, or the answer has been told. */
  readonly onDone: (right: boolean) => void;
  /** Where there is a question after this one. */
  readonly onNext: (() => void) | null;
}

/**
 * - `open`: nothing has been answered.
 * - `nudged`: a first answer was wrong; the reader has been told where to look, and may try again.
 * - `done`: answered rightly, or wrongly twice; the reason is told.
 */
type Stage = 'open' | 'nudged' | 'done';

const LOOK_AGAIN =
  'Read the program once more, line by line: who runs, who waits, and what ends each wait?';

/** One question: an answer, a nudge and a second try where it was wrong, then the reason. */
export function Question({ shown: { question, code }, number, onDone, onNext }: QuestionProps) {
  const [answer, setAnswer] = useState<QuizAnswer>(() => emptyAnswer(question));
  const [stage, setStage] = useState<Stage>('open');
  /** The answer that has been found wrong: it is not taken again as it stands. */
  const [refused, setRefused] = useState<QuizAnswer | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const right = isRight(question, answer);
  const isRefused = refused !== null && JSON.stringify(answer) === JSON.stringify(refused);
  useFocusOf(form, stage);
  const check = () => {
    if (isRefused) return;
    if (right || stage === 'nudged') {
      setStage('done');
      onDone(right);
    } else {
      setStage('nudged');
      setRefused(answer);
    }
  };
  const again = () => {
    setAnswer(emptyAnswer(question));
    setRefused(null);
    setStage('open');
  };
  return (
    <form
      class="study-question"
      ref={form}
      data-question={question.id}
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <fieldset>
        <legend>
          {/* One piece of text: hydration takes “5.” for the number 5, and would add the full stop again. */}
          {number !== null && <b>{`${number}.`}</b>} <InlineCode text={question.ask} />
        </legend>
        {question.showCode && <CardBlock block={code} />}
        <QuestionParts
          question={question}
          answer={answer}
          marks={stage === 'done' ? judgeAnswer(question, answer) : null}
          onChange={setAnswer}
        />
      </fieldset>
      <div role="status">
        {stage === 'nudged' && (
          <div class="study-answer" data-nudge>
            <p>
              <b>Not yet.</b> <InlineCode text={question.nudge ?? LOOK_AGAIN} />
            </p>
          </div>
        )}
        {stage === 'done' && (
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
          </div>
        )}
      </div>
      <p class="study-links">
        {stage !== 'done' && (
          <button
            type="submit"
            class="study-button"
            disabled={!isWhole(question, answer)}
            // Not disabled, which would take the focus away from whoever has just pressed it.
            aria-disabled={isRefused || undefined}
          >
            {stage === 'open' ? 'Check' : 'Check again'}
          </button>
        )}
        {stage === 'done' && onNext && (
          <button type="button" class="study-button" onClick={onNext}>
            Next
          </button>
        )}
        {stage === 'done' && code.kind === 'code' && (
          <OpenInPlayground name={question.snippet} source={code.source}>
            See it run
          </OpenInPlayground>
        )}
        {stage === 'done' && (
          <button type="button" class="study-quiet" onClick={again}>
            Answer it anew
          </button>
        )}
      </p>
    </form>
  );
}

/** Where a button goes that had the focus, what comes in its place takes it. */
function useFocusOf(form: { readonly current: HTMLFormElement | null }, stage: Stage): void {
  const before = useRef(stage);
  useEffect(() => {
    const was = before.current;
    before.current = stage;
    const next = FOCUS_AT[stage];
    if (was === stage || next === null || document.activeElement?.matches(':enabled')) return;
    form.current?.querySelector<HTMLElement>(next)?.focus({ preventScroll: true });
  }, [stage]);
}

const FOCUS_AT: Readonly<Record<Stage, string | null>> = {
  open: 'input, [role="slider"], fieldset button',
  nudged: null,
  done: '.study-links button',
};
