/** What insights say of random programs agrees with what these programs say of themselves. */
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { analysisOf } from '../../src/analysis/analysis.ts';
import { formatSeconds } from '../../src/analysis/transcript.ts';
import { type Insight, type InsightKind, insightsOf } from '../../src/insights/insight.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import type { AgentId, Trace } from '../../src/trace/schema.ts';
import { accountedProgram } from './random-accounts.ts';

const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

const RUNS = 40;

it('agrees with the accounts that random programs keep', async () => {
  await fc.assert(
    fc.asyncProperty(accountedProgram, async (source) => {
      const trace = await simulator.run({ source }).finished;
      const account = analysisOf(trace).output.map(({ text }) => text);
      expect(cancellationsTold(trace)).toEqual(lines(account, /^cancel .*$/));
      for (const fired of lines(account, /^limit .*$/)) expect(limitsTold(trace)).toContain(fired);
      const blocks = lines(account, /^block .*$/);
      for (const told of blocksTold(trace)) expect(blocks).toContain(told);
      expect(waitsTold(trace)).toEqual(waitsAt(account, trace));
    }),
    // The same ones every time: a failure can be looked at.
    { numRuns: RUNS, seed: 14, endOnFailure: true },
  );
});

function lines(account: readonly string[], pattern: RegExp): string[] {
  return [...new Set(account)].filter((line) => pattern.test(line)).toSorted();
}

function found<Kind extends InsightKind>(trace: Trace, kind: Kind) {
  return insightsOf(trace).filter((each) => each.kind === kind) as Extract<
    Insight,
    { kind: Kind }
  >[];
}

function nameOf(trace: Trace, agent: AgentId): string {
  return analysisOf(trace).agents.get(agent)?.label ?? '';
}

function cancellationsTold(trace: Trace): string[] {
  return found(trace, 'cancelled')
    .flatMap(({ stopped, by, toNs }) =>
      stopped.map(
        ({ task }) =>
          `cancel ${nameOf(trace, task)} by ${nameOf(trace, by)} at ${formatSeconds(toNs)}`,
      ),
    )
    .toSorted();
}

/** A cancellation that came at the same time lets no TimeoutError out, so there may be more. */
function limitsTold(trace: Trace): string[] {
  const inTime = found(trace, 'time-limit')
    .flatMap((first) => [first, ...first.others])
    .map(({ stopped: { task }, firedNs }) => ({ task, firedNs }));
  const late = found(trace, 'limit-late').map(({ task, freeNs }) => ({ task, firedNs: freeNs }));
  return [...inTime, ...late]
    .map(({ task, firedNs }) => `limit ${nameOf(trace, task)} at ${formatSeconds(firedNs)}`)
    .toSorted();
}

function blocksTold(trace: Trace): string[] {
  return found(trace, 'loop-held').flatMap(({ stalls }) =>
    stalls.map(
      ({ by, fromNs, toNs }) =>
        `block ${nameOf(trace, by)} from ${formatSeconds(fromNs)} to ${formatSeconds(toNs)}`,
    ),
  );
}

/** In a deadlock, who waits for which lock, and who has it. */
function waitsTold(trace: Trace): string[] {
  return found(trace, 'deadlock')
    .flatMap(({ strands, followers }) => [
      ...strands.flatMap((strand) => {
        if (strand.why === 'ring') return strand.members.flat();
        return strand.why === 'in-vain' ? strand.waiting : [];
      }),
      ...followers,
    ])
    .flatMap(({ agent, need }) => {
      if (need.kind !== 'release') return [];
      const name = analysisOf(trace).primitives.get(need.primitive)?.label;
      const holders = need.holders.map((holder) => nameOf(trace, holder));
      return `${nameOf(trace, agent)} wants ${name} of ${holders}`;
    })
    .toSorted();
}

/** The same by the account: what was wanted and never had. */
function waitsAt(account: readonly string[], { outcome }: Trace): string[] {
  if (outcome.kind !== 'deadlocked') return [];
  const holder = new Map<string, string>();
  const wanted = new Map<string, string>();
  for (const line of account) {
    const [, what, lock = '', who = ''] = /^(wants|has|releases) (\w) (.*)$/.exec(line) ?? [];
    if (what === 'wants') wanted.set(who, lock);
    if (what === 'has') {
      wanted.delete(who);
      holder.set(lock, who);
    }
    if (what === 'releases') holder.delete(lock);
    const cancelled = /^cancel (.*) by/.exec(line)?.[1];
    if (cancelled) wanted.delete(cancelled);
  }
  return [...wanted].map(([who, lock]) => `${who} wants ${lock} of ${holder.get(lock)}`).toSorted();
}
