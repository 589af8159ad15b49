/** How a deadlock is told. */
import type { Analysis } from '../../analysis/analysis.ts';
import { shortName } from '../../analysis/labels.ts';
import type { AgentId, ChannelId, PrimitiveId } from '../../trace/schema.ts';
import type { Deadlock, Failure, Strand } from '../deadlock/deadlock.ts';
import type { Standing } from '../deadlock/needs.ts';
import {
  agentsText,
  agentText,
  agree,
  amountText,
  code,
  countText,
  errorText,
  listText,
  onLine,
  primitiveText,
  sentenceCase,
  timeText,
} from './phrases.ts';
import { jobName } from './waits.ts';
import { missedWakeText } from './wakes.ts';

/** Of more strands, followers and failures, these are told and the rest is counted. */
const MOST_STRANDS = 5;
const MOST_FOLLOWERS = 3;
const MOST_FAILURES = 3;

export function tellDeadlock(analysis: Analysis, deadlock: Deadlock): string {
  const { strands, followers, failures, heldExit } = deadlock;
  const reasons = strands.slice(0, MOST_STRANDS).map((strand) => strandText(analysis, strand));
  const more = strands.length - reasons.length;
  if (more > 0)
    reasons.push(
      `${amountText(more, 'other group')} of tasks ${agree(more, 'is', 'are')} stuck as well`,
    );
  if (reasons.length === 0) reasons.push('no task is left that could wake the program');
  const [first = '', ...others] = reasons;
  return [
    `${leadText(analysis, heldExit)}: ${first}.`,
    ...others.map((text) => `${sentenceCase(text)}.`),
    ...followersText(analysis, followers),
    ...failuresText(analysis, failures),
  ].join(' ');
}

function leadText(analysis: Analysis, heldExit: Deadlock['heldExit']): string {
  if (!heldExit) return 'Nothing can ever run again';
  const { ended, atNs } = heldExit;
  return `${sentenceCase(agentsText(analysis, ended))} ended at ${timeText(atNs)}, but the program cannot end before its threads do`;
}

function strandText(analysis: Analysis, strand: Strand): string {
  switch (strand.why) {
    case 'held-loop':
      return heldLoopText(analysis, strand.holder, strand.kept);
    case 'missed-wake':
      return missedWakeText(analysis, strand.missed);
    case 'ring':
      return listText(strand.members.map((member) => standingText(analysis, [member], true)));
    case 'in-vain':
      return standingText(analysis, strand.waiting, strand.isHopeless);
  }
}

function heldLoopText(analysis: Analysis, holder: Standing, kept: readonly Standing[]): string {
  const call = holder.wait?.call ?? null;
  const how = call === null ? '' : ` in ${code(call)}`;
  const held = `${agentText(analysis, holder.agent)} holds the event loop${how}${onLine(analysis, holder.location)}, and that call never returns`;
  if (kept.length === 0) return held;
  const timers = kept.flatMap(({ need }) =>
    need.kind === 'turn' && need.dueNs !== null ? need.dueNs : [],
  );
  const due =
    timers.length === 0
      ? ''
      : kept.length === 1
        ? `, due at ${timeText(timers[0] ?? 0)},`
        : `, the first of them due at ${timeText(Math.min(...timers))},`;
  return `${held}: ${agentsText(
    analysis,
    kept.map(({ agent }) => agent),
  )}${due} cannot have ${agree(kept.length, 'its', 'their')} turn`;
}

/** ``"`a` waits on line 9 for `lock`, held by `b`"``. */
function standingText(analysis: Analysis, alike: readonly Standing[], isHopeless: boolean): string {
  const [standing] = alike as readonly [Standing];
  const who = agentsText(
    analysis,
    alike.map(({ agent }) => agent),
  );
  const waits = `${who} ${agree(alike.length, 'waits', 'wait')}${onLine(analysis, standing.location)}`;
  return waits + needText(analysis, standing, isHopeless);
}

function needText(analysis: Analysis, { need, wait }: Standing, isHopeless: boolean): string {
  const call = wait?.call ?? '';
  switch (need.kind) {
    case 'release':
      return ` for ${primitiveText(analysis, need.primitive)}${holdersText(analysis, need.holders)}`;
    case 'tasks':
      return call === '' || need.tasks.length === 0
        ? ` for ${need.tasks.length === 0 ? 'tasks' : agentsText(analysis, need.tasks)}`
        : ` in ${code(call)} for ${agentsText(analysis, need.tasks)}`;
    case 'end':
      return ` for ${agentText(analysis, need.of)} to end`;
    case 'bytes':
      return ` in ${code(call)} ${bytesText(analysis, need.channel, need.writer, call)}`;
    case 'room':
      return ` in ${code(call)} ${roomText(analysis, need.channel, need.reader)}`;
    case 'job':
      return need.isRunning
        ? ` for ${code(jobName(analysis, need.job))}, which runs in ${agentsText(analysis, need.workers)}`
        : ` for ${code(jobName(analysis, need.job))}, ${queuedText(analysis, need.job)}`;
    case 'turn':
      return ` for its turn, while ${agentText(analysis, need.holder)} holds the event loop`;
    case 'deed':
      return ` ${deedText(analysis, need.primitive, call, isHopeless)}`;
    case 'return':
    case 'unknown':
      return call === '' ? '' : ` in ${code(call)}`;
  }
}

