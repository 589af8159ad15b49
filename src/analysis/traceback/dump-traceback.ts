import type { Traceback } from './traceback.ts';

/** A traceback as indented text, for tests: its headline, its lines, where it came through. */
export function dump(traceback: Traceback | null): string {
  if (!traceback) return 'none';
  const { headline, from, to, frames, members, after } = traceback;
  const calls = frames.map(({ file, line, function: name }) =>
    [`${file.split('/').at(-1)}:${line}`, ...(name === null ? [] : [name])].join(' '),
  );
  return [
    `${headline} (lines ${from} to ${to - 1})`,
    ...(calls.length === 0 ? [] : [`  ${calls.join(', ')}`]),
    ...(after ? [`${after.how}:`, indented(dump(after.traceback), '  ')] : []),
    ...members.map((member) => `- ${indented(dump(member), '  ').trimStart()}`),
  ].join('\n');
}

/** The lines of a literal, without its indentation and the line breaks round it. */
export function linesOf(literal: string): readonly string[] {
  const lines = literal.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const margins = lines.flatMap((line) => (line.trim() === '' ? [] : line.search(/\S/)));
  const margin = Math.min(...margins, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(margin));
}

function indented(text: string, by: string): string {
  return text.replace(/^/gm, by);
}
