import { useState } from 'preact/hooks';
import type { FetchedRecording } from './fetch-recording.ts';

export interface SnippetRecording {
  /** Null until somebody wants to watch, and it is here. */
  readonly fetched: FetchedRecording | null;
  readonly problem: string | null;
  /** Fetches it; again where that failed. */
  wake(): void;
}

/** The recording of a snippet, fetched once somebody wants to watch it. */
export function useRecording(name: string): SnippetRecording {
  const [fetched, setFetched] = useState<FetchedRecording | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    fetched,
    problem,
    wake() {
      if (fetched) return;
      setProblem(null);
      import('./fetch-recording.ts')
        .then(({ fetchRecording }) => fetchRecording(name))
        .then(setFetched, () =>
          setProblem(
            'The recording could not be loaded. Check the connection and press Run again.',
          ),
        );
    },
  };
}
