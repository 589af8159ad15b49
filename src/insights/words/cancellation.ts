/** How it is told that tasks were asked to stop, and what came of it. */

import type { Analysis } from '../../analysis/analysis.ts';
import type { Cancellation } from '../../analysis/collect/cancellations.ts';
import { greatest } from '../../analysis/extremes.ts';
import { UNKNOWN_WAIT, type Wait } from '../../trace/schema.ts';
import type {
  Cancelled,
  LeftUnfinished,
  Stopped,
  SwallowedCancel,
  TimeLimitUp,
} from '../cancellation.ts';
import { exitsInTasks } from '../exits.ts';
import { distinct, isSameLocation } from '../fact.ts';
import { areOneInstant } from '../one-instant.ts';
import {
  agentsText,
  agentText,
  agree,
  callbackText,
  code,
  errorText,
  inCall,
  onLine,
  sentenceCase,
  timesText,
  timeText,
} from './phrases.ts';
import { sparedText } from './shields.ts';
import { waitText } from './waits.ts';

export function tellCancelled(analysis: Analysis, insight: Cancelled): string {
  const { stopped, followers, toNs, reason } = insight;
  const isBody = reason === 'task-group-body';
  const who = `${isBody ? 'the body of the task group in ' : ''}${namesOf(analysis, stopped)}`;
  const was = agree(stopped.length, 'was', 'were');
  const did = stopped.every(({ caught, end }) => caught && end?.how !== 'cancelled')
    ? 'asked to stop'
    : 'cancelled';
  const cause = causeText(analysis, insight, stopped);
  // A clause of its own stands behind what belongs to the verb.
  const where = whereText(analysis, stopped);
  const why = cause.startsWith(',') ? `${where}${cause}` : `${cause}${where}`;
  const text = `${who} ${was} ${did} at ${timeText(toNs)}${why}`;
  const all = [...stopped, ...followers];
  const outcome = isBody ? '' : outcomeText(analysis, stopped, toNs);
  const spared = stopped.map((each) => sparedText(analysis, each, all, toNs));
  return sentenceCase(
    `${text}${followersText(analysis, followers)}${outcome}${distinct(spared).join('')}.`,
  );
}

type Cause = Pick<
  Cancellation,
  'task' | 'reason' | 'by' | 'callback' | 'isScheduled' | 'because' | 'location' | 'error'
>;

/** ``"`main` on line 9"``, ``"callback `kill` on line 8"``. */
function doerText(analysis: Analysis, cause: Omit<Cause, 'task'>, self?: number): string {
  const { by, callback, isScheduled, location } = cause;
  const at = onLine(analysis, location);
  if (callback !== null) return `${callbackText(analysis, callback)}${at}`;
  const who = agentText(analysis, by);
  if (isScheduled) return `a callback that ${who} had scheduled${at}`;
  return `${by === self ? 'itself' : who}${at}`;
}

function causeText(
  analysis: Analysis,
  cause: Omit<Cause, 'task'>,
  stopped: readonly Stopped[] = [],
): string {
  const { reason, because, location } = cause;
  const at = onLine(analysis, location);
  const self = stopped.length === 1 ? stopped[0]?.task : undefined;
  switch (reason) {
    case 'explicit':
      return ` by ${doerText(analysis, cause, self)}`;
    case 'task-group':
    case 'task-group-body':
      return because === null
        ? ' by its task group'
        : `, because ${failedText(analysis, because, cause)}`;
    case 'gather':
      if (because === null) {
        return `, because the ${code('gather')} that waited for it was cancelled by ${doerText(analysis, cause)}`;
      }
      return `, because ${agentText(analysis, because)} stopped waiting for it`;
    case 'awaiter':
      return because === null
        ? ` by ${doerText(analysis, cause)}`
        : `, because ${agentText(analysis, because)} stopped waiting for it`;
    case 'runner-closed':
      return `, when its ${code('asyncio.Runner')} was closed${at}`;
    case 'run-ended':
      return because === null ? '' : `, when ${agentText(analysis, because)} had ended`;
    case 'interrupt':
      return ' by an interrupt (Ctrl+C)';
    case 'time-limit':
      return `, because a time limit was up${at}`;
    case 'library':
      return at;
  }
}

