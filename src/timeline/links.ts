/** Who brought whom about: the arrows of a timeline. */
import { analysisOf } from '../analysis/analysis.ts';
import type { Step, StepKind } from '../analysis/steps.ts';
import { type AgentId, MAIN_AGENT, type Trace } from '../trace/schema.ts';

export interface Link {
  readonly kind: 'created' | 'woken';
  readonly atNs: number;
  readonly from: AgentId;
  readonly to: AgentId;
}

/** More arrows than this hide what they point at. */
const MOST_LINKS = 40;

/** Those that begin or end at a task or thread, the first ones of very many. */
export function linksOf(trace: Trace, agent: AgentId): readonly Link[] {
  const links: Link[] = [];
  for (const { kind, atNs, from, to } of analysisOf(trace).acts) {
    if (from === to || from === MAIN_AGENT || (from !== agent && to !== agent)) continue;
    links.push({ kind, atNs, from, to });
    if (links.length === MOST_LINKS) break;
  }
  return links;
}

const CREATIONS: readonly StepKind[] = ['task-created', 'thread-started', 'process-started'];

/** The arrow of the step itself, where one agent acts on another. */
export function linkOfStep({ kind, agent, by, atNs }: Step): Link | null {
  const isWaking = kind === 'task-ready';
  if (!isWaking && !CREATIONS.includes(kind)) return null;
  if (by === null || by === agent || by === MAIN_AGENT) return null;
  return { kind: isWaking ? 'woken' : 'created', atNs, from: by, to: agent };
}
