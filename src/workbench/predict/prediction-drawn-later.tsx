/**
 * Drawing, fetched where somebody is asked to draw: most programs do without. What the build drew
 * of it stands in the page until then.
 */
import { useEffect, useState } from 'preact/hooks';
import type { DrawQuestion, RunsAtQuestion } from './drawn.ts';
import type { Answer } from './use-prediction.ts';

const built = import.meta.env.SSR ? await import('./prediction-drawn.tsx') : null;

export interface DrawnFormProps {
  readonly question: DrawQuestion | RunsAtQuestion;
  readonly onAnswer: (answer: Answer) => void;
}

export function DrawnForm({ question, onAnswer }: DrawnFormProps) {
  const parts = useParts();
  // An element that says it has markup of its own keeps what it is hydrated on.
  if (!parts) return <div key="built" dangerouslySetInnerHTML={{ __html: '' }} />;
  return (
    <div key="live">
      {question.kind === 'draw' ? (
        <parts.DrawForm
          question={question}
          onAnswer={(endsNs) => onAnswer({ kind: 'draw', endsNs })}
        />
      ) : (
        <parts.RunsAtForm
          question={question}
          onAnswer={(lanes) => onAnswer({ kind: 'runs-at', lanes })}
        />
      )}
    </div>
  );
}

export interface DrawnResultProps {
  readonly question: DrawQuestion | RunsAtQuestion;
  readonly answer: Answer;
}

/** Nothing for who asked to be shown. */
export function DrawnResult({ question, answer }: DrawnResultProps) {
  const parts = useParts();
  if (answer.kind === 'draw' && question.kind === 'draw') {
    return parts && <parts.DrawResult question={question} endsNs={answer.endsNs} />;
  }
  if (answer.kind === 'runs-at' && question.kind === 'runs-at') {
    return parts && <parts.RunsAtResult question={question} chosen={answer.lanes} />;
  }
  return null;
}

function useParts() {
  const [parts, setParts] = useState(built);
  useEffect(() => {
    if (parts) return;
    import('./prediction-drawn.tsx').then(setParts, () => {
      // Without it there is still the way to be shown.
    });
  }, []);
  return parts;
}
