/** How a deadlock is told. */

import type { Analysis } from '../../analysis/analysis.ts';
import { least } from '../../analysis/extremes.ts';
import { shortName } from '../../analysis/labels.ts';
import type { Deadlock, Strand } from '../deadlock/deadlock.ts';
import type { Failure } from '../deadlock/failures.ts';
import type { Standing } from '../deadlock/needs.ts';
import { nothingLeftText } from './loops.ts';
import {
  agentsText,
  agentText,
  agree,
  amountText,
  code,
  countText,
  culpritText,
  errorText,
  inCall,
  onLine,
  primitiveText,
  sentenceCase,
  timeText,
} from './phrases.ts';
import { standingText } from './standings.ts';
import { objectText, stateOf } from './waits.ts';
import { missedWakeText } from './wakes.ts';

/** Of more strands, followers and failures, these are told and the rest is counted. */
const MOST_STRANDS = 5;
const MOST_FOLLOWERS = 3;
const MOST_FAILURES = 3;
/** Of a longer ring, the first and the last of it are told. */
const MOST_IN_RING = 6;
const FIRST_IN_RING = 3;

export function tellDeadlock(analysis: Analysis, deadlock: Deadlock): string {
  const { lead, reasons, culprits, followers, before } = deadlockParts(analysis, deadlock);
  const [first = '', ...others] = reasons;
  return [...culprits, `${lead}: ${first}.`, ...sentences(others), ...followers, ...before].join(
    ' ',
  );
}

/** As the first that is said of a run: what it is, and when; the lines of a ring, the picture shows. */
export function deadlockVerdict(
  analysis: Analysis,
  deadlock: Deadlock,
): { readonly told: string; readonly also: readonly string[] } {
  const parts = deadlockParts(analysis, deadlock, { ringLines: false });
  const { culprits, followers, before } = parts;
  const [first = '', ...others] = parts.reasons;
  const what = `${whatText(analysis, deadlock)} ${first}.`;
  return {
    told: [what, ...culprits, ...sentences(others), ...before].join(' '),
    also: followers,
  };
}

function whatText(analysis: Analysis, deadlock: Deadlock): string {
  const at = timeText(deadlock.toNs);
  if (deadlock.heldExit) return `Deadlock: ${leadText(analysis, deadlock)};`;
  return deadlock.awaitsSignals
    ? `Since ${at} only a signal can make the program go on:`
    : `Deadlock at ${at}:`;
}

/** Reasons are clauses; all else are sentences. */
function deadlockParts(
  analysis: Analysis,
  deadlock: Deadlock,
  { ringLines }: { readonly ringLines: boolean } = { ringLines: true },
) {
  const { strands, followers, failures } = deadlock;
  const reasons = strands
    .slice(0, MOST_STRANDS)
    .map((strand) => strandText(analysis, strand, ringLines));
  const more = strands.length - reasons.length;
  if (more > 0)
    reasons.push(`${amountText(more, 'more group')} of tasks ${agree(more, 'is', 'are')} stuck`);
  if (reasons.length === 0) reasons.push(nothingLeftText(analysis));
  const isCulprit = ({ how, fed, endedLoopOf }: Failure) =>
    how === 'raised' && (fed !== null || endedLoopOf !== null);
  return {
    lead: leadText(analysis, deadlock),
    reasons,
    culprits: failuresText(analysis, failures.filter(isCulprit), ''),
    followers: followersText(analysis, followers),
    before: failuresText(
      analysis,
      failures.filter((each) => !isCulprit(each)),
      'Before that, ',
    ),
  };
}

function sentences(clauses: readonly string[]): string[] {
  return clauses.map((text) => `${sentenceCase(text)}.`);
}

function leadText(analysis: Analysis, { heldExit, awaitsSignals }: Deadlock): string {
  if (!heldExit) {
    return awaitsSignals
      ? 'Nothing but a signal can make the program go on'
      : 'Nothing can ever run again';
  }
  const { ended, atNs } = heldExit;
  return `${sentenceCase(agentsText(analysis, ended))} ended at ${timeText(atNs)}, but the program cannot end before its threads do`;
}

function strandText(analysis: Analysis, strand: Strand, ringLines: boolean): string {
  switch (strand.why) {
    case 'held-loop':
      return heldLoopText(analysis, strand.holder, strand.kept);
    case 'missed-wake':
      return missedWakeText(analysis, strand.missed);
    case 'ring':
      return ringText(analysis, strand.members, ringLines);
    case 'in-vain':
      return standingText(analysis, strand.waiting, strand.isHopeless);
  }
}

function ringText(
  analysis: Analysis,
  members: readonly (readonly Standing[])[],
  lines: boolean,
): string {
  const clausesOf = (each: typeof members) =>
    each.map((alike) => standingText(analysis, alike, false));
  const clauses = clausesOf(members);
  const chained = lines ? clauses : clausesOf(members.map((alike) => alike.map(withoutLine)));
  return chainText(analysis, members, chained) ?? clausesText(shortRing(clauses));
}

function shortRing(clauses: readonly string[]): readonly string[] {
  if (clauses.length <= MOST_IN_RING) return clauses;
  const told = clauses.slice(0, FIRST_IN_RING);
  return [...told, `${countText(clauses.length - told.length)} more wait in the same circle`];
}

