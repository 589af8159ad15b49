import type { Pointed } from '../timeline/related.ts';

/** The line of output that an element belongs to, by its index among all of them. */
export function outputAt(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-output]') : null;
  return row ? Number(row.dataset['output']) : null;
}

/** What the reader points at beside the picture: a line of output, or one of code. */
export function pointedBeside(output: number | null, line: number | null): Pointed | null {
  if (output !== null) return { kind: 'output', id: output };
  return line === null ? null : { kind: 'line', id: line };
}
