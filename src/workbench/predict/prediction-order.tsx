import { useState } from 'preact/hooks';
import { InlineCode } from '../../ui/inline-code.tsx';
import { type OrderedLine, OrderList } from './order-list.tsx';
import { linesInPlace, type OrderQuestion } from './prediction.ts';

export interface OrderFormProps {
  readonly question: OrderQuestion;
  readonly onAnswer: (lines: readonly string[]) => void;
}

/** Asks for the order in which the lines are printed. */
export function OrderForm({ question, onAnswer }: OrderFormProps) {
  const [lines, setLines] = useState<readonly OrderedLine[]>(() =>
    question.lines.map((text, id) => ({ id, text })),
  );
  return (
    <>
      <p class="snippet-ask">
        <b>Predict first.</b> Put the lines into the order in which they are printed.
      </p>
      <OrderList lines={lines} onChange={setLines} />
      <button
        type="button"
        class="snippet-check"
        onClick={() => onAnswer(lines.map(({ text }) => text))}
      >
        Check
      </button>
    </>
  );
}

export interface OrderResultProps {
  readonly question: OrderQuestion;
  readonly answer: readonly string[];
  readonly printed: readonly string[];
}

export function OrderResult({ question, answer, printed }: OrderResultProps) {
  const inPlace = linesInPlace(answer, printed);
  const right = inPlace === printed.length;
  return (
    <div class="snippet-answer" data-right={right || undefined}>
      <p>
        <b>{right ? 'Right:' : 'Not quite:'}</b>{' '}
        {right
          ? 'that is the order.'
          : `${inPlace} of your ${printed.length} lines are where Python prints them.`}{' '}
        <InlineCode text={question.because ?? ''} />
      </p>
      {!right && (
        <ol class="snippet-order" data-checked>
          {answer.map((line, at) => (
            <li key={at} data-right={line === printed[at] || undefined}>
              <span class="snippet-sign">
                {line === printed[at] ? '✓' : '✗'}
                <span class="sr-only">{line === printed[at] ? 'in place: ' : 'elsewhere: '}</span>
              </span>
              <code>{line}</code>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
