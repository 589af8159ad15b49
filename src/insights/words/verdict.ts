/** How a run went, in words of its own where no insight has them. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { AgentId, Location } from '../../trace/schema.ts';
import type { RaisedError, UncaughtEnd } from '../uncaught.ts';
import {
  agentText,
  amountText,
  atText,
  code,
  countText,
  errorText,
  listText,
  onLine,
  timeText,
} from './phrases.ts';

/** Of more members of an exception group, the first are told. */
const MOST_MEMBERS = 2;

/** ``"The program ended with `KeyError: 'x'` at 1.000: it was raised in `fetch` on line 9."`` */
export function tellUncaught(analysis: Analysis, end: UncaughtEnd): string {
  const { error, atNs, members, areAll, hasBegun } = end;
  if (!hasBegun)
    return `The program did not begin: ${errorText(error.text)}${onLine(analysis, error.location)}.`;
  if (members.length > 0) {
    const told = members.slice(0, MOST_MEMBERS).map((member) => memberText(analysis, member));
    const left = members.length - told.length;
    const more = areAll ? (left > 0 ? [`${countText(left)} more`] : []) : ['more'];
    return `${groupText(end)}: ${listText([...told, ...more])}.`;
  }
  const ended = `The program ended with ${errorText(error.text)} at ${timeText(atNs)}`;
  const where = whereText(analysis, error);
  if (where === '') return `${ended}.`;
  const { raisedNs } = error;
  return `${ended}: it was raised${where}${atText(raisedNs ?? atNs, atNs)}.`;
}

/** What a task group says of its own exception tells nothing that its members do not. */
function groupText({ error: { text }, atNs }: UncaughtEnd): string {
  const [type = '', words] = text.split(': ');
  const what = words?.startsWith('unhandled errors in a TaskGroup (')
    ? `the ${code(type)} of a task group`
    : errorText(text);
  return `The program ended with ${what} at ${timeText(atNs)}`;
}

/** ``"`KeyError: 'x'` in `fetch` on line 9"``. */
function memberText(analysis: Analysis, member: RaisedError): string {
  return `${errorText(member.text)}${whereText(analysis, member)}`;
}

function whereText(
  analysis: Analysis,
  { task, location }: { readonly task: AgentId | null; readonly location: Location | null },
): string {
  const who = task === null ? '' : ` in ${agentText(analysis, task)}`;
  return `${who}${onLine(analysis, location)}`;
}

/** ``"Ended at 4.500 after three tasks, at most two at once."`` */
export function tellPlainEnd(analysis: Analysis, status: number): string {
  const { tasks, threads, processes, mostTasks, lanes } = analysis.totals;
  const ended = `Ended at ${timeText(analysis.trace.endedNs)}`;
  if (status !== 0) return `${ended} with exit status ${status}.`;
  const beside = [
    ...(threads > 0 ? [amountText(threads, 'thread')] : []),
    ...(processes > 0 ? [amountOfProcesses(processes)] : []),
  ];
  if (tasks === 0) {
    return beside.length === 0 ? `${ended} without a task.` : `${ended} after ${listText(beside)}.`;
  }
  const all = listText([amountText(tasks, 'task'), ...beside]);
  if (tasks > 1) return `${ended} after ${all}, ${mostText(mostTasks.count, beside.length > 0)}.`;
  const only = lanes.find(({ task }) => analysis.agents.get(task)?.kind === 'task');
  const name = only ? ` (${agentText(analysis, only.task)})` : '';
  return `${ended} after ${all.replace('one task', `one task${name}`)}.`;
}

function mostText(most: number, areOthers: boolean): string {
  if (most === 1) return 'one at a time';
  return `at most ${countText(most)} ${areOthers ? 'tasks ' : ''}at once`;
}

function amountOfProcesses(count: number): string {
  return count === 1 ? 'one child process' : `${countText(count)} child processes`;
}

/** Of a real program, nobody knows whether it would have gone on. */
export function tellStillRan(atNs: number): string {
  return `It still ran when the recording ended at ${timeText(atNs)}.`;
}

export function tellStopped(atNs: number): string {
  return `Stopped by you at ${timeText(atNs)}.`;
}
