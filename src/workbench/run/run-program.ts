import { transcriptLines } from '../../analysis/transcript.ts';
import type { Program, Simulator } from '../../simulator/simulator.ts';
import { type EventOf, TRACE_VERSION, type Trace } from '../../trace/schema.ts';
import type { LiveOutput } from './live-run.ts';
import { aborted, preparedSimulator } from './prepared-simulator.ts';

export interface ProgramRunOptions {
  readonly program: Program;
  readonly simulator: () => Promise<Simulator>;
  readonly onOutput: (output: LiveOutput) => void;
  /** Called with what there is of a run that takes long, now and again. */
  readonly onSoFar?: (trace: Trace) => void;
  /** Nothing is said of the run before its clock has come past this. Default: all is. */
  readonly knownNs?: number;
  /** Stops the run. */
  readonly signal: AbortSignal;
}

/** When a run that takes long is shown as far as it has come; then after as many times that. */
const SO_FAR_MS = 700;
const SO_FAR_TIMES = 3;

/** Past so many pieces of output, lines are put together less often than for each frame. */
const MUCH_OUTPUT = 2_000;
const SELDOM_MS = 250;

/**
 * Runs a program, showing its output at most once a frame. Can be stopped from the first moment.
 *
 * @throws where there is no Python to be had.
 */
export async function runProgram(options: ProgramRunOptions): Promise<Trace> {
  const { program, simulator, onOutput, onSoFar, signal, knownNs = -1 } = options;
  const engine = await preparedSimulator(simulator, signal);
  if (!engine) return stoppedBeforeItBegan(program);

  const output: EventOf<'output'>[] = [];
  let nowNs = 0;
  const shown = { cancel: null as (() => void) | null };
  const show = () => {
    shown.cancel = null;
    if (nowNs > knownNs) onOutput({ lines: transcriptLines(output), nowNs });
  };
  show();
  const soFar = repeatedly(() => {
    if (nowNs > knownNs) onSoFar?.(run.soFar());
  });
  let computation = '';
  const run = engine.run(program, (events) => {
    const before = computation;
    for (const event of events) {
      nowNs = event.atNs;
      if (event.kind === 'output') output.push(event);
      else if (event.kind === 'computing') computation = `${event.by} since ${event.fromNs}`;
    }
    // What holds a loop is told as soon as it is known.
    if (computation !== before) soFar.soon();
    shown.cancel ??= output.length < MUCH_OUTPUT ? onFrame(show) : after(SELDOM_MS, show);
  });
  aborted(signal).then(() => run.stop());
  const trace = await run.finished;
  soFar.stop();
  shown.cancel?.();
  return trace;
}

/** Calls it after {@link SO_FAR_MS}, and then less and less often. */
function repeatedly(action: () => void) {
  let waitedMs = SO_FAR_MS;
  const act = () => {
    waitedMs *= SO_FAR_TIMES;
    cancel = after(waitedMs, act);
    action();
  };
  let cancel = after(waitedMs, act);
  return {
    /** Once more now, that is, when what has just come in is read. */
    soon() {
      cancel();
      cancel = after(0, act);
    },
    stop: () => cancel(),
  };
}

function onFrame(action: () => void): () => void {
  const frame = requestAnimationFrame(action);
  return () => cancelAnimationFrame(frame);
}

function after(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}

function stoppedBeforeItBegan({ source, name = 'main.py', seed = 0 }: Program): Trace {
  return {
    version: TRACE_VERSION,
    origin: 'loopscope',
    clock: 'virtual',
    program: { name, source, seed },
    events: [],
    outcome: { kind: 'stopped' },
    endedNs: 0,
  };
}
