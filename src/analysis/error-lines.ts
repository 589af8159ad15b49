import { mainLine } from './main-line.ts';
import type { OutputScript } from './playback.ts';
import { endingTraceback, innermostOwn, leavesOf } from './traceback/ending-traceback.ts';
import type { Traceback } from './traceback/traceback.ts';

/** Lines of the file that was run, in ascending order. */
export interface ErrorLines {
  /** Those that raised what ended the program: one, or of an exception group one for each member. */
  readonly raised: readonly number[];
  /** Those that had called them, or waited for them. */
  readonly ledThere: readonly number[];
}

export const NO_ERROR_LINES: ErrorLines = { raised: [], ledThere: [] };

/**
 * Where the exception that ended a program came from. The innermost line is in the trace; the
 * others stand only in the traceback that the program printed, and are read from there.
 *
 * @param fileName the name of the file that was run, as tracebacks show it.
 */
export function errorLines(
  script: Pick<OutputScript, 'lines' | 'outcome'>,
  fileName = 'main.py',
): ErrorLines {
  const { outcome } = script;
  if (outcome.kind !== 'exited' || !outcome.error) return NO_ERROR_LINES;
  const traceback = endingTraceback(script);
  const innermost = mainLine(outcome.error.location);
  if (!traceback) return { ...NO_ERROR_LINES, raised: innermost === null ? [] : [innermost] };
  const raised =
    traceback.members.length > 0
      ? leavesOf(traceback).flatMap((leaf) => lastLine(leaf, fileName) ?? [])
      : innermost === null
        ? []
        : [innermost];
  const all = linesOf(traceback, fileName);
  return {
    raised: ascending(raised),
    ledThere: ascending(all.filter((line) => !raised.includes(line))),
  };
}

function linesOf({ frames, members }: Traceback, fileName: string): readonly number[] {
  return [
    ...frames.flatMap(({ file, line }) => (file === fileName ? line : [])),
    ...members.flatMap((member) => linesOf(member, fileName)),
  ];
}

/** Null where the innermost of the program's lines is in another of its files. */
function lastLine(leaf: Traceback, fileName: string): number | null {
  const frame = innermostOwn(leaf);
  return frame?.file === fileName ? frame.line : null;
}

function ascending(lines: readonly number[]): number[] {
  return [...new Set(lines)].sort((a, b) => a - b);
}