/** ``"`b` in the same task group had failed with `ValueError: …` on line 7"``. */
function failedText(
  analysis: Analysis,
  task: number,
  { error, location, reason }: Pick<Cause, 'error' | 'location' | 'reason'>,
): string {
  const name = agentText(analysis, task);
  if (error !== null) {
    return `the body of the task group in ${name} had failed with ${errorText(error)}${onLine(analysis, location)}`;
  }
  const finish = analysis.agents.get(task)?.finish;
  if (finish?.how !== 'raised') return `${name}, whose task group it was in, was cancelled`;
  const where = reason === 'task-group-body' ? 'its member' : '';
  const failed = `had failed with ${errorText(finish.detail)}${onLine(analysis, finish.location)}`;
  return where ? `${where} ${name} ${failed}` : `${name} in the same task group ${failed}`;
}

/** Where they stood, where all stood at the same place. */
function whereText(analysis: Analysis, stopped: readonly Stopped[]): string {
  const [first] = stopped;
  if (!first) return '';
  if (stopped.every(({ hadBegun }) => !hadBegun))
    return ', before it had begun'.replace('it', agree(stopped.length, 'it', 'they'));
  const { wait } = first;
  const isAlike = stopped.every(
    (each) =>
      each.wait !== null &&
      each.wait.call === wait?.call &&
      isSameLocation(each.wait.location, wait?.location ?? null),
  );
  return wait && isAlike
    ? `, while ${agree(stopped.length, 'it', 'they')} waited${commonWaitText(analysis, stopped, wait)}`
    : '';
}

/** Each may have waited for something of its own, in the same call. */
function commonWaitText(analysis: Analysis, stopped: readonly Stopped[], wait: Wait): string {
  const texts = stopped.map(
    (each) => each.wait && waitText(analysis, { ...each.wait, tasks: null }),
  );
  const [text = ''] = texts;
  return texts.every((each) => each === text)
    ? `${text}`
    : waitText(analysis, { ...UNKNOWN_WAIT, call: wait.call, location: wait.location });
}

function followersText(analysis: Analysis, followers: readonly Stopped[]): string {
  if (followers.length === 0) return '';
  return `, and ${namesOf(analysis, followers)} with ${agree(followers.length, 'it', 'it')}`;
}

/** Of tasks that did different things, so many are told. */
const MOST_OUTCOMES = 3;

/** What they did instead of ending at once. */
function outcomeText(analysis: Analysis, stopped: readonly Stopped[], atNs: number): string {
  const outcomes = stopped.map((each) => ({
    task: each.task,
    text: ownOutcomeText(analysis, each, atNs),
  }));
  const texts = new Set(outcomes.map((each) => each.text));
  const [text = ''] = texts;
  if (texts.size > 1) {
    // Each on its own: to be over at once needs no word.
    const told = outcomes.filter((each) => each.text !== '').slice(0, MOST_OUTCOMES);
    return told.map((each) => `; ${agentText(analysis, each.task)} ${each.text}`).join('');
  }
  if (text === '') return '';
  return `; ${agree(stopped.length, 'it', 'they')} ${stopped.length === 1 ? text : text.replace(/\bwas\b/, 'were')}`;
}

function ownOutcomeText(analysis: Analysis, { caught, end }: Stopped, atNs: number): string {
  const catches = caught
    ? `caught ${code('CancelledError')}${onLine(analysis, caught.location)}`
    : null;
  if (!end) return catches ? `${catches} and went on` : 'had not ended when the run was over';
  if (!catches && end.how === 'cancelled' && areOneInstant(analysis.trace, end.atNs, atNs)) {
    return '';
  }
  const at = timeText(end.atNs);
  const ended = {
    cancelled: `was over at ${at}`,
    returned: `returned at ${at}`,
    raised: `failed at ${at} with ${errorText(end.error)}${onLine(analysis, end.location)}`,
  };
  return catches ? `${catches} and ${ended[end.how]}` : ended[end.how];
}

