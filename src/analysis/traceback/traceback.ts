/**
 * A traceback as CPython prints it, read back from its lines: what was raised and where, through
 * which calls it came, and what it came after. Nothing is added: every line belongs to a part, and
 * what does not look like a traceback is none.
 *
 * ```text
 *   + Exception Group Traceback (most recent call last):
 *   |   File "main.py", line 18, in main                       a frame
 *   | ExceptionGroup: unhandled errors (1 sub-exception)       the headline
 *   +-+---------------- 1 ----------------
 *     | Traceback (most recent call last):                     a member
 *     |   File "main.py", line 9, in write
 *     | ConnectionError: no answer
 *     +------------------------------------
 * ```
 */

export interface Traceback {
  /** Its lines, those of its members too: the first of them, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** In CPython's order: the most recent call last. */
  readonly frames: readonly Frame[];
  /** `KeyError: 'x'` */
  readonly headline: string;
  readonly headlineAt: number;
  /** Of an exception group. */
  readonly members: readonly Traceback[];
  /** The exception that it was raised for (`cause`), or that was being handled (`context`). */
  readonly after: { readonly how: 'cause' | 'context'; readonly traceback: Traceback } | null;
}

export interface Frame {
  readonly file: string;
  readonly line: number;
  /** Null where the line was not run: of a SyntaxError. */
  readonly function: string | null;
  /** Its lines, with the source that is quoted. */
  readonly from: number;
  readonly to: number;
}

/** The traceback that begins at a line, with what it came after; null where none does. */
export function tracebackAt(texts: readonly string[], at: number): Traceback | null {
  const outermost = { indent: '', isMember: false };
  let traceback = unitAt(texts, at, outermost);
  while (traceback) {
    const next = followerOf(texts, traceback, outermost);
    if (!next) return traceback;
    traceback = next;
  }
  return null;
}

/** From the first to the last that is in what it came after. */
export function firstLineOf(traceback: Traceback): number {
  return traceback.after ? firstLineOf(traceback.after.traceback) : traceback.from;
}

/** Where a unit stands: what is drawn before each of its lines is `indent`, then `| `. */
interface Margin {
  readonly indent: string;
  readonly isMember: boolean;
}

const HEADER = /^Traceback \(most recent call last\):$/;
const GROUP_HEADER = /^Exception Group Traceback \(most recent call last\):$/;
const OUTERMOST_GROUP = '  + ';
const FRAME = /^ {2}File "(.*)", line (\d+)(?:, in (.+))?$/;
const HEADLINE = /^[A-Za-z_][\w.<>]*(?:: .*)?$/;
const SYNTAX_ERROR = /^(?:SyntaxError|IndentationError|TabError)(?:: .*)?$/;
const AFTER = {
  'During handling of the above exception, another exception occurred:': 'context',
  'The above exception was the direct cause of the following exception:': 'cause',
} as const;

function unitAt(texts: readonly string[], from: number, margin: Margin): Traceback | null {
  const first = within(texts[from], margin);
  if (first === null) return null;
  const isOutermostGroup =
    !margin.isMember &&
    first.startsWith(OUTERMOST_GROUP) &&
    GROUP_HEADER.test(first.slice(OUTERMOST_GROUP.length));
  if (isOutermostGroup) return bodyAt(texts, from, from + 1, { indent: '  ', isMember: true });
  const hasHeader = HEADER.test(first) || GROUP_HEADER.test(first);
  if (hasHeader) return bodyAt(texts, from, from + 1, margin);
  // What was never raised has no traceback, and what could not be compiled no header.
  const bare = bodyAt(texts, from, from, margin);
  if (margin.isMember) return bare;
  return bare && bare.frames.length > 0 && SYNTAX_ERROR.test(bare.headline) ? bare : null;
}

function bodyAt(
  texts: readonly string[],
  from: number,
  framesAt: number,
  margin: Margin,
): Traceback | null {
  const frames: Frame[] = [];
  let at = framesAt;
  for (let frame = frameAt(texts, at, margin); frame; frame = frameAt(texts, at, margin)) {
    frames.push(frame);
    at = frame.to;
  }
  const headline = within(texts[at], margin);
  if (headline === null || !HEADLINE.test(headline)) return null;
  const headlineAt = at++;
  // Further lines of the message, and notes: outside of a group, nothing tells them from output.
  if (margin.isMember) while (isWords(within(texts[at], margin))) at += 1;
  const { members, to } = membersAt(texts, at, margin);
  return { from, to, frames, headline, headlineAt, members, after: null };
}

function isWords(text: string | null): boolean {
  return text !== null && text !== '' && !HEADER.test(text);
}

function frameAt(texts: readonly string[], from: number, margin: Margin): Frame | null {
  const [, file, line, name] = FRAME.exec(within(texts[from], margin) ?? '') ?? [];
  if (file === undefined) return null;
  let to = from + 1;
  while (/^ {4}|^ {2}\[Previous line repeated /.test(within(texts[to], margin) ?? '')) to += 1;
  return { file, line: Number(line), function: name ?? null, from, to };
}

function membersAt(
  texts: readonly string[],
  from: number,
  { indent, isMember }: Margin,
): { readonly members: readonly Traceback[]; readonly to: number } {
  const members: Traceback[] = [];
  const margin: Margin = { indent: `${indent}  `, isMember: true };
  const isFirst = isMember && texts[from]?.startsWith(`${indent}+-+-`);
  if (!isFirst) return { members, to: from };
  let at = from;
  do {
    at += 1;
    let member = unitAt(texts, at, margin);
    for (let next = member; next; next = followerOf(texts, next, margin)) member = next;
    if (member) members.push(member);
    at = member?.to ?? at;
    // `and 3 more exceptions`
    while (within(texts[at], margin) !== null) at += 1;
  } while (MEMBER_RULE.test(after(texts[at], margin.indent) ?? ''));
  return { members, to: END_RULE.test(after(texts[at], margin.indent) ?? '') ? at + 1 : at };
}

const MEMBER_RULE = /^\+-{8,} \S+ -{8,}$/;
const END_RULE = /^\+-{20,}$/;

/** What was raised for, or while, one was handled; null where nothing was. */
function followerOf(
  texts: readonly string[],
  traceback: Traceback,
  margin: Margin,
): Traceback | null {
  const { to } = traceback;
  const words = within(texts[to + 1], margin) ?? '';
  const how = words in AFTER ? AFTER[words as keyof typeof AFTER] : null;
  if (how === null || within(texts[to], margin) !== '' || within(texts[to + 2], margin) !== '') {
    return null;
  }
  const next = unitAt(texts, to + 3, margin);
  return next && { ...next, after: { how, traceback } };
}

/** A line without the margin; null where it stands in another. */
function within(text: string | undefined, { indent, isMember }: Margin): string | null {
  if (text === undefined) return null;
  if (!isMember) return text;
  const rest = after(text, `${indent}|`);
  if (rest === null) return null;
  return rest.startsWith(' ') ? rest.slice(1) : rest;
}

function after(text: string | undefined, start: string): string | null {
  return text?.startsWith(start) ? text.slice(start.length) : null;
}
