/** How it is told that tasks were asked to stop, and what came of it. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Cancellation } from '../../analysis/collect/cancellations.ts';
import type { AgentId } from '../../trace/schema.ts';
import type {
  Cancelled,
  LeftUnfinished,
  Stopped,
  SwallowedCancel,
  TimeLimitUp,
} from '../cancellation.ts';
import { isSameLocation } from '../fact.ts';
import {
  agentsText,
  agentText,
  agree,
  code,
  errorText,
  onLine,
  sentenceCase,
  timesText,
  timeText,
} from './phrases.ts';
import { waitText } from './waits.ts';

export function tellCancelled(analysis: Analysis, insight: Cancelled): string {
  const { stopped, followers, fromNs: _, toNs } = insight;
  const who = namesOf(analysis, stopped);
  const was = agree(stopped.length, 'was', 'were');
  const text = `${who} ${was} cancelled at ${timeText(toNs)}${causeText(analysis, stopped[0]?.task, insight)}`;
  return sentenceCase(
    `${text}${whereText(analysis, stopped)}${followersText(analysis, followers)}${outcomeText(analysis, stopped, toNs)}.`,
  );
}

function causeText(
  analysis: Analysis,
  task: AgentId | undefined,
  { reason, by, because, location }: Pick<Cancellation, 'reason' | 'by' | 'because' | 'location'>,
): string {
  const at = onLine(analysis, location);
  switch (reason) {
    case 'explicit':
      return task === by ? ` by itself${at}` : ` by ${agentText(analysis, by)}${at}`;
    case 'task-group':
      return because === null ? ' by its task group' : `, because ${failedText(analysis, because)}`;
    case 'gather':
    case 'awaiter':
      return because === null
        ? ` by ${agentText(analysis, by)}${at}`
        : `, because ${agentText(analysis, because)} stopped waiting for it`;
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
function failedText(analysis: Analysis, task: number): string {
  const finish = analysis.agents.get(task)?.finish;
  const name = agentText(analysis, task);
  if (finish?.how !== 'raised') return `${name} left its task group`;
  return `${name} in the same task group had failed with ${errorText(finish.detail)}${onLine(analysis, finish.location)}`;
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
    ? `, while ${agree(stopped.length, 'it', 'they')} waited${waitText(analysis, { ...wait, tasks: null })}`
    : '';
}

function followersText(analysis: Analysis, followers: readonly Stopped[]): string {
  if (followers.length === 0) return '';
  return `, and ${namesOf(analysis, followers)} with ${agree(followers.length, 'it', 'it')}`;
}

/** What they did instead of ending at once, where all did the same. */
function outcomeText(analysis: Analysis, stopped: readonly Stopped[], atNs: number): string {
  const texts = new Set(stopped.map((each) => ownOutcomeText(analysis, each, atNs)));
  const [text = ''] = texts;
  if (texts.size !== 1 || text === '') return '';
  return `; ${agree(stopped.length, 'it', 'they')} ${stopped.length === 1 ? text : text.replace(/\bwas\b/, 'were')}`;
}

function ownOutcomeText(analysis: Analysis, { caught, end }: Stopped, atNs: number): string {
  const catches = caught
    ? `caught ${code('CancelledError')}${onLine(analysis, caught.location)}`
    : null;
  if (!end) return catches ? `${catches} and went on` : 'had not ended when the run was over';
  if (!catches && end.how === 'cancelled' && end.atNs === atNs) return '';
  const at = timeText(end.atNs);
  const ended = {
    cancelled: `was over at ${at}`,
    returned: `returned at ${at}`,
    raised: `failed at ${at}`,
  };
  return catches ? `${catches} and ${ended[end.how]}` : ended[end.how];
}

export function tellTimeLimit(analysis: Analysis, insight: TimeLimitUp): string {
  const { call, stopped, location, followers, dueNs, toNs } = insight;
  const whose = agentText(analysis, stopped.task);
  const waited = stopped.wait ? waitText(analysis, { ...stopped.wait, tasks: null }) : '';
  const caught = stopped.caught
    ? `, but it caught ${code('CancelledError')}${onLine(analysis, stopped.caught.location)} and went on`
    : '';
  // By a moment less than is shown it is always late.
  const fired = timeText(dueNs) === timeText(toNs) ? '' : ` and fired at ${timeText(toNs)}`;
  const gone = namesOf(analysis, followers);
  const went =
    followers.length === 0
      ? ''
      : `, and ${gone} ${agree(followers.length, 'was', 'were')} cancelled with it`;
  return `The time limit of ${whose} (${code(call)}${onLine(analysis, location)}) was up at ${timeText(dueNs)}${fired}: ${whose} gave up waiting${waited}${went}${caught}.`;
}

export function tellLeftUnfinished(analysis: Analysis, insight: LeftUnfinished): string {
  const { because, stopped, toNs } = insight;
  const who = sentenceCase(namesOf(analysis, stopped));
  const when =
    because === null || stopped.some(({ task }) => task === because)
      ? `when ${code('asyncio.run')} stopped`
      : `when ${agentText(analysis, because)} ended`;
  return `${who} ${agree(stopped.length, 'was', 'were')} left unfinished ${when} at ${timeText(toNs)}${whereText(analysis, stopped)}: ${code('asyncio.run')} cancels what is still there.`;
}

export function tellSwallowedCancel(analysis: Analysis, insight: SwallowedCancel): string {
  const { stopped, request, times } = insight;
  const who = sentenceCase(agentText(analysis, stopped.task));
  const often = times === 1 ? '' : `, ${timesText(times)} by then`;
  return `${who} was cancelled at ${timeText(request.atNs)}${causeText(analysis, stopped.task, request)}, but it caught ${code('CancelledError')}${onLine(analysis, stopped.caught?.location ?? null)} and went on${often}: whoever waits for its end waits in vain. A handler has to end the task, best with ${code('raise')}.`;
}

function namesOf(analysis: Analysis, all: readonly Stopped[]): string {
  return agentsText(
    analysis,
    all.map(({ task }) => task),
  );
}
