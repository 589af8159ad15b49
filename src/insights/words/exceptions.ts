/** How it is told that nobody saw an exception, or that something never ran. */
import type { Analysis } from '../../analysis/analysis.ts';
import { shortName } from '../../analysis/labels.ts';
import type { AgentId, CallbackId } from '../../trace/schema.ts';
import { eventsOfTask } from '../events-of.ts';
import type {
  CallbackFailed,
  Destroyed,
  HiddenResults,
  ThreadFailed,
  Unheard,
} from '../exceptions.ts';
import type { GatherFailed } from '../gather-failures.ts';
import type { NeverAwaited } from '../never-awaited.ts';
import { stopText } from './loops.ts';
import {
  agentsText,
  agentText,
  agree,
  code,
  countText,
  errorText,
  onLine,
  primitiveText,
  sentenceCase,
  timesText,
  timeText,
} from './phrases.ts';
import { jobName, waitText } from './waits.ts';

export function tellUnheard(analysis: Analysis, insight: Unheard): string {
  const { task, job, function: name, future, error, failedNs, location, handler, others } = insight;
  const what = errorText(error);
  const asked = `nobody ever asked for its result${handler === null ? '' : `: only the exception handler ${code(shortName(handler))} was told`}`;
  if (task !== null) {
    const at = failedNs === null ? '' : ` at ${timeText(failedNs)}`;
    if (others > 0) {
      const all = agentsText(analysis, insight.agents);
      return `${sentenceCase(all)} failed on the same line, the first of them${at} with ${what}${onLine(analysis, location)}, and nobody ever asked for their results.`;
    }
    return `${sentenceCase(agentText(analysis, task))} failed with ${what}${at}${onLine(analysis, location)}, and ${asked}.`;
  }
  if (job !== null) {
    const at = failedNs === null ? '' : ` at ${timeText(failedNs)}`;
    const given = onLine(analysis, analysis.jobs.get(job)?.location ?? null);
    return `${sentenceCase(code(jobName(analysis, job)))}, which was given to a pool${given}, failed with ${what}${at}${onLine(analysis, location)}, and ${asked}.`;
  }
  const which = future === null ? 'a future' : primitiveText(analysis, future);
  const raised =
    name === null || location === null
      ? ''
      : `, raised in ${code(shortName(name))}${onLine(analysis, location)}`;
  return `${sentenceCase(which)} was given ${what}${raised}, and ${asked}.`;
}

export function tellDestroyed(analysis: Analysis, { task, loopRan }: Destroyed): string {
  const agent = task === null ? undefined : analysis.agents.get(task);
  if (agent?.slices === 0) {
    const made = onLine(analysis, agent.location);
    return `${sentenceCase(agentText(analysis, agent.id))}${made ? `, made${made},` : ''} never began: no event loop ran it, and nothing of it was done.`;
  }
  const who = task === null ? 'A task' : sentenceCase(agentText(analysis, task));
  const wait =
    task === null ? null : eventsOfTask(analysis, 'step-ended', task).at(-1)?.event.waitsOn;
  const where = wait ? waitText(analysis, wait) : '';
  const stopped = task === null ? '' : stopText(analysis, [task]);
  return loopRan
    ? `${who} was destroyed while it still waited${where}: nothing kept a reference to it, and it never finished.`
    : `${who} still waited${where} when its event loop had stopped for good${stopped === '' ? ', and' : `${stopped}; it`} never finished.`;
}

export function tellCallbackFailed(analysis: Analysis, insight: CallbackFailed): string {
  const { function: name, task, error, location, fromNs, times, message, handler } = insight;
  const given = times === 1 ? givenText(analysis, insight.callback) : '';
  const who =
    task !== null ? agentText(analysis, task) : name === null ? null : code(shortName(name));
  const when =
    times === 1 ? `at ${timeText(fromNs)}` : `${timesText(times)}, first at ${timeText(fromNs)}`;
  const failed = `failed with ${errorText(error)} ${when}${onLine(analysis, location)}`;
  if (who === null)
    return `asyncio reported ${code(message)} ${when}${error === null ? '' : `: ${errorText(error)}`}.`;
  const then = handler === null ? consequenceText(message, task !== null) : handledText(handler);
  return `${sentenceCase(who)}${given} ${failed}. ${then}.`;
}

/** Who gave a callback to the loop. What the loop called itself runs on its thread's account. */
function givenText(analysis: Analysis, id: CallbackId | null): string {
  const callback = id === null ? undefined : analysis.callbacks.get(id);
  if (!callback?.location) return '';
  const isTask = analysis.agents.get(callback.by)?.kind === 'task';
  const who = isTask ? `${agentText(analysis, callback.by)} had` : 'was';
  return `, which ${who} scheduled${onLine(analysis, callback.location)},`;
}

function handledText(handler: string): string {
  return `The exception was given to the exception handler ${code(shortName(handler))}`;
}

