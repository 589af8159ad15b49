import { useRef } from 'preact/hooks';
import type { LoopState } from '../../analysis/loop-state.ts';
import type { Trace } from '../../trace/schema.ts';
import { InspectorLoop } from './inspector-loop.tsx';
import { InspectorPrimitives } from './inspector-primitives.tsx';
import { InspectorTasks } from './inspector-tasks.tsx';
import { useFlights } from './use-flights.ts';
import './inspector.css';

export interface InspectorProps {
  readonly trace: Trace;
  readonly state: LoopState;
  readonly over: boolean;
}

/** The event loop and everything that waits in it, at one moment. What changes its place moves. */
export function Inspector({ trace, state, over }: InspectorProps) {
  const box = useRef<HTMLDivElement>(null);
  useFlights(box, state);
  return (
    <div ref={box} class="rv-inspector">
      <InspectorLoop trace={trace} state={state} over={over} />
      <InspectorPrimitives trace={trace} state={state} />
      <InspectorTasks trace={trace} state={state} />
    </div>
  );
}