function holdersText(analysis: Analysis, holders: readonly AgentId[]): string {
  const { agents } = analysis;
  if (holders.length === 0) return ', which nobody is left to release';
  const haveEnded = holders.every((id) => agents.get(id)?.finish);
  return `, held by ${agentsText(analysis, holders)}${haveEnded ? ', which ended without releasing it' : ''}`;
}

function queuedText(analysis: Analysis, job: number): string {
  const { jobs, pools } = analysis;
  const pool = pools.get(jobs.get(job)?.pool ?? 0);
  const places = pool?.places ?? null;
  const all =
    places === null
      ? 'all its threads'
      : places === 1
        ? 'its only thread'
        : `all its ${countText(places)} threads`;
  return `which waits in the queue of ${pool ? code(pool.label) : 'its pool'}, where ${all} ${places === 1 ? 'is' : 'are'} taken`;
}

function bytesText(
  analysis: Analysis,
  channel: ChannelId,
  writer: AgentId | null,
  call: string,
): string {
  const seen = analysis.channels.get(channel)?.last;
  const came = (seen?.unread ?? 0) + (seen?.underway ?? 0);
  const what =
    came === 0
      ? 'no byte came'
      : `${amountText(came, 'byte')} came${/readline/.test(call) ? ' and no newline' : ''}`;
  const from = writer === null ? '' : `; at the other end is ${agentText(analysis, writer)}`;
  return `for more to read: ${what}${from}`;
}

function roomText(analysis: Analysis, channel: ChannelId, reader: AgentId | null): string {
  const seen = analysis.channels.get(channel)?.last;
  const waiting = (seen?.unsent ?? 0) + (seen?.underway ?? 0) + (seen?.unread ?? 0);
  const lie = waiting === 0 ? '' : `: ${amountText(waiting, 'byte')} lie unread in the buffers`;
  const who =
    reader === null
      ? 'the other end does not read'
      : `${agentText(analysis, reader)}, at the other end, does not read`;
  return `for room to write, and ${who}${lie}`;
}

/** What somebody would have to do, and nobody is left to. */
function deedText(
  analysis: Analysis,
  primitive: PrimitiveId,
  call: string,
  isHopeless: boolean,
): string {
  const name = primitiveText(analysis, primitive);
  const state = analysis.primitives.get(primitive)?.changes.at(-1)?.state;
  const left = (deed: string) => (isHopeless ? `, and nothing is left that could ${deed}` : '');
  switch (state?.kind) {
    case 'event':
      return `for ${name} to be set${left('set it')}`;
    case 'future':
      return `for a result in ${name}${left('set one')}`;
    case 'barrier':
      return `at ${name} for ${amountText(state.parties, 'task')} to arrive, and only ${countText(state.arrived)} did`;
    case 'queue':
      if (/\bjoin$/.test(call)) {
        return `for all items of ${name} to be done, and ${countText(state.unfinished)} never got ${agree(state.unfinished, 'its', 'their')} ${code('task_done()')}`;
      }
      return /\bput$/.test(call)
        ? `for room in ${name}, which is full (${amountText(state.size, 'item')})${left('take one out')}`
        : `for an item in ${name}${left('put one in')}`;
    case 'condition':
      return `for ${name} to be notified${left('notify it')}`;
    default:
      return call === '' ? `for ${name}` : `in ${code(call)}`;
  }
}

function followersText(analysis: Analysis, followers: readonly Standing[]): string[] {
  if (followers.length === 0) return [];
  const told = followers
    .slice(0, MOST_FOLLOWERS)
    .map((each) => standingText(analysis, [each], false));
  const more = followers.length - told.length;
  if (more > 0) told.push(`${countText(more)} more wait in turn`);
  return [`${sentenceCase(listText(told))}.`];
}

function failuresText(analysis: Analysis, failures: readonly Failure[]): string[] {
  if (failures.length === 0) return [];
  const told = failures.slice(0, MOST_FAILURES).map((failure) => failureText(analysis, failure));
  const more = failures.length - told.length;
  if (more > 0) told.push(`${countText(more)} more had failed`);
  return [`Before that, ${listText(told)}.`];
}

function failureText(analysis: Analysis, failure: Failure): string {
  const { agent, function: name, error, atNs, location, fed } = failure;
  const who = agent === null ? code(shortName(name ?? '')) : agentText(analysis, agent);
  const role =
    fed === null
      ? ''
      : `, which ${fed.how === 'put' ? 'had put items into' : 'had taken items from'} ${primitiveText(analysis, fed.primitive)},`;
  return `${who}${role} had failed with ${errorText(error)}${onLine(analysis, location)} at ${timeText(atNs)}`;
}
