/** What a trace tells of a program: events of some kinds, a line each, and how it ended. */
import type { EventKind } from '../../src/trace/schema.ts';
import { eventLines } from './event-lines.ts';
import { runPython } from './run-python.ts';

/**
 * @param kinds which events.
 * @param leftOut lines that do not matter to the test.
 * @returns the lines, the last of them the outcome: `exit 0`, `deadlocked`.
 */
export async function toldOf(
  source: string,
  kinds: readonly EventKind[],
  leftOut?: RegExp,
): Promise<string> {
  const trace = await runPython(source);
  const { outcome } = trace;
  const end = outcome.kind === 'exited' ? `exit ${outcome.status}` : outcome.kind;
  const lines = eventLines(trace, kinds)
    .split('\n')
    .filter((line) => !leftOut?.test(line))
    .map((line) => line.trimEnd());
  return `${[...lines, end].filter(Boolean).join('\n')}\n`;
}
