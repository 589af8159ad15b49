import type { UncaughtError } from '../../trace/schema.ts';
import type { OutputLine, OutputScript } from '../playback.ts';
import { type Frame, type Traceback, tracebackAt } from './traceback.ts';

/**
 * The traceback of the exception that ended a program, from what it printed on stderr: a trace has
 * the innermost line only, and of an exception group not its members. Null where there is none, or
 * where the program's own hook printed something else.
 */
export function endingTraceback({
  lines,
  outcome,
}: Pick<OutputScript, 'lines' | 'outcome'>): Traceback | null {
  const error = outcome.kind === 'exited' ? outcome.error : null;
  if (!error) return null;
  const texts = lines.flatMap(({ stream, text }: OutputLine) => (stream === 'stderr' ? text : []));
  let found: Traceback | null = null;
  for (let at = 0; at < texts.length; at += 1) {
    const traceback = MAY_BEGIN.test(texts[at] ?? '') ? tracebackAt(texts, at) : null;
    if (!traceback) continue;
    if (isOf(traceback, error)) found = traceback;
    at = traceback.to - 1;
  }
  return found;
}

const MAY_BEGIN = /^(?: {2}\+ Exception Group )?Traceback |^ {2}File "/;

function isOf({ headline }: Traceback, { type, message }: UncaughtError): boolean {
  const [first = ''] = message.split('\n');
  const words = first === '' ? '' : `: ${first}`;
  return shortClass(headline) === shortClass(`${type}${words}`);
}

/** `"asyncio.exceptions.CancelledError"` gives `"CancelledError"`; a message is left. */
function shortClass(headline: string): string {
  return headline.replace(/^[\w.<>]*\./, '');
}

/** The exceptions that were raised: of a group its members', to the innermost. */
export function leavesOf(traceback: Traceback): readonly Traceback[] {
  return traceback.members.length === 0 ? [traceback] : traceback.members.flatMap(leavesOf);
}

/** Whether a file is the program's, or in its folder. */
export function isOwnFile(file: string): boolean {
  return file.startsWith('/') ? file.startsWith('/home/learner/') : !file.startsWith('<frozen ');
}

/** The innermost line of the program's own. */
export function innermostOwn({ frames }: Traceback): Frame | null {
  return frames.findLast(({ file }) => isOwnFile(file)) ?? null;
}
