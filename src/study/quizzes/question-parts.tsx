import { useId } from 'preact/hooks';
import { InlineCode } from '../../ui/inline-code.tsx';
import { OrderList } from '../../workbench/predict/order-list.tsx';
import type { QuizQuestion } from './quiz.ts';
import type { QuizAnswer } from './quiz-answer.ts';

export interface QuestionPartsProps {
  readonly question: QuizQuestion;
  readonly answer: QuizAnswer;
  /** Null until the answer is given. */
  readonly marks: readonly boolean[] | null;
  readonly onChange: (answer: QuizAnswer) => void;
}

/** What is to be chosen, put in order or filled in; once answered, with what was right of it. */
export function QuestionParts({ question, answer, marks, onChange }: QuestionPartsProps) {
  const name = useId();
  const locked = marks !== null;
  const replaced = (at: number, value: string) =>
    answer.map((each, index) => (index === at ? value : each));
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
          <code>{label}</code> ends at{' '}
          <input
            type="text"
            inputMode="decimal"
            size={6}
            value={answer[at]}
            readOnly={locked}
            onInput={(event) => onChange(replaced(at, event.currentTarget.value))}
          />{' '}
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
