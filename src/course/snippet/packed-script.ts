/**
 * An output script as the page ships it to its island: a line is a pair, or a triple on stderr. A
 * chapter has a dozen scripts, and their keys would outweigh their text.
 */
import type { OutputLine, OutputScript } from '../../analysis/playback.ts';

export type PackedLine = readonly [atNs: number, text: string, stderr?: 1];

export interface PackedScript extends Omit<OutputScript, 'lines'> {
  readonly lines: readonly PackedLine[];
}

export function packScript({ lines, ...script }: OutputScript): PackedScript {
  return { ...script, lines: lines.map(packLine) };
}

export function unpackScript({ lines, ...script }: PackedScript): OutputScript {
  return { ...script, lines: lines.map(unpackLine) };
}

function packLine({ atNs, stream, text }: OutputLine): PackedLine {
  return stream === 'stderr' ? [atNs, text, 1] : [atNs, text];
}

function unpackLine([atNs, text, stderr]: PackedLine): OutputLine {
  return { atNs, text, stream: stderr ? 'stderr' : 'stdout' };
}
