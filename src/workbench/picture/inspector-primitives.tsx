import type { ComponentChildren } from 'preact';
import { labelOf } from '../../analysis/labels.ts';
import type { LoopState, PrimitiveStatus } from '../../analysis/loop-state.ts';
import { primitiveStateText } from '../../timeline/step-words.ts';
import type { AgentId, PrimitiveState, Trace } from '../../trace/schema.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import { AgentName, PrimitiveName } from './highlight.tsx';
import { Part } from './part.tsx';

/** Of more than these, those that anybody holds or waits at come first. */
const MOST_ROWS = 10;
const MOST_WAITERS = 6;
/** A queue shows its items as marks, up to so many. */
const MOST_ITEMS = 12;

/** Locks, queues, events, futures: who has them, and who waits for them, in order. */
export function InspectorPrimitives({ trace, state }: { trace: Trace; state: LoopState }) {
  const { primitives } = state;
  if (primitives.length === 0) return null;
  const shown =
    primitives.length <= MOST_ROWS
      ? primitives
      : primitives.toSorted((a, b) => busyness(b) - busyness(a)).slice(0, MOST_ROWS);
  return (
    <Part title="Locks, queues and their kin">
      <ul class="rv-primitives">
        {shown.map((status) => (
          <li key={status.primitive} data-primitive={status.primitive}>
            <span class="rv-primitive-name">
              <PrimitiveName id={status.primitive} label={status.label} />
              {!status.label.startsWith(status.type) && <span class="rv-type">{status.type}</span>}
            </span>
            <Standing trace={trace} state={status.state} />
            <Waiting trace={trace} waiters={status.waiters} />
          </li>
        ))}
      </ul>
      {primitives.length > shown.length && (
        <p class="rv-none">and {primitives.length - shown.length} more</p>
      )}
    </Part>
  );
}

/** What it holds, or who holds it. */
function Standing({ trace, state }: { trace: Trace; state: PrimitiveState }) {
  switch (state.kind) {
    case 'lock':
    case 'condition':
      if (state.holder === null) break;
      return (
        <Held words="held by">
          <Agent trace={trace} id={state.holder} />
        </Held>
      );
    case 'semaphore':
      if (state.holders.length === 0) break;
      return (
        <Held words={`at ${state.value}, held by`}>
          {state.holders.map((holder, index) => (
            <Agent key={index} trace={trace} id={holder} />
          ))}
        </Held>
      );
    case 'queue':
      return (
        <Held words={primitiveStateText(trace, state)}>
          {Array.from({ length: Math.min(state.size, MOST_ITEMS) }, (_, at) => (
            <span key={at} class="rv-item" aria-hidden="true" />
          ))}
        </Held>
      );
  }
  return (
    <span class="rv-standing">
      <InlineCode text={primitiveStateText(trace, state)} />
    </span>
  );
}

interface HeldProps {
  readonly words: string;
  readonly children: ComponentChildren;
}

function Held({ words, children }: HeldProps) {
  return (
    <span class="rv-standing">
      {words} {children}
    </span>
  );
}

interface WaitingProps {
  readonly trace: Trace;
  readonly waiters: readonly AgentId[];
}

function Waiting({ trace, waiters }: WaitingProps) {
  if (waiters.length === 0) return null;
  return (
    <span class="rv-waiting">
      waiting:{' '}
      {waiters.slice(0, MOST_WAITERS).map((waiter) => (
        <Agent key={waiter} trace={trace} id={waiter} />
      ))}
      {waiters.length > MOST_WAITERS && ` and ${waiters.length - MOST_WAITERS} more`}
    </span>
  );
}

function Agent({ trace, id }: { trace: Trace; id: AgentId }) {
  return (
    <span class="rv-chip" data-flies={`agent ${id}`}>
      <AgentName id={id} label={labelOf(trace, id)} />
    </span>
  );
}

function busyness({ holders, waiters }: PrimitiveStatus): number {
  return waiters.length * 2 + holders.length;
}
