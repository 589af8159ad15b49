/** Two traces laid beside each other: which tasks, threads and processes of one are those of the other. */
import { AgentKeys } from '../../trace/agent-keys.ts';
import type { AgentId, Location, Trace } from '../../trace/schema.ts';
import type { AlignedRow } from '../align-lists.ts';
import { type Analysis, analysisOf } from '../analysis.ts';
import type { Agent } from '../collect/agents.ts';
import { alignSources, lineOfLeft, type NumberedLine } from './source-lines.ts';

export interface Alignment {
  /** In the left one's order, those that only the right one has at the end. */
  readonly pairs: readonly Pair[];
  /** For each side, the index of the pair that somebody is in. */
  readonly leftPairs: ReadonlyMap<AgentId, number>;
  readonly rightPairs: ReadonlyMap<AgentId, number>;
  /** Whether both are runs of the same program. */
  readonly isSameProgram: boolean;
  /** The lines of both programs beside each other; empty where these are the same. */
  readonly lines: readonly AlignedRow<NumberedLine>[];
}

/** The program, or a task, thread or process; null on the side that has no such thing. */
export interface Pair {
  readonly left: AgentId | null;
  readonly right: AgentId | null;
}

/** The text of a program where its trace does not have it; null where nobody does. */
export interface Sources {
  readonly left: string | null;
  readonly right: string | null;
}

/**
 * By their stable keys: where and as which they were made, by whom. Where the programs differ, a line
 * counts as that of the other program which it is a change of; and what is left over is paired by the
 * coroutine and its arguments, or by the coroutine alone, among what the same one made.
 */
export function align(
  left: Trace,
  right: Trace,
  sources: Sources = sourcesOf(left, right),
): Alignment {
  const [ours, theirs] = [analysisOf(left), analysisOf(right)];
  const rows =
    sources.left !== null && sources.right !== null && sources.left !== sources.right
      ? alignSources(sources.left, sources.right)
      : [];
  const isSameProgram = rows.every(({ kind }) => kind === 'same');
  const lines = lineOfLeft(rows);
  const mainFile = ours.files.get(0)?.name ?? '?';
  /** Both programs' own files are the same one, whatever they are called. */
  const siteOf = ({ file, line }: Location) => {
    if (file !== 0) return `${theirs.files.get(file)?.name ?? '?'}:${line}`;
    return `${mainFile}:${isSameProgram ? line : (lines.get(line) ?? `+${line}`)}`;
  };
  const theirKeys = new AgentKeys(siteOf);
  const byKey = new Map([...theirs.agents.values()].map((each) => [theirKeys.add(each), each.id]));
  const partners = new Map<AgentId, AgentId>();
  for (const { id, key } of ours.agents.values()) {
    const partner = byKey.get(key);
    if (partner !== undefined) partners.set(id, partner);
  }
  if (!isSameProgram) {
    for (const alike of [callOf, coroutineOf]) pairUp(ours, theirs, partners, alike);
  }
  const partnered = new Set(partners.values());
  const pairs: Pair[] = [
    ...Array.from(ours.agents.keys(), (id) => ({ left: id, right: partners.get(id) ?? null })),
    ...[...theirs.agents.keys()].flatMap((id) =>
      partnered.has(id) ? [] : [{ left: null, right: id }],
    ),
  ];
  return {
    pairs,
    leftPairs: indexed(pairs, 'left'),
    rightPairs: indexed(pairs, 'right'),
    isSameProgram,
    lines: rows,
  };
}

function sourcesOf(left: Trace, right: Trace): Sources {
  return { left: left.program.source, right: right.program.source };
}

/** What is not paired yet, in order, where those who made it are a pair. Parents come first. */
function pairUp(
  ours: Analysis,
  theirs: Analysis,
  partners: Map<AgentId, AgentId>,
  alike: (agent: Agent) => string,
): void {
  const taken = new Set(partners.values());
  const free = Map.groupBy(
    [...theirs.agents.values()].filter(({ id }) => !taken.has(id)),
    (agent) => `${agent.parent} ${alike(agent)}`,
  );
  for (const agent of ours.agents.values()) {
    if (partners.has(agent.id)) continue;
    const parent = partners.get(agent.parent);
    const partner = free.get(`${parent} ${alike(agent)}`)?.shift();
    if (partner) partners.set(agent.id, partner.id);
  }
}

function callOf(agent: Agent): string {
  return `${coroutineOf(agent)} ${agent.args}`;
}

function coroutineOf({ kind, coroutine, name }: Agent): string {
  return `${kind} ${kind === 'process' ? name : coroutine}`;
}

function indexed(pairs: readonly Pair[], side: 'left' | 'right'): ReadonlyMap<AgentId, number> {
  return new Map(
    pairs.flatMap((pair, index) => {
      const id = pair[side];
      return id === null ? [] : [[id, index] as const];
    }),
  );
}
