import { transcriptLines } from '../../analysis/transcript.ts';
import type { Program, Simulator } from '../../simulator/simulator.ts';
import { type EventOf, TRACE_VERSION, type Trace } from '../../trace/schema.ts';
import type { LiveOutput } from './live-run.ts';

export interface ProgramRunOptions {
  readonly program: Program;
  readonly simulator: () => Promise<Simulator>;
  readonly onOutput: (output: LiveOutput) => void;
  /** Stops the run. */
  readonly signal: AbortSignal;
}

/**
 * Runs a program, showing its output at most once a frame. Can be stopped from the first moment.
 *
 * @throws where there is no Python to be had.
 */
export async function runProgram(options: ProgramRunOptions): Promise<Trace> {
  const { program, simulator, onOutput, signal } = options;
  const engine = await Promise.race([prepared(simulator), aborted(signal)]);
  if (!engine) return stoppedBeforeItBegan(program);

  const output: EventOf<'output'>[] = [];
  let nowNs = 0;
  let frame = 0;
  const show = () => {
    frame = 0;
    onOutput({ lines: transcriptLines(output), nowNs });
  };
  show();
  const run = engine.run(program, (events) => {
    for (const event of events) {
      nowNs = event.atNs;
      if (event.kind === 'output') output.push(event);
    }
    if (frame === 0) frame = requestAnimationFrame(show);
  });
  aborted(signal).then(() => run.stop());
  const trace = await run.finished;
  cancelAnimationFrame(frame);
  return trace;
}

async function prepared(simulator: () => Promise<Simulator>): Promise<Simulator> {
  const engine = await simulator();
  await engine.prepare();
  return engine;
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
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
