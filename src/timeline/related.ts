/** What belongs to what a reader points at: a task's line, a line's output, a lock's holder. */
import type { LoopState } from '../analysis/loop-state.ts';
import { perRecording } from '../analysis/per-recording.ts';
import type { AgentId, PrimitiveId, Recording } from '../trace/recording.ts';

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

export function relatedTo(recording: Recording, state: LoopState, { kind, id }: Pointed): Related {
  const sources = outputSources(recording);
  const outputOf = (is: (source: OutputSource) => boolean) =>
    new Set(sources.flatMap((source, index) => (is(source) ? [index] : [])));
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
        output: outputOf(({ line }) => line === id),
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
      const source = sources[id];
      if (!source) return NOTHING;
      return {
        agents: new Set([source.by]),
        lines: new Set(source.line === null ? [] : [source.line]),
        primitives: new Set(),
        output: new Set([id]),
      };
    }
  }
}

interface OutputSource {
  readonly by: AgentId;
  /** The line of the program that printed it, as far as that was recorded. */
  readonly line: number | null;
}

/** For each line of output, who began it and where. */
const outputSources = perRecording(({ events }: Recording): readonly OutputSource[] => {
  const reached = new Map<AgentId, number>();
  const open = { stdout: false, stderr: false };
  const sources: OutputSource[] = [];
  for (const event of events) {
    if (event.kind === 'line') reached.set(event.by, event.line);
    if (event.kind !== 'output' || event.text === '') continue;
    const pieces = event.text.split('\n');
    const isEnded = pieces.at(-1) === '';
    const begun = pieces.length - (isEnded ? 1 : 0) - (open[event.stream] ? 1 : 0);
    const source = { by: event.by, line: reached.get(event.by) ?? null };
    for (let line = 0; line < begun; line += 1) sources.push(source);
    open[event.stream] = !isEnded;
  }
  return sources;
});
