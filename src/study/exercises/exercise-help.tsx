import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { InlineCode } from '../../ui/inline-code.tsx';
import { Prose } from '../cards/card-face.tsx';
import type { Exercise } from './exercise.ts';

export interface ExerciseHelpProps {
  readonly exercise: Exercise;
  readonly solved: boolean;
  /** The code of it. */
  readonly solution: ComponentChildren;
}

/** Hints, one at a time, and the solution after the last of them or once it has been found. */
export function ExerciseHelp({ exercise, solved, solution }: ExerciseHelpProps) {
  const [given, setGiven] = useState(0);
  const left = exercise.hints.length - given;
  const solutionBox = useRef<HTMLDetailsElement>(null);
  // With the last hint its button goes, and the solution takes its place.
  useLayoutEffect(() => {
    if (given > 0 && left === 0) solutionBox.current?.querySelector('summary')?.focus();
  }, [given, left]);
  return (
    <>
      <div aria-live="polite">
        {exercise.hints.slice(0, given).map((hint, at) => (
          <p key={at} class="study-hint">
            <b>Hint {at + 1}.</b> <InlineCode text={hint} />
          </p>
        ))}
      </div>
      {left > 0 && (
        <button type="button" class="study-plain" onClick={() => setGiven(given + 1)}>
          {given === 0 ? 'A hint' : 'Another hint'} ({left} left)
        </button>
      )}
      <details ref={solutionBox} hidden={left > 0 && !solved}>
        <summary>The solution</summary>
        {solution}
        <Prose text={exercise.because} />
      </details>
    </>
  );
}
