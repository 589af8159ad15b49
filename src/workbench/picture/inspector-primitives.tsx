import { labelOf } from '../../analysis/labels.ts';
import type { LoopState, PrimitiveStatus } from '../../analysis/loop-state.ts';
import { primitiveStateText } from '../../timeline/step-words.ts';
import type { Trace } from '../../trace/schema.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import { AgentColumns } from './agent-columns.tsx';
import { AgentName, PrimitiveName } from './highlight.tsx';
import { Part } from './part.tsx';

/** Of more than these, those that anybody holds or waits at come first. */
const MOST_ROWS = 10;
const MOST_WAITERS = 6;

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
      <table class="rv-states">
        <AgentColumns />
        <thead class="sr-only">
          <tr>
            <th scope="col">name</th>
            <th scope="col">state</th>
            <th scope="col">waiting, in order</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ primitive, label, type, state: primitiveState, waiters }) => (
            <tr key={primitive} data-primitive={primitive}>
              <th scope="row">
                <PrimitiveName id={primitive} label={label} />
                {!label.startsWith(type) && <span class="rv-type">{type}</span>}
              </th>
              <td>
                <InlineCode text={primitiveStateText(trace, primitiveState)} />
              </td>
              <td colSpan={2}>
                {waiters.length > 0 && 'waiting: '}
                {waiters.slice(0, MOST_WAITERS).map((waiter, index) => (
                  <>
                    {index > 0 && ', '}
                    <AgentName key={waiter} id={waiter} label={labelOf(trace, waiter)} />
                  </>
                ))}
                {waiters.length > MOST_WAITERS && ` and ${waiters.length - MOST_WAITERS} more`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {primitives.length > shown.length && (
        <p class="rv-none">and {primitives.length - shown.length} more</p>
      )}
    </Part>
  );
}

function busyness({ holders, waiters }: PrimitiveStatus): number {
  return waiters.length * 2 + holders.length;
}
