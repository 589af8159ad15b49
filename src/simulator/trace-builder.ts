import { type Outcome, TRACE_VERSION, type Trace, type TraceEvent } from '../trace/schema.ts';
import type { Program } from './simulator.ts';

/** Gathers the events of one run; pieces of output that belong together become one. */
export class TraceBuilder {
  readonly #program: Required<Program>;
  readonly #events: TraceEvent[] = [];

  constructor(program: Required<Program>) {
    this.#program = program;
  }

  add(events: readonly TraceEvent[]): void {
    for (const event of events) {
      const last = this.#events.at(-1);
      if (last && event.kind === 'output' && last.kind === 'output' && continues(last, event)) {
        this.#events[this.#events.length - 1] = { ...last, text: last.text + event.text };
      } else {
        this.#events.push(event);
      }
    }
  }

  /** What there is until now; more may be added after it. */
  soFar(): Trace {
    return { ...this.finish({ kind: 'running' }, null), events: this.#events.slice() };
  }

  /** @param endedNs null where the engine could not say: the time of the last event. */
  finish(outcome: Outcome, endedNs: number | null): Trace {
    const { name, source, seed, schedule } = this.#program;
    return {
      version: TRACE_VERSION,
      origin: 'loopscope',
      clock: 'virtual',
      program: { name, source, seed },
      ...(schedule.policy !== 'fifo' && {
        schedule: { seed: schedule.policy === 'seeded' ? schedule.seed : null },
      }),
      events: this.#events,
      outcome,
      endedNs: endedNs ?? this.#events.at(-1)?.atNs ?? 0,
    };
  }
}

type OutputEvent = Extract<TraceEvent, { kind: 'output' }>;

/** `print` writes a text and its newline apart; readers want the line. */
function continues(last: OutputEvent, next: OutputEvent): boolean {
  return last.stream === next.stream && last.by === next.by && last.atNs === next.atNs;
}