export function tellTimeLimit(analysis: Analysis, insight: TimeLimitUp): string {
  if (insight.others.length > 0) return manyLimitsText(analysis, insight);
  const { call, stopped, location, followers, dueNs, firedNs, overrun, raisedNs } = insight;
  const whose = agentText(analysis, stopped.task);
  const waited = stopped.wait ? waitText(analysis, { ...stopped.wait, tasks: null }) : '';
  // By a moment less than is shown it is always late.
  const isInTime =
    timeText(dueNs) === timeText(firedNs) || areOneInstant(analysis.trace, dueNs, firedNs);
  const fired = isInTime ? '' : ` and fired at ${timeText(firedNs)}`;
  const gone = namesOf(analysis, followers);
  const lead = `The time limit of ${whose} (${code(call)}${onLine(analysis, location)}) was up at ${timeText(dueNs)}${fired}`;
  const catcher = [stopped, ...followers].find(({ caught }) => caught);
  if (overrun || stopped.caught) {
    const who = catcher ? agentText(analysis, catcher.task) : whose;
    const where = onLine(analysis, catcher?.caught?.location ?? null);
    const caught = catcher
      ? `, but ${catcher === stopped ? 'it' : who} caught ${code('CancelledError')}${where}`
      : '';
    const asked =
      catcher && catcher !== stopped ? ` and cancelled ${who}` : `, while ${whose} waited${waited}`;
    return `${lead}${asked}${caught}${overrunText(overrun)}.`;
  }
  const went =
    followers.length === 0
      ? ''
      : `, and ${gone} ${agree(followers.length, 'was', 'were')} cancelled with it`;
  const spared = sparedText(analysis, stopped, [stopped, ...followers], firedNs);
  const raised =
    raisedNs === null
      ? ''
      : `; as that took until ${timeText(raisedNs)} to stop, ${code('TimeoutError')} was raised only then`;
  return `${lead}: ${whose} gave up waiting${waited}${went}${spared}${raised}.${lockedOutText(analysis, insight)}${childText(analysis, insight)}`;
}

/** What kept them: ``" `a` waited on line 9 for `lock`, held by `b`; and …"``. */
function lockedOutText(analysis: Analysis, { lockedOut }: TimeLimitUp): string {
  const clauses = lockedOut.map(({ task, wait, holder }) => {
    const held =
      holder === task ? 'which it held itself' : `held by ${agentText(analysis, holder)}`;
    return `${agentText(analysis, task)} waited${waitText(analysis, wait)}, ${held}`;
  });
  if (clauses.length === 0) return '';
  const [only = ''] = clauses;
  const all =
    clauses.length === 1 ? only : `${clauses.slice(0, -1).join('; ')}; and ${clauses.at(-1)}`;
  const lead = clauses.length === 1 ? 'It had locked itself out' : 'They had locked each other out';
  return ` ${lead}: ${all}.`;
}

/** What kept a child process: ``" Process `tool` itself waited in `write` for room in its stdout, …"``. */
function childText(analysis: Analysis, { child }: TimeLimitUp): string {
  if (!child) return '';
  const { process, wait, pipe, other } = child;
  const name = analysis.channels.get(wait.channel)?.name ?? '';
  const stream = /^(stdin|stdout|stderr) of /.exec(name)?.[1];
  const its = stream ? `its ${stream}` : 'its pipe';
  const [what, did] =
    pipe === 'full' ? [`for room in ${its}`, 'read'] : [`for more from ${its}`, 'closed'];
  const who =
    other === null
      ? `nobody ${did}`
      : `${agentText(analysis, other)} ${did === 'read' ? 'did not read' : 'had not closed'}`;
  return ` ${sentenceCase(agentText(analysis, process))} itself waited${inCall(wait.call)}${onLine(analysis, wait.location)} ${what}, which ${who}.`;
}

