import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Insight } from '../../insights/insight.ts';
import { NOTHING, type Pointed, type Related } from '../../timeline/related.ts';
import type { AgentId, PrimitiveId } from '../../trace/schema.ts';
import type { LitMoment } from './lit-moment.ts';

/** What is highlighted in the whole view, because a reader points at something that belongs to it. */
export const Highlight = createContext<Related>(NOTHING);

export function AgentName({ id, label }: { readonly id: AgentId; readonly label: string }) {
  const highlighted = useContext(Highlight).agents.has(id);
  return (
    <code class="rv-name" title={label} data-agent={id} data-highlighted={highlighted || undefined}>
      {label}
    </code>
  );
}

export function PrimitiveName({ id, label }: { readonly id: PrimitiveId; readonly label: string }) {
  const highlighted = useContext(Highlight).primitives.has(id);
  return (
    <button
      type="button"
      class="rv-name rv-primitive"
      data-primitive={id}
      data-highlighted={highlighted || undefined}
    >
      {label}
    </button>
  );
}

export function LineNumber({ line }: { readonly line: number | null }) {
  const highlighted = useContext(Highlight).lines.has(line ?? 0);
  if (line === null) return null;
  return (
    <span class="rv-line" data-line={line} data-highlighted={highlighted || undefined}>
      line {line}
    </span>
  );
}

const KINDS = ['agent', 'primitive', 'line'] as const;

/** What an element, or what it stands in, speaks of. */
export function pointedBy(target: EventTarget | null): Pointed | null {
  if (!(target instanceof Element)) return null;
  const element = target.closest<HTMLElement>('[data-agent], [data-primitive], [data-line]');
  for (const kind of KINDS) {
    const id = element?.dataset[kind];
    if (id !== undefined) return { kind, id: Number(id) };
  }
  return null;
}

export function relatedToMoment({ agent, primitive, line }: LitMoment): Related {
  return {
    agents: new Set(agent === null ? [] : [agent]),
    lines: new Set(line === null ? [] : [line]),
    primitives: new Set(primitive === null ? [] : [primitive]),
    output: new Set(),
  };
}

export function relatedToInsight(insight: Insight | null): Related {
  if (!insight) return NOTHING;
  return {
    agents: new Set(insight.agents),
    // The code that is shown is the main file's.
    lines: new Set(insight.locations.flatMap(({ file, line }) => (file === 0 ? line : []))),
    primitives: new Set(insight.primitives),
    output: new Set(),
  };
}
