/** What belongs to what a reader points at: a task's line, a line's output, a lock's holder. */
import { analysisOf } from '../analysis/analysis.ts';
import type { LoopState } from '../analysis/loop-state.ts';
import { mainLine } from '../analysis/main-line.ts';
import type { TranscriptLine } from '../analysis/transcript.ts';
import type { AgentId, PrimitiveId, Trace } from '../trace/schema.ts';

/** An output line is numbered as `transcriptLines` has them, from 0. */
export interface Pointed {
  readonly kind: 'agent' | 'line' | 'primitive' | 'output';
  readonly id: number;
}

export interface Related {
  readonly agents: ReadonlySet<AgentId>;
  readonly lines: ReadonlySet<number>;
  readonly primitives: ReadonlySet<PrimitiveId>;
  readonly output: ReadonlySet<number>;
}

export const NOTHING: Related = {
  agents: new Set(),
  lines: new Set(),
  primitives: new Set(),
  output: new Set(),
};

export function relatedTo(trace: Trace, state: LoopState, { kind, id }: Pointed): Related {
  const { output } = analysisOf(trace);
  const outputOf = (is: (line: TranscriptLine) => boolean) =>
    new Set(output.flatMap((line, index) => (is(line) ? [index] : [])));
  const agents = [
    ...state.tasks.map((task) => ({ ...task, agent: task.task })),
    ...state.threads.map((thread) => ({ ...thread, agent: thread.thread })),
  ];
  switch (kind) {
    case 'agent': {
      const own = agents.find(({ agent }) => agent === id);
      return {
        agents: new Set([id]),
        lines: new Set(own?.line && own.status !== 'finished' ? [own.line] : []),
        primitives: new Set(
          state.primitives
            .filter(({ holders, waiters }) => holders.includes(id) || waiters.includes(id))
            .map(({ primitive }) => primitive),
        ),
        output: outputOf(({ by }) => by === id),
      };
    }
    case 'line': {
      const atLine = agents.filter(({ line, status }) => line === id && status !== 'finished');
      return {
        ...NOTHING,
        lines: new Set([id]),
        agents: new Set(atLine.map(({ agent }) => agent)),
        output: outputOf(({ location }) => mainLine(location) === id),
      };
    }
    case 'primitive': {
      const pointed = state.primitives.find(({ primitive }) => primitive === id);
      const involved = new Set([...(pointed?.holders ?? []), ...(pointed?.waiters ?? [])]);
      const lines = agents.flatMap(({ agent, line }) =>
        line !== null && pointed?.waiters.includes(agent) ? [line] : [],
      );
      return {
        agents: involved,
        lines: new Set(lines),
        primitives: new Set([id]),
        output: new Set(),
      };
    }
    case 'output': {
      const written = output[id];
      if (!written) return NOTHING;
      const line = mainLine(written.location);
      return {
        agents: new Set([written.by]),
        lines: new Set(line === null ? [] : [line]),
        primitives: new Set(),
        output: new Set([id]),
      };
    }
  }
}
