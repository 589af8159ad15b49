/** The insights of a run as lines for a terminal. */
import { type Insight, insightsOf } from '../insights/insight.ts';
import { restOf, verdictOf } from '../insights/verdict.ts';
import { tellOutcome } from '../insights/words/outcome.ts';
import { tellEnd } from '../insights/words/tell-end.ts';
import { tellInsight } from '../insights/words/tell-insight.ts';
import { TRACE_VERSION, type Trace, type TracedProgram, type TraceEvent } from '../trace/schema.ts';

/** How it went, as the page says it, and what else there is to know: the most important first. */
export function explain(trace: Trace): readonly string[] {
  const verdict = verdictOf(trace);
  const said = [verdict.text, ...verdict.more].join(' ');
  const { outcome } = trace;
  const { summary, detail } = tellOutcome(outcome);
  const isToSay = outcome.kind === 'limited' && !said.startsWith(summary);
  return [
    said,
    ...(isToSay ? [detail === '' ? summary : `${summary} ${detail}`] : []),
    ...restOf(insightsOf(trace), verdict).map((insight) => tellInsight(trace, insight)),
  ];
}

/** What there is to say of the end of a run, whether or not the rest is asked for. */
export function lastWords(trace: Trace): readonly string[] {
  const { outcome } = trace;
  if (outcome.kind === 'exited') return [];
  const { summary, detail } = tellOutcome(outcome);
  return [detail === '' ? summary : `${summary} ${detail}`, ...tellEnd(trace)];
}

/** Tells of a long computation while it still goes on, each once. */
export class LiveExplainer {
  readonly #events: TraceEvent[] = [];
  readonly #told = new Set<string>();
  readonly #program: TracedProgram;

  constructor(program: TracedProgram) {
    this.#program = program;
  }

  add(events: readonly TraceEvent[]): readonly string[] {
    for (const event of events) this.#events.push(event);
    const computing = events.findLast(({ kind }) => kind === 'computing');
    if (computing?.kind !== 'computing') return [];
    const key = `${computing.by} ${computing.fromNs}`;
    if (this.#told.has(key)) return [];
    this.#told.add(key);
    const soFar: Trace = {
      version: TRACE_VERSION,
      origin: 'loopscope',
      clock: 'virtual',
      program: this.#program,
      events: this.#events.slice(),
      outcome: { kind: 'running' },
      endedNs: computing.atNs,
    };
    const isNow = ({ kind }: Insight) => kind === 'computing';
    return insightsOf(soFar)
      .filter(isNow)
      .map((insight) => tellInsight(soFar, insight));
  }
}
