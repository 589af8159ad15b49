/** What blocked the loop, and whom it made late. */
import { agentsOf, labelOf } from '../analysis/agents.ts';
import { blocksOf, type Delay, delaysBy } from '../analysis/blocks.ts';
import { callbacksOf } from '../analysis/callbacks.ts';
import { BRIEF_NS, type Hold } from '../analysis/holds.ts';
import { formatSeconds } from '../analysis/transcript.ts';
import type { Recording } from '../trace/recording.ts';
import { distinct, type Explanation, spanOf } from './explanation.ts';
import { code, countText, durationText, namesText, sentenceCase, timesText } from './wording.ts';

/** So many culprits are named; the rest is more of the same. */
const MOST_CULPRITS = 5;

export function explainBlocking(recording: Recording): Explanation[] {
  const culprits = [...Map.groupBy(blocksOf(recording), culpritOf).values()]
    .map((blocks) => ({ blocks, totalNs: blocks.reduce((sum, block) => sum + lengthNs(block), 0) }))
    .filter(({ totalNs }) => totalNs >= BRIEF_NS)
    .sort((a, b) => b.totalNs - a.totalNs);
  return culprits
    .slice(0, MOST_CULPRITS)
    .map(({ blocks, totalNs }) => explanationOf(recording, blocks, totalNs));

  /** The same call on the same line is the same mistake, whichever task makes it. */
  function culpritOf({ by, callback, line, call, loop }: Hold): string {
    const agent = agentsOf(recording).get(by);
    const where = callback === null ? agent?.coroutine || by : 'a callback';
    return `${call}, line ${line}, in ${where}, of loop ${loop}`;
  }
}

function explanationOf(
  recording: Recording,
  blocks: readonly Hold[],
  totalNs: number,
): Explanation {
  const [block] = blocks as readonly [Hold];
  const delays = delaysBy(recording, blocks).filter(({ byNs }) => byNs >= BRIEF_NS);
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

function delaysText(recording: Recording, delays: readonly Delay[], several: boolean): string {
  const [first, second] = delays;
  if (!first) return 'nothing else was ready';
  const name = ({ agent, callback }: Delay) =>
    callback === null
      ? code(labelOf(recording, agent))
      : `callback ${code(callbacksOf(recording).get(callback)?.name ?? '')}`;
  const worst = durationText(first.byNs);
  if (delays.length > 2) {
    const others = `${countText(delays.length)} others`;
    return several
      ? `${others} had to wait, ${name(first)} for ${worst} of it`
      : `${others} ran late, ${name(first)} by ${worst}`;
  }
  const and = second ? ` and ${name(second)} ${durationText(second.byNs)}` : '';
  return several
    ? `${name(first)} had to wait ${worst} of it${and}`
    : `${name(first)} ran ${worst}${second ? '' : ' late'}${and}${second ? ' late' : ''}`;
}

function lengthNs({ fromNs, toNs }: Hold): number {
  return toNs - fromNs;
}
