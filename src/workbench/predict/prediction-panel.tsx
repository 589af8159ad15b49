import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OutputLine } from '../../analysis/playback.ts';
import type { Question } from './prediction.ts';
import { ChoiceForm, ChoiceResult } from './prediction-choice.tsx';
import { DrawnForm, DrawnResult } from './prediction-drawn-later.tsx';
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
        <Result question={question} answer={answer} printed={printed} />
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
        <Form question={question} onAnswer={onAnswer} />
      </div>
      <details class="snippet-hidden" onToggle={show}>
        <summary>Show me the output</summary>
        {children}
      </details>
    </>
  );
}

function Form({ question, onAnswer }: Pick<PredictionPanelProps, 'question' | 'onAnswer'>) {
  switch (question.kind) {
    case 'choice':
      return (
        <ChoiceForm
          question={question}
          onAnswer={(option) => onAnswer({ kind: 'choice', option })}
        />
      );
    case 'order':
      return (
        <OrderForm question={question} onAnswer={(lines) => onAnswer({ kind: 'order', lines })} />
      );
    case 'draw':
    case 'runs-at':
      return <DrawnForm question={question} onAnswer={onAnswer} />;
  }
}

interface ResultProps {
  readonly question: Question;
  readonly answer: Answer;
  readonly printed: readonly OutputLine[];
}

/** Nothing for who asked to be shown. */
function Result({ question, answer, printed }: ResultProps) {
  if (answer.kind === 'choice' && question.kind === 'choice') {
    return <ChoiceResult question={question} option={answer.option} />;
  }
  if (answer.kind === 'order' && question.kind === 'order') {
    const lines = printed.map((line) => line.text);
    return <OrderResult question={question} answer={answer.lines} printed={lines} />;
  }
  if (question.kind === 'draw' || question.kind === 'runs-at') {
    return <DrawnResult question={question} answer={answer} />;
  }
  return null;
}
