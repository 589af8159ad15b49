/**
 * What is lit in a recording at rest while the reader points at it: with a line of output the lane
 * that printed it and its line of code, with a lane or a line of code what they printed. It is known
 * from the build, before anything is fetched.
 */
import type { PrintedBy } from '../timeline/printed-by.ts';
import type { LitMoment } from './picture/lit-moment.ts';
import type { Moment } from './picture/run-view.tsx';

export interface PrintedLine extends PrintedBy {
  /** When, as a part of the run from 0 to 1; null where no time passed. */
  readonly at: number | null;
}

/** What the reader points at; null where at none of a kind. */
export interface PointedAtRest {
  /** A line of output, from 0. */
  readonly output: number | null;
  /** A row of the picture, from 0. */
  readonly row: number | null;
  /** A line of the code, from 1. */
  readonly line: number | null;
}

export interface RestingLight {
  readonly moment: Moment;
  /** In the picture. */
  readonly lit: LitMoment | null;
}

export function restingLight(
  printed: readonly PrintedLine[],
  { output, row, line }: PointedAtRest,
): RestingLight | null {
  if (output !== null) {
    const source = printed[output];
    return source ? lightOf([output], source) : null;
  }
  if (row === null && line === null) return null;
  const own = printed.flatMap((source, index) =>
    (row === null ? source.line === line : source.row === row) ? [index] : [],
  );
  return own.length === 0 ? null : lightOf(own, null);
}

function lightOf(output: readonly number[], source: PrintedLine | null): RestingLight {
  return {
    moment: {
      atNs: 0,
      stands: null,
      playing: false,
      outputLines: null,
      marks: source?.line ? [{ line: source.line, state: 'highlighted' }] : [],
      highlightedOutput: new Set(output),
    },
    lit: source && { ...source, step: -1, atNs: 0, agent: null, primitive: null },
  };
}
