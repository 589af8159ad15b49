/** What was put off in a run that asyncio allows, in words. */
import { analysisOf } from '../../analysis/analysis.ts';
import type { EventOf, Trace } from '../../trace/schema.ts';
import { agentText, onLine, sentenceCase, timeText } from './phrases.ts';

type PutOff = EventOf<'put-off'>;
type Interrupted = EventOf<'interrupted'>;

/** ``"The timer of `b`, due at 1.000, was put off by 1 ms."`` */
export function lateWords(trace: Trace): string[] {
  return trace.events
    .filter(
      (event): event is PutOff | Interrupted =>
        event.kind === 'put-off' || event.kind === 'interrupted',
    )
    .map((event) =>
      event.kind === 'interrupted'
        ? `${tellInterruption(trace, event)}.`
        : `${tellPutOff(trace, event)}.`,
    );
}

/** The same of one, without a full stop. */
export function tellPutOff(trace: Trace, event: PutOff): string {
  return `${subject(trace, event)} ${latenessText(event.byNs)}`;
}

/** `"put off by 1 ms"`; what is only put behind others has no length worth telling. */
function latenessText(byNs: number): string {
  if (byNs < LEAST_TOLD_NS) return 'put just behind what was due at the same instant';
  return `put off by ${Number((byNs / 1e6).toFixed(1))} ms`;
}

const LEAST_TOLD_NS = 100_000;

/** ``"Thread `work` was interrupted on line 9 at 0.000, and other threads went first"`` */
export function tellInterruption(
  trace: Trace,
  { thread, location, atNs, byNs }: Interrupted,
): string {
  const analysis = analysisOf(trace);
  const where = `${agentText(analysis, thread)} was interrupted${onLine(analysis, location)} at ${timeText(atNs)}`;
  return byNs < LEAST_TOLD_NS
    ? `${sentenceCase(where)}, and other threads went first`
    : `${sentenceCase(where)}, and went on ${Number((byNs / 1e6).toFixed(1))} ms later at the earliest`;
}

/** It may never have come: a timer can be cancelled. So it is told what was decided, not what came. */
function subject(trace: Trace, { what, of, atNs, dueNs }: PutOff): string {
  const whose = of === null ? '' : ` of ${agentText(analysisOf(trace), of)}`;
  const due = timeText(Math.max(dueNs, atNs));
  switch (what) {
    case 'timer':
      return `The timer${whose}, due at ${due}, was`;
    case 'sleep':
      return `The end of the wait${whose}, due at ${due}, was`;
    case 'wake':
      return `The turn of a thread that was woken at ${timeText(atNs)} was`;
    case 'arrival':
      return `What was sent at ${timeText(atNs)}, due at ${due}, was`;
    case 'start':
      return `What was started at ${timeText(atNs)}, due to begin at ${due}, was`;
  }
}
