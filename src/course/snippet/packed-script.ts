/**
 * An output script as the page ships it to its island: a line is a pair, or a triple on stderr. A
 * chapter has a dozen scripts, and their keys would outweigh their text.
 */
import type { OutputLine, OutputScript } from '../../analysis/playback.ts';

export type PackedLine = readonly [atNs: number, text: string, stderr?: 1];

export interface PackedScript extends Omit<OutputScript, 'lines'> {
  readonly lines: readonly PackedLine[];
}

export function packScript({ lines, endedNs, outcome }: OutputScript): PackedScript {
  return { lines: lines.map(packLine), endedNs, outcome };
}

export function unpackScript({ lines, endedNs, outcome }: PackedScript): OutputScript {
  return { lines: lines.map(unpackLine), endedNs, outcome };
}

function packLine({ atNs, stream, text }: OutputLine): PackedLine {
  return stream === 'stderr' ? [atNs, text, 1] : [atNs, text];
}

function unpackLine([atNs, text, stderr]: PackedLine): OutputLine {
  return { atNs, text, stream: stderr ? 'stderr' : 'stdout' };
}
