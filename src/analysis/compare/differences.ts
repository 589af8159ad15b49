/** How two runs differ, besides where they part: facts, each of one thing. */
import type { AgentId, Trace } from '../../trace/schema.ts';
import { analysisOf } from '../analysis.ts';
import type { Agent, Finish } from '../collect/agents.ts';
import { compareOutput, type OutputComparison } from '../compare-output.ts';
import { outputScript } from '../playback.ts';
import type { Alignment } from './align.ts';
import { endAlike, endingKey } from './joint-steps.ts';
import { withoutAddresses } from './without-addresses.ts';

export interface Differences {
  /** Where they ended in another way, or at another time. */
  readonly end: 'way' | 'time' | null;
  /** Who is in one of them alone. */
  readonly leftOnly: readonly AgentId[];
  readonly rightOnly: readonly AgentId[];
  /** Who is in both, and ended in another way, or in one of them not at all. */
  readonly otherEnds: readonly OtherEnd[];
  /** Who ended in the same way at another time. */
  readonly otherTimes: readonly OtherEnd[];
  readonly output: OutputComparison;
  /** Whether the same lines were printed, in another order. */
  readonly isReordered: boolean;
}

export interface OtherEnd {
  readonly left: Agent;
  readonly right: Agent;
}

export function differencesOf(left: Trace, right: Trace, { pairs }: Alignment): Differences {
  const [ours, theirs] = [analysisOf(left).agents, analysisOf(right).agents];
  const leftOnly: AgentId[] = [];
  const rightOnly: AgentId[] = [];
  const otherEnds: OtherEnd[] = [];
  const otherTimes: OtherEnd[] = [];
  for (const pair of pairs) {
    const one = pair.left === null ? undefined : ours.get(pair.left);
    const other = pair.right === null ? undefined : theirs.get(pair.right);
    if (one && other) {
      if (one.hidden && other.hidden) continue;
      const both = { left: one, right: other };
      if (finishKey(one.finish) !== finishKey(other.finish)) otherEnds.push(both);
      else if (one.finish?.atNs !== other.finish?.atNs) otherTimes.push(both);
    } else if (one && !one.hidden) leftOnly.push(one.id);
    else if (other && !other.hidden) rightOnly.push(other.id);
  }
  const output = compareOutput(outputScript(left), outputScript(right));
  return {
    end: endAlike(left, right) ? null : endingKey(left) === endingKey(right) ? 'time' : 'way',
    ...{ leftOnly, rightOnly, otherEnds, otherTimes, output },
    isReordered: isReordered(output),
  };
}

function finishKey(finish: Finish | null): string {
  return finish === null ? '' : withoutAddresses(`${finish.how} ${finish.detail}`);
}

function isReordered({ rows }: OutputComparison): boolean {
  const [before, after]: string[][] = [[], []];
  for (const row of rows) {
    if ('expected' in row && row.kind !== 'retimed') before?.push(row.expected.text);
    if (row.kind === 'added' || row.kind === 'changed') after?.push(row.line.text);
  }
  return before !== undefined && before.length > 0 && sorted(before) === sorted(after ?? []);
}

function sorted(texts: readonly string[]): string {
  return JSON.stringify(texts.toSorted());
}
