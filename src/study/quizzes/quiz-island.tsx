import { useRef, useState } from 'preact/hooks';
import type { ShownQuestion } from '../load-study.ts';
import { announceStudyNews } from '../study-news.ts';
import { sharedProgress } from '../study-session.ts';
import { Question } from './question.tsx';

interface QuizProps {
  readonly questions: readonly ShownQuestion[];
}

/** Some questions, each answered by itself. */
export function QuizIsland({ questions }: QuizProps) {
  const [answered, setAnswered] = useState<ReadonlyMap<string, boolean>>(new Map());
  const section = useRef<HTMLDivElement>(null);
  const right = [...answered.values()].filter(Boolean).length;
  const goTo = (at: number) => {
    const form = section.current?.querySelectorAll<HTMLElement>('.study-question')[at];
    form?.scrollIntoView({ block: 'start' });
    form?.querySelector<HTMLElement>('input, button, [tabindex]')?.focus({ preventScroll: true });
  };
  return (
    <div class="study-quiz" ref={section}>
      {questions.map((shown, at) => (
        <Question
          key={shown.question.id}
          shown={shown}
          number={questions.length === 1 ? null : at + 1}
          onDone={(well) => {
            const { id } = shown.question;
            sharedProgress().mark('quiz', id, well ? 'right' : 'wrong');
            announceStudyNews();
            setAnswered(new Map(answered).set(id, well));
          }}
          onNext={at + 1 < questions.length ? () => goTo(at + 1) : null}
        />
      ))}
      {questions.length > 1 && (
        <p class="study-note" role="status">
          {answered.size > 0 && `${right} of ${questions.length} right.`}
        </p>
      )}
    </div>
  );
}
