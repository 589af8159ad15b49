import { useId } from 'preact/hooks';
import { InlineCode } from '../../ui/inline-code.tsx';
import { DrawnTruth, RunsTruth } from '../../workbench/predict/drawn-truth.tsx';
import { LaneBoxes } from '../../workbench/predict/lane-boxes.tsx';
import { LaneSliders } from '../../workbench/predict/lane-sliders.tsx';
import { OrderList } from '../../workbench/predict/order-list.tsx';
import type { QuizQuestion } from './quiz.ts';
import { endsOf, numbersOf, type QuizAnswer } from './quiz-answer.ts';

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
    case 'draw':
      return marks ? (
        <DrawnTruth question={question.drawn} id={name} endsNs={numbersOf(answer)} />
      ) : (
        <LaneSliders
          question={question.drawn}
          id={name}
          endsNs={endsOf(answer)}
          onChange={(endsNs) => onChange(endsNs.map((ns) => ns ?? ''))}
        />
      );
    case 'runs-at':
      return marks ? (
        <RunsTruth question={question.drawn} id={name} chosen={numbersOf(answer)} />
      ) : (
        <LaneBoxes
          question={question.drawn}
          id={name}
          chosen={numbersOf(answer)}
          onChange={onChange}
        />
      );
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
