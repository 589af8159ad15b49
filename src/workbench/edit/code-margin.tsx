import type { RefObject } from 'preact';
import type { LineMark } from '../../timeline/line-marks.ts';

export interface CodeMarginProps {
  /** How many lines of code there are. */
  readonly lines: number;
  /** The lines to highlight: where the playhead stands, and where an exception came from. */
  readonly marks: readonly LineMark[];
  /** How far the code is scrolled down in its box. */
  readonly scrollTopPx: number;
  /** Whether the box is lower than the code is high. Default: no. */
  readonly scrolls?: boolean;
  /** The column of numbers, for `lineAt`. */
  readonly numbers: RefObject<HTMLDivElement>;
}

/** Line numbers, and marks across the lines: once for a listing and for every editor. */
export function CodeMargin(props: CodeMarginProps) {
  const { lines, marks, scrollTopPx, scrolls, numbers } = props;
  const transform = scrollTopPx === 0 ? undefined : `translateY(${-scrollTopPx}px)`;
  const styleOf = (line: number) => ({ '--line': line - 1, transform });
  return (
    <>
      {marks.map(({ line, state }) => (
        <div key={line} class="snippet-mark" data-state={state} style={styleOf(line)} />
      ))}
      <div class="snippet-gutter" aria-hidden="true" data-scrolls={scrolls || undefined}>
        <div ref={numbers} style={{ transform }}>
          {Array.from({ length: lines }, (_, at) => at + 1).join('\n')}
        </div>
      </div>
    </>
  );
}
