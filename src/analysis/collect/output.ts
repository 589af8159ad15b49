/** A program's output, line by line: who wrote it, when and where. */
import type { AgentId, Location } from '../../trace/schema.ts';
import type { Collector, Growing } from './collector.ts';

export interface TranscriptLine {
  readonly atNs: number;
  readonly stream: 'stdout' | 'stderr';
  /** Without its newline. */
  readonly text: string;
  /** Who wrote the first piece of it. */
  readonly by: AgentId;
  /** The line of the program that wrote it, as far as that was told. */
  readonly location: Location | null;
  /** The event that began it. */
  readonly eventIndex: number;
}

/**
 * Joins the pieces that a program wrote into lines. A line begins when its first character was
 * written; a last line without a newline counts as a line.
 *
 * `[{at 0, "a"}, {at 1, "b\nc"}]` gives `[{at 0, "ab"}, {at 1, "c"}]`.
 */
export function collectOutput(): Collector<readonly TranscriptLine[]> {
  const lines: TranscriptLine[] = [];
  const reached = new Map<AgentId, Location>();
  const open: { [stream in TranscriptLine['stream']]: Growing<TranscriptLine> | null } = {
    stdout: null,
    stderr: null,
  };
  return {
    on: {
      line: ({ by, location }) => reached.set(by, location),
      output: ({ atNs, stream, text, by }, eventIndex) => {
        for (const [piece, isEnded] of pieces(text)) {
          let line = open[stream];
          if (line) {
            line.text += piece;
          } else {
            const location = reached.get(by) ?? null;
            line = { atNs, stream, text: piece, by, location, eventIndex };
            lines.push(line);
          }
          open[stream] = isEnded ? null : line;
        }
      },
    },
    end: () => lines,
  };
}

/** `"a\nb"` gives `[["a", true], ["b", false]]`; the flag says whether a newline followed. */
function* pieces(text: string): Generator<readonly [string, boolean]> {
  let from = 0;
  for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
    yield [text.slice(from, to), true];
    from = to + 1;
  }
  if (from < text.length) yield [text.slice(from), false];
}
