/** Where the lines of a snippet's output came from, as the page ships it: a chapter has hundreds. */
import type { OutputScript } from '../../analysis/playback.ts';
import type { PrintedBy } from '../../timeline/printed-by.ts';
import type { PrintedLine } from '../../workbench/resting-light.ts';

/** Row 0 and line 5, then line 7 of nobody in the picture, give `"0,5;,7"`. */
export function packOrigins(origins: readonly PrintedBy[]): string {
  return origins.map(({ row, line }) => `${row ?? ''},${line ?? ''}`).join(';');
}

export function unpackOrigins(packed: string): readonly PrintedBy[] {
  if (packed === '') return [];
  return packed.split(';').map((pair) => {
    const [row = '', line = ''] = pair.split(',');
    return { row: numberOf(row), line: numberOf(line) };
  });
}

/** What there is to say of each line of a script. */
export function printedLines(
  { lines, endedNs }: Pick<OutputScript, 'lines' | 'endedNs'>,
  origins: readonly PrintedBy[],
): readonly PrintedLine[] {
  return origins.map((origin, index) => ({
    ...origin,
    at: endedNs === 0 ? null : (lines[index]?.atNs ?? 0) / endedNs,
  }));
}

function numberOf(text: string): number | null {
  return text === '' ? null : Number(text);
}
