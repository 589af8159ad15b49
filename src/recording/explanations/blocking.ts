/** What blocked the loop, and whom it made late. */
import { agentsOf, labelOf } from '../agents.ts';
import { blocksOf, type Delay, delaysBy } from '../blocks.ts';
import { callbacksOf } from '../callbacks.ts';
import { BRIEF_NS, type Hold } from '../holds.ts';
import type { Recording } from '../recording.ts';
import { formatSeconds } from '../transcript.ts';
import { distinct, type Explanation, spanOf } from './explanation.ts';
import { code, countText, durationText, namesText, sentenceCase, timesText } from './wording.ts';

/** So many culprits are named; the rest is more of the same. */
const MOST_CULPRITS = 5;

/** Of one culprit, so many blocks are looked at for whom they delayed: the longest. */
const MOST_BLOCKS = 20;

export function explainBlocking(recording: Recording): Explanation[] {
  const culprits = [...Map.groupBy(blocksOf(recording), culpritOf).values()]
    .map((blocks) => ({ blocks, totalNs: blocks.reduce((sum, block) => sum + lengthNs(block), 0) }))
    .filter(({ totalNs }) => totalNs >= BRIEF_NS)
    .sort((a, b) => b.totalNs - a.totalNs);
  return culprits
    .slice(0, MOST_CULPRITS)
    .map(({ blocks, totalNs }) => explanationOf(recording, blocks, totalNs));

  /** The same call on the same line is the same mistake, whichever task makes it. */
  function culpritOf({ by, callback, line, call }: Hold): string {
    const agent = agentsOf(recording).get(by);
    return `${call}, line ${line}, in ${callback === null ? agent?.coroutine || by : 'a callback'}`;
  }
}

function explanationOf(
  recording: Recording,
  blocks: readonly Hold[],
  totalNs: number,
): Explanation {
  const longest = blocks.toSorted((a, b) => lengthNs(b) - lengthNs(a)).slice(0, MOST_BLOCKS);
  const [block] = longest as [Hold];
  const delays = worstDelays(longest.map((each) => delaysBy(recording, each)));
  const what = `${block.call === '' ? 'computing' : code(block.call)}${onLine(block)}`;
  const culprits = distinct(blocks.map((each) => culpritText(recording, each)));
  const text =
    blocks.length === 1
      ? `From ${formatSeconds(block.fromNs)} to ${formatSeconds(block.toNs)} the loop was blocked by ${what} in ${culprits[0]}`
      : `${sentenceCase(what)} blocked the loop ${timesText(blocks.length)}, ${durationText(totalNs)} in all${
          culprits.length === 1
            ? `, in ${culprits[0]}`
            : `, in ${namesText(labels(recording, blocks))}`
        }`;
  return {
    kind: 'blocked',
    text: `${text}; ${delaysText(recording, delays, blocks.length > 1)}.`,
    ...spanOf(blocks),
    agents: distinct([...blocks.map(({ by }) => by), ...delays.map(({ agent }) => agent)]),
    lines: distinct(blocks.map(({ line }) => line)),
    primitives: [],
  };
}

function onLine({ line }: Hold): string {
  return line === null ? '' : ` on line ${line}`;
}

function culpritText(recording: Recording, { by, callback }: Hold): string {
  if (callback !== null)
    return `callback ${code(callbacksOf(recording).get(callback)?.name ?? '')}`;
  const kind = agentsOf(recording).get(by)?.kind ?? 'task';
  return kind === 'program' ? 'the main program' : `${kind} ${code(labelOf(recording, by))}`;
}

function labels(recording: Recording, blocks: readonly Hold[]): string[] {
  return distinct(blocks.map(({ by }) => by)).map((agent) => labelOf(recording, agent));
}

/** Of each who was late, the worst; and none that is not worth telling. */
function worstDelays(all: readonly (readonly Delay[])[]): Delay[] {
  const worst = new Map<string, Delay>();
  for (const delay of all.flat()) {
    const key = `${delay.agent}, ${delay.callback}`;
    if (delay.byNs >= BRIEF_NS && delay.byNs > (worst.get(key)?.byNs ?? 0)) worst.set(key, delay);
  }
  return [...worst.values()].sort((a, b) => b.byNs - a.byNs);
}

function delaysText(recording: Recording, delays: readonly Delay[], several: boolean): string {
  const [first, second] = delays;
  if (!first) return 'nothing else was ready';
  const upTo = several ? 'up to ' : '';
  const name = ({ agent, callback }: Delay) =>
    callback === null
      ? code(labelOf(recording, agent))
      : `callback ${code(callbacksOf(recording).get(callback)?.name ?? '')}`;
  const begin = `${name(first)} ran ${upTo}${durationText(first.byNs)} late`;
  if (!second) return begin;
  if (delays.length === 2) return `${begin}, ${name(second)} ${upTo}${durationText(second.byNs)}`;
  return `${countText(delays.length)} others ran late, ${name(first)} by ${upTo}${durationText(first.byNs)}`;
}

function lengthNs({ fromNs, toNs }: Hold): number {
  return toNs - fromNs;
}
