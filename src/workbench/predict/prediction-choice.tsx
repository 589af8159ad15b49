import { useId, useState } from 'preact/hooks';
import { InlineCode } from '../../ui/inline-code.tsx';
import type { ChoiceQuestion } from './prediction.ts';

export interface ChoiceFormProps {
  readonly question: ChoiceQuestion;
  readonly onAnswer: (option: number) => void;
}

export function ChoiceForm({ question, onAnswer }: ChoiceFormProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const name = useId();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) onAnswer(chosen);
      }}
    >
      <fieldset>
        <legend>
          <b>Predict first.</b> <InlineCode text={question.ask} />
        </legend>
        {question.options.map((option, at) => (
          <label key={option} class="snippet-option">
            <input
              type="radio"
              name={name}
              value={at}
              checked={chosen === at}
              onChange={() => setChosen(at)}
            />
            <span>
              <InlineCode text={option} />
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" class="snippet-check" disabled={chosen === null}>
        Check
      </button>
    </form>
  );
}

export interface ChoiceResultProps {
  readonly question: ChoiceQuestion;
  readonly option: number;
}

export function ChoiceResult({ question, option }: ChoiceResultProps) {
  const right = option === question.answer;
  return (
    <p class="snippet-answer" data-right={right || undefined}>
      <b>{right ? 'Right:' : 'Not quite:'}</b> <InlineCode text={question.ask} />{' '}
      {!right && (
        <>
          You said{' '}
          <q>
            <InlineCode text={question.options[option] ?? ''} />
          </q>
          ; it is{' '}
        </>
      )}
      <q>
        <InlineCode text={question.options[question.answer] ?? ''} />
      </q>
      . <InlineCode text={question.because} />
    </p>
  );
}