function withoutLine(standing: Standing): Standing {
  return { ...standing, wait: standing.wait && { ...standing.wait, location: null } };
}

/** ``"`a` waits for `x`, held by `b`, which waits for …"``; null where not each ends with the next. */
function chainText(
  analysis: Analysis,
  members: readonly (readonly Standing[])[],
  clauses: readonly string[],
): string | null {
  const names = members.map((alike) =>
    agentsText(
      analysis,
      alike.map(({ agent }) => agent),
    ),
  );
  const isChain = clauses.every((text, at) => text.endsWith(` ${names[at + 1] ?? names[0]}`));
  if (!isChain || members.some((alike) => alike.length > 1)) return null;
  const links = clauses.map((text, at) => (at === 0 ? text : text.slice(names[at]?.length)));
  if (links.length <= MOST_IN_RING) return links.join(', which');
  const between = links.length - FIRST_IN_RING - 2;
  return `${links.slice(0, FIRST_IN_RING).join(', which')}, and so on by way of ${countText(between)} more, to ${names.at(-1)}, which${links.at(-1)}`;
}

/** Clauses with commas in them, as one sentence. */
function clausesText(clauses: readonly string[]): string {
  const [last = '', ...before] = clauses.toReversed();
  return before.length === 0 ? last : `${before.reverse().join('; ')}; and ${last}`;
}

function heldLoopText(analysis: Analysis, holder: Standing, kept: readonly Standing[]): string {
  const { wait, agent: by, callback, location } = holder;
  const lock = wait?.primitive == null ? null : stateOf(analysis, wait.primitive);
  const holds = lock?.kind === 'threading' && lock.holder !== null ? lock.holder : null;
  const heldBy =
    holds === null ? '' : `, held by ${holds === by ? 'itself' : agentText(analysis, holds)}`;
  const object = wait ? `${objectText(analysis, wait)}${heldBy}` : '';
  const own = analysis.trace.events[holder.eventIndex]?.loop ?? null;
  const needsIt = wait?.coroutine != null && wait.runsIn !== null && wait.runsIn === own;
  const what = `${object}${needsIt ? ', which only that loop could run' : ''}`;
  const where = `${inCall(wait?.call ?? null)}${onLine(analysis, location)}`;
  const held = `${culpritText(analysis, { by, callback, location })} holds the event loop${where}${what && `, where it waits${what}`}, and that call never returns`;
  if (kept.length === 0) return `${held}: nothing else in that loop can have its turn`;
  const who = agentsText(
    analysis,
    kept.map((each) => each.agent),
  );
  return `${held}: ${who}${dueText(kept)} cannot have ${agree(kept.length, 'its', 'their')} turn`;
}

function dueText(kept: readonly Standing[]): string {
  const timers = kept.flatMap(({ need }) =>
    need.kind === 'turn' && need.dueNs !== null ? need.dueNs : [],
  );
  if (timers.length === 0) return '';
  const first = timeText(least(timers));
  return kept.length === 1 ? `, due at ${first},` : `, the first of them due at ${first},`;
}

function followersText(analysis: Analysis, followers: readonly Standing[]): string[] {
  if (followers.length === 0) return [];
  const told = followers
    .slice(0, MOST_FOLLOWERS)
    .map((each) => standingText(analysis, [each], false));
  const more = followers.length - told.length;
  if (more > 0) told.push(`${countText(more)} more wait in turn`);
  return [`${sentenceCase(clausesText(told))}.`];
}

function failuresText(
  analysis: Analysis,
  failures: readonly Failure[],
  lead: 'Before that, ' | '',
): string[] {
  if (failures.length === 0) return [];
  const told = failures
    .slice(0, MOST_FAILURES)
    .map((failure) => failureText(analysis, failure, lead === '' ? 'failed' : 'had failed'));
  const more = failures.length - told.length;
  if (more > 0) told.push(`${countText(more)} more ${lead === '' ? 'failed' : 'had failed'}`);
  return [sentenceCase(`${lead}${clausesText(told)}.`)];
}

export function failureText(
  analysis: Analysis,
  failure: Failure,
  did: 'failed' | 'had failed',
): string {
  const { how, agent, function: name, error, atNs, location, fed, endedLoopOf, dueNs } = failure;
  const who = agent === null ? code(shortName(name ?? '')) : agentText(analysis, agent);
  const role =
    fed === null
      ? ''
      : `, which ${fed.how === 'put' ? 'had put items into' : 'had taken items from'} ${primitiveText(analysis, fed.primitive)},`;
  const loop =
    endedLoopOf === null
      ? ''
      : `, which ended the event loop of ${agentText(analysis, endedLoopOf)}`;
  if (agent === null && how === 'cancelled') {
    return `the timer of ${who}, due at ${timeText(dueNs ?? atNs)}, had been cancelled at ${timeText(atNs)}${onLine(analysis, location)}`;
  }
  if (how !== 'raised') {
    return `${who}${role} ${how === 'returned' ? 'had ended' : 'had been cancelled'} at ${timeText(atNs)}`;
  }
  return `${who}${role} ${did} with ${errorText(error)}${onLine(analysis, location)} at ${timeText(atNs)}${loop}`;
}
