/** How sentences about a run name things. What stands between backticks is the program's own. */
import type { Analysis } from '../../analysis/analysis.ts';
import { functionAt } from '../../analysis/function-at.ts';
import { shortName } from '../../analysis/labels.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import type { AgentId, CallbackId, Location, PrimitiveId } from '../../trace/schema.ts';

/** More names than this are counted instead of listed. */
const MOST_NAMES = 4;

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `"3"` gives `"three"`, `10000` gives `"10,000"`. */
export function countText(count: number): string {
  return SMALL[count] ?? String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `(2, "item")` gives `"two items"`. */
export function amountText(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `1` gives `"once"`, `3` gives `"three times"`. */
export function timesText(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${countText(count)} times`;
}

/** `1500000000` gives `"1.500 s"`. */
export function durationText(ns: number): string {
  return `${timeText(ns)} s`;
}

/** `154911075000000` gives `"154,911.075"`. */
export function timeText(ns: number): string {
  return formatSeconds(ns).replace(/\B(?=(\d{3})+\.)/g, ',');
}

/** `" at 1.500"`; where that reads as the other time, nothing. */
export function atText(ns: number, otherNs: number): string {
  return timeText(ns) === timeText(otherNs) ? '' : ` at ${timeText(ns)}`;
}

export function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

/** `["a", "b", "c"]` gives `"a, b and c"`. */
export function listText(items: readonly string[]): string {
  const head = items.slice(0, -1);
  return head.length > 0 ? `${head.join(', ')} and ${items.at(-1)}` : (items[0] ?? '');
}

/** `"six tasks"` gives `"Six tasks"`; what begins with code is left. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Of a sentence, `one` where it speaks of one, else `many`. */
export function agree(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** `" on line 12"`, `" on line 3 of helper.py"`; null gives nothing. */
export function onLine(analysis: Analysis, location: Location | null): string {
  return location ? ` on ${lineText(analysis, location)}` : '';
}

/** The program's folder, in which its files are imported from. */
const HOME = /^\/home\/learner\//;

/** `"line 12"`, `"line 3 of helper.py"`. */
function lineText(analysis: Analysis, { file, line }: Location): string {
  if (file === 0) return `line ${line}`;
  const name = analysis.files.get(file)?.name ?? 'another file';
  // What a child process was given in place of a file.
  return `line ${line} of ${name.startsWith('<') ? 'its own program' : name.replace(HOME, '')}`;
}

/** `" on line 14"`, `" on lines 7, 8 and 12"`; of several files each with its own. */
export function onLines(analysis: Analysis, locations: readonly Location[]): string {
  const own = locations.flatMap(({ file, line }) => (file === 0 ? line : []));
  const others = locations.filter(({ file }) => file !== 0);
  const sorted = [...new Set(own)].sort((a, b) => a - b).map(String);
  const texts = [
    ...(sorted.length === 0
      ? []
      : [`${agree(sorted.length, 'line', 'lines')} ${listText(sorted)}`]),
    ...others.map((location) => lineText(analysis, location)),
  ];
  return texts.length === 0 ? '' : ` on ${listText(texts)}`;
}

/** ``" in `Queue.get`"``; null, or an empty name, gives nothing. */
export function inCall(call: string | null): string {
  return call ? ` in ${code(written(call))}` : '';
}

/** ``"`Queue.get`"``; of a class alone its `with` is meant: ``"the `with` of an `Executor`"``. */
export function callText(call: string): string {
  return /^[A-Z]\w*$/.test(call)
    ? `the ${code('with')} of ${withArticle(call)}`
    : code(written(call));
}

/** A loop's method as a program calls it: `"BaseEventLoop.sock_recv"` gives `"loop.sock_recv"`. */
function written(call: string): string {
  return call.replace(/^\w*EventLoop\./, 'loop.').replace(/^BaseProcess\./, 'Process.');
}

/** ``"`fetch`"``, `` "thread `pump`" ``, `"the main program"`. */
export function agentText(analysis: Analysis, id: AgentId): string {
  const agent = analysis.agents.get(id);
  if (!agent) return 'another task';
  switch (agent.kind) {
    case 'program':
      return agent.label;
    case 'task':
      return code(agent.label);
    case 'thread':
    case 'process':
      return `${agent.kind} ${code(agent.label)}`;
  }
}

/** ``"`a`, `b` and `c`"``; of more than a few, ``"ten `fetch` tasks"``. */
export function agentsText(analysis: Analysis, ids: readonly AgentId[]): string {
  if (ids.length <= MOST_NAMES) return listText(ids.map((id) => agentText(analysis, id)));
  const agents = ids.flatMap((id) => analysis.agents.get(id) ?? []);
  const kinds = new Set(agents.map(({ kind }) => kind));
  const coroutines = new Set(agents.map(({ coroutine }) => shortName(coroutine)));
  const [coroutine] = coroutines;
  const of = coroutines.size === 1 && coroutine ? `${code(coroutine)} ` : '';
  return `${countText(ids.length)} ${of}${kinds.size === 1 && kinds.has('thread') ? 'threads' : 'tasks'}`;
}

/** Who keeps a loop from running anything else: a task, a callback, or what else the loop called. */
export function culpritText(
  analysis: Analysis,
  {
    by,
    callback,
    location,
  }: {
    readonly by: AgentId;
    readonly callback: CallbackId | null;
    readonly location: Location | null;
  },
): string {
  if (callback !== null) return callbackText(analysis, callback);
  const name = analysis.agents.get(by)?.kind === 'program' ? functionAt(analysis, location) : null;
  return name === null ? agentText(analysis, by) : `the loop’s call of ${code(name)}`;
}

/** ``"callback `show`"``. */
export function callbackText({ callbacks }: Analysis, id: CallbackId): string {
  return `callback ${code(callbacks.get(id)?.name ?? 'a callback')}`;
}

export function primitiveText(analysis: Analysis, id: PrimitiveId): string {
  const primitive = analysis.primitives.get(id);
  if (!primitive) return 'something';
  return primitive.name === null && primitive.label === primitive.type
    ? withArticle(primitive.label)
    : code(primitive.label);
}

/** `"ZeroDivisionError: division by zero"`, in backticks, its message shortened. */
export function errorText(error: string | null): string {
  if (error === null || error === '') return 'an exception';
  const [first = ''] = error.split('\n');
  return code(first.length > MOST_ERROR ? `${first.slice(0, MOST_ERROR)}…` : first);
}

const MOST_ERROR = 120;

/** ``"Event"`` gives ``"an `Event`"``. */
function withArticle(name: string): string {
  return `${/^[AEIO]/i.test(name) ? 'an' : 'a'} ${code(name)}`;
}
