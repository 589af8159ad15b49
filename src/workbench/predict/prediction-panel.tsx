import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OutputLine } from '../../analysis/playback.ts';
import type { Question } from './prediction.ts';
import { ChoiceForm, ChoiceResult } from './prediction-choice.tsx';
import { OrderForm, OrderResult } from './prediction-order.tsx';
import type { Answer } from './use-prediction.ts';

export interface PredictionPanelProps {
  readonly question: Question;
  readonly answer: Answer | null;
  readonly printed: readonly OutputLine[];
  readonly onAnswer: (answer: Answer) => void;
  /** The output panel. */
  readonly children: ComponentChildren;
}

/**
 * A question, and the output under it. Until the question is answered the output is folded away;
 * unfolding it is how a reader gives up, with JavaScript or without.
 */
export function PredictionPanel(props: PredictionPanelProps) {
  const { question, answer, printed, children } = props;
  const outcome = useRef<HTMLDivElement>(null);
  const answering = useRef(false);
  const onAnswer = (given: Answer) => {
    answering.current = true;
    props.onAnswer(given);
  };
  // What was pressed is gone: reading goes on with what it brought.
  useLayoutEffect(() => {
    if (answer && answering.current) outcome.current?.focus({ preventScroll: true });
    answering.current = false;
  }, [answer]);
  if (answer) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls.
      <div
        ref={outcome}
        tabIndex={-1}
        class="snippet-outcome"
        role="group"
        aria-label="Answer and output"
      >
        {answer.kind === 'choice' && question.kind === 'choice' && (
          <ChoiceResult question={question} option={answer.option} />
        )}
        {answer.kind === 'order' && question.kind === 'order' && (
          <OrderResult
            question={question}
            answer={answer.lines}
            printed={printed.map((line) => line.text)}
          />
        )}
        {children}
      </div>
    );
  }
  const show = (event: { readonly currentTarget: HTMLDetailsElement }) => {
    if (event.currentTarget.open) onAnswer({ kind: 'shown' });
  };
  return (
    <>
      <div class="snippet-question">
        {question.kind === 'choice' ? (
          <ChoiceForm
            question={question}
            onAnswer={(option) => onAnswer({ kind: 'choice', option })}
          />
        ) : (
          <OrderForm question={question} onAnswer={(lines) => onAnswer({ kind: 'order', lines })} />
        )}
      </div>
      <details class="snippet-hidden" onToggle={show}>
        <summary>Show me the output</summary>
        {children}
      </details>
    </>
  );
}
