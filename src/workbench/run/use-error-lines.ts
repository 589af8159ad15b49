import { useState } from 'preact/hooks';
import { type ErrorLines, NO_ERROR_LINES } from '../../analysis/error-lines.ts';
import { followLine } from '../../editor/follow-line.ts';

export interface LinesOfErrors {
  of(id: string): ErrorLines;
  mark(id: string, lines: ErrorLines): void;
  /** The program was edited: marks stay with their lines. */
  follow(id: string, before: string, after: string): void;
}

/** In each program, the lines that an exception came from. */
export function useErrorLines(): LinesOfErrors {
  const [marked, setMarked] = useState<ReadonlyMap<string, ErrorLines>>(new Map());
  return {
    of: (id) => marked.get(id) ?? NO_ERROR_LINES,
    mark: (id, lines) => setMarked((all) => new Map(all).set(id, lines)),
    follow(id, before, after) {
      setMarked((all) => {
        const lines = all.get(id);
        return lines ? new Map(all).set(id, followed(lines, before, after)) : all;
      });
    },
  };
}

function followed({ raised, ledThere }: ErrorLines, before: string, after: string): ErrorLines {
  const follow = (lines: readonly number[]) =>
    lines.flatMap((line) => followLine(before, after, line) ?? []);
  return { raised: follow(raised), ledThere: follow(ledThere) };
}