/** What asyncio did then, by its own words about it; a program may have found others. */
function consequenceText(message: string, isTask: boolean): string {
  if (message.includes('client_connected_cb')) {
    return 'It served a connection: asyncio only printed the exception and closed that connection';
  }
  if (message.startsWith('unhandled exception during asyncio.run() shutdown')) {
    return `${code('asyncio.run')} had cancelled it at its end, and only printed the exception`;
  }
  if (message.endsWith('exception in shielded future')) {
    return `The ${code('shield')} round it had been cancelled before, so that asyncio only printed the exception`;
  }
  if (message.startsWith('Fatal error')) {
    return 'It was called by the loop, which only printed the exception and closed the connection';
  }
  return message.startsWith('Exception in callback') && !isTask
    ? 'It was called by the loop, which only printed the exception and went on'
    : `The exception was only printed, with the words ${code(shortened(message))}`;
}

function shortened(message: string): string {
  const [first = ''] = message.split('\n');
  return first.length > MOST_MESSAGE ? `${first.slice(0, MOST_MESSAGE)}…` : first;
}

const MOST_MESSAGE = 80;

export function tellHiddenResults(analysis: Analysis, insight: HiddenResults): string {
  const { failed, call, location } = insight;
  const agents = analysis.agents;
  const [first] = failed;
  const finish = first === undefined ? null : (agents.get(first)?.finish ?? null);
  const rest = failed.length - 1;
  const others = rest > 0 ? `, and so did ${countText(rest)} more` : '';
  const it = agree(failed.length, 'the exception', 'the exceptions');
  return `${sentenceCase(agentsText(analysis, failed.slice(0, 1)))} failed with ${errorText(finish?.detail ?? null)}${finish ? ` at ${timeText(finish.atNs)}` : ''}${onLine(analysis, finish?.location ?? null)}${others}: ${code(call)}${onLine(analysis, location)} put ${it} into its list of results, where nobody looks at ${agree(failed.length, 'it', 'them')}.`;
}

export function tellGatherFailed(analysis: Analysis, insight: GatherFailed): string {
  const { task, by, location, how, others, fromNs } = insight;
  const name = agentText(analysis, task);
  const gather = `${sentenceCase(code('gather'))}${onLine(analysis, location)}`;
  const finish = analysis.agents.get(task)?.finish ?? null;
  const went = othersText(analysis, others);
  if (how === 'cancelled') {
    const but = others.length === 0 ? '' : ` It does not stop the others: ${went}.`;
    return `${gather} raised ${code('CancelledError')} in ${agentText(analysis, by)} at ${timeText(fromNs)}, because ${name} had been cancelled; nobody had cancelled ${agentText(analysis, by)}.${but}`;
  }
  return `${gather} passed on the exception of ${name}, ${errorText(finish?.detail ?? null)}, at ${timeText(fromNs)}, but it does not stop the others: ${went}.`;
}

/** What became of those that went on: of their exceptions, `gather` tells nobody. */
function othersText(analysis: Analysis, others: readonly AgentId[]): string {
  const failed = others.flatMap((id) => {
    const finish = analysis.agents.get(id)?.finish;
    return finish?.how === 'raised' ? { id, finish } : [];
  });
  const [first] = failed;
  const went = `${agentsText(analysis, others)} went on`;
  if (!first) return went;
  const { id, finish } = first;
  const more = failed.length > 1 ? `, and so did ${countText(failed.length - 1)} more` : '';
  const also = others.length === 1 ? ' and' : `, and ${agentText(analysis, id)}`;
  return `${went}${also} failed with ${errorText(finish.detail)} at ${timeText(finish.atNs)}${onLine(analysis, finish.location)}${more}: ${code('gather')} keeps ${agree(failed.length, 'that', 'those')} to itself`;
}

export function tellThreadFailed(
  analysis: Analysis,
  { thread, error, location, fromNs }: ThreadFailed,
): string {
  return `${sentenceCase(agentText(analysis, thread))} ended at ${timeText(fromNs)} with ${errorText(error)}${onLine(analysis, location)}.`;
}

export function tellNeverAwaited(
  analysis: Analysis,
  { coroutine, callback, location, defined, times }: NeverAwaited,
): string {
  const given = callback === null ? undefined : analysis.callbacks.get(callback);
  if (given) {
    return `${code(shortName(coroutine))} is a coroutine function, and was given to the event loop as a callback${onLine(analysis, given.location)}: the loop called it${times === 1 ? '' : ` ${timesText(times)}`}, which only makes a coroutine that nobody awaits. Nothing of it ran.`;
  }
  const often = times === 1 ? '' : ` ${timesText(times)}`;
  const which =
    location === null && defined !== null ? `, defined${onLine(analysis, defined)},` : '';
  return `${code(shortName(coroutine))}${which} was called${often} but never awaited${onLine(analysis, location)}: nothing of it ran.`;
}
