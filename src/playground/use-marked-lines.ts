import { useState } from 'preact/hooks';
import { followLine } from '../editor/follow-line.ts';

export interface MarkedLines {
  /** Counted from 1; null where no line of that program is marked. */
  lineOf(id: string): number | null;
  mark(id: string, line: number | null): void;
  /** The program was edited: the mark stays with its line. */
  follow(id: string, before: string, after: string): void;
}

/** In each program, the line that an exception came from. */
export function useMarkedLines(): MarkedLines {
  const [lines, setLines] = useState<ReadonlyMap<string, number | null>>(new Map());
  const mark = (id: string, line: number | null) =>
    setLines((marked) => new Map(marked).set(id, line));
  return {
    lineOf: (id) => lines.get(id) ?? null,
    mark,
    follow(id, before, after) {
      setLines((marked) => {
        const line = marked.get(id);
        return line ? new Map(marked).set(id, followLine(before, after, line)) : marked;
      });
    },
  };
}