function manyLimitsText(analysis: Analysis, insight: TimeLimitUp): string {
  const { call, location, dueNs, others } = insight;
  const all = [insight, ...others];
  const stopped = all.map((each) => each.stopped);
  const last = greatest(all.map((each) => each.dueNs));
  const whose = agentsText(analysis, distinct(stopped.map(({ task }) => task)));
  const { wait } = insight.stopped;
  const isAlike = stopped.every(
    (each) => wait && each.wait && waitText(analysis, each.wait) === waitText(analysis, wait),
  );
  const when =
    dueNs === last
      ? `at ${timeText(dueNs)}`
      : `first at ${timeText(dueNs)} and last at ${timeText(last)}`;
  const waited = wait && isAlike ? waitText(analysis, { ...wait, tasks: null }) : '';
  return `The time limit${onLine(analysis, location)} (${code(call)}) was up ${timesText(all.length)}, ${when}: ${whose} gave up waiting${waited}.`;
}

function overrunText(overrun: TimeLimitUp['overrun']): string {
  if (!overrun) return ' and went on';
  const { error, atNs } = overrun;
  const none = `no ${code('TimeoutError')} was raised`;
  return error === null
    ? ` and went on until ${timeText(atNs)}: ${none}`
    : `, and its block was left with ${errorText(error)} at ${timeText(atNs)}: ${none}`;
}

export function tellLeftUnfinished(analysis: Analysis, insight: LeftUnfinished): string {
  const { because, isRunner, location, stopped, toNs } = insight;
  const who = sentenceCase(namesOf(analysis, stopped));
  const end = isRunner
    ? `when the ${code('asyncio.Runner')} was closed${onLine(analysis, location)}`
    : endText(analysis, because, stopped);
  const left = `${who} ${agree(stopped.length, 'was', 'were')} left unfinished ${end} at ${timeText(toNs)}${whereText(analysis, stopped)}`;
  const canceller = isRunner ? 'closing it' : code('asyncio.run');
  const late = lateText(analysis, stopped, toNs, isRunner ? 'the runner' : canceller);
  return `${left}: ${canceller} cancels what is still there.${late}`;
}

function endText(analysis: Analysis, because: number | null, stopped: readonly Stopped[]): string {
  if (because === null) return 'when the program ended';
  const exit = exitsInTasks(analysis)[0];
  if (exit) return `when ${agentText(analysis, exit.task)} ended the event loop`;
  const isStopped = stopped.some(({ task }) => task === because);
  // A library's coroutine was run only in order to run one.
  if (isStopped || analysis.agents.get(because)?.isLibrary)
    return 'when the event loop was stopped';
  return `when ${agentText(analysis, because)} ended`;
}

/** Whose end came late, so that what cancelled them had to wait. */
function lateText(
  analysis: Analysis,
  stopped: readonly Stopped[],
  atNs: number,
  canceller: string,
): string {
  const late = stopped.filter(({ end }) => end && end.atNs > atNs);
  const endedNs = greatest(late.map(({ end }) => end?.atNs ?? atNs));
  if (late.length === 0) return '';
  const who = late.length === 1 ? sentenceCase(namesOf(analysis, late)) : 'The last of them';
  return ` ${who} ended only at ${timeText(endedNs)}, and ${canceller} waited for that.`;
}

export function tellSwallowedCancel(analysis: Analysis, insight: SwallowedCancel): string {
  const { stopped, request, times } = insight;
  const who = sentenceCase(agentText(analysis, stopped.task));
  const often = times === 1 ? '' : `, ${timesText(times)} by then`;
  return `${who} was cancelled at ${timeText(request.atNs)}${causeText(analysis, request)}, but it caught ${code('CancelledError')}${onLine(analysis, stopped.caught?.location ?? null)} and went on${often}: whoever waits for its end waits in vain. A handler has to end the task, best with ${code('raise')}.`;
}

function namesOf(analysis: Analysis, all: readonly Stopped[]): string {
  return agentsText(
    analysis,
    all.map(({ task }) => task),
  );
}
