import { useState } from 'preact/hooks';
import type { Trace } from '../../trace/schema.ts';
import { fetchTrace } from './fetch-trace.ts';

export interface SnippetRecording {
  /** Null until somebody wants to watch, and it is here. */
  readonly trace: Trace | null;
  readonly problem: string | null;
  /** Fetches it; again where that failed. */
  wake(): void;
}

/** The recording of a snippet, fetched once somebody wants to watch it. */
export function useRecording(name: string): SnippetRecording {
  const [trace, setTrace] = useState<Trace | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    trace,
    problem,
    wake() {
      if (trace) return;
      setProblem(null);
      fetchTrace(name).then(setTrace, () =>
        setProblem('The recording could not be loaded. Check the connection and press Run again.'),
      );
    },
  };
}
