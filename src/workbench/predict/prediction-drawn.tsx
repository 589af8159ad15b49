import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { InlineCode } from '../../ui/inline-code.tsx';
import {
  type DrawQuestion,
  type RunsAtQuestion,
  rightEnds,
  rightLanes,
  secondsOf,
} from './drawn.ts';
import { DrawnTruth, RunsTruth } from './drawn-truth.tsx';
import { LaneBoxes } from './lane-boxes.tsx';
import { LaneSliders } from './lane-sliders.tsx';

export interface DrawFormProps {
  readonly question: DrawQuestion;
  readonly onAnswer: (endsNs: readonly number[]) => void;
}

/** Asks when each task ends, on an empty picture. */
export function DrawForm({ question, onAnswer }: DrawFormProps) {
  const [endsNs, setEndsNs] = useState<readonly (number | null)[]>(() =>
    question.lanes.map(() => null),
  );
  const drawn = endsNs.filter((ns) => ns !== null);
  return (
    <Form ask={question.ask} able={drawn.length === endsNs.length} onCheck={() => onAnswer(drawn)}>
      {(id) => <LaneSliders question={question} id={id} endsNs={endsNs} onChange={setEndsNs} />}
    </Form>
  );
}

export interface RunsAtFormProps {
  readonly question: RunsAtQuestion;
  readonly onAnswer: (lanes: readonly number[]) => void;
}

/** Asks who runs at a moment, on an empty picture. */
export function RunsAtForm({ question, onAnswer }: RunsAtFormProps) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  return (
    <Form ask={question.ask} able={chosen.length > 0} onCheck={() => onAnswer(chosen)}>
      {(id) => <LaneBoxes question={question} id={id} chosen={chosen} onChange={setChosen} />}
    </Form>
  );
}

interface FormProps {
  readonly ask: string;
  readonly able: boolean;
  readonly onCheck: () => void;
  readonly children: (id: string) => ComponentChildren;
}

function Form({ ask, able, onCheck, children }: FormProps) {
  const id = useId();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (able) onCheck();
      }}
    >
      <fieldset>
        <legend>
          <b>Predict first.</b> <InlineCode text={ask} />
        </legend>
        {children(id)}
      </fieldset>
      <button type="submit" class="snippet-check" disabled={!able}>
        Check
      </button>
    </form>
  );
}

export interface DrawResultProps {
  readonly question: DrawQuestion;
  readonly endsNs: readonly number[];
}

export function DrawResult({ question, endsNs }: DrawResultProps) {
  const id = useId();
  const marks = rightEnds(question, endsNs);
  const right = marks.filter((each) => each).length;
  const isRight = right === marks.length;
  const within = `within ${secondsOf(question.toleranceNs)} s`;
  return (
    <div class="snippet-answer" data-right={isRight || undefined}>
      <p>
        <b>{isRight ? 'Right:' : 'Not quite:'}</b>{' '}
        {isRight
          ? `every bar ends where you drew it, ${within}.`
          : `${right} of your ${marks.length} bars ${right === 1 ? 'ends' : 'end'} where ${right === 1 ? 'it' : 'they'} should, ${within}.`}{' '}
        <InlineCode text={question.because ?? ''} />
      </p>
      <DrawnTruth question={question} id={id} endsNs={endsNs} />
    </div>
  );
}

export interface RunsAtResultProps {
  readonly question: RunsAtQuestion;
  readonly chosen: readonly number[];
}

export function RunsAtResult({ question, chosen }: RunsAtResultProps) {
  const id = useId();
  const isRight = rightLanes(question, chosen).every((each) => each);
  return (
    <div class="snippet-answer" data-right={isRight || undefined}>
      <p>
        <b>{isRight ? 'Right:' : 'Not quite:'}</b>{' '}
        {isRight
          ? `that is who runs at ${secondsOf(question.atNs)}.`
          : `at ${secondsOf(question.atNs)} it is otherwise.`}{' '}
        <InlineCode text={question.because ?? ''} />
      </p>
      <RunsTruth question={question} id={id} chosen={chosen} />
    </div>
  );
}
