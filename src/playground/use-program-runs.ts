import { useEffect, useRef, useState } from 'preact/hooks';
import { type OutputScript, outputScript } from '../analysis/playback.ts';
import type { Program } from '../simulator/simulator.ts';
import type { Recording } from '../trace/recording.ts';
import { runProgram } from '../workbench/run/run-program.ts';
import type { LiveOutput } from '../workbench/run/run-state.ts';
import { sharedSimulator } from '../workbench/run/shared-simulator.ts';

/** Where the run of a program is. */
export type ProgramRun =
  /** Python is on its way. */
  | { readonly phase: 'preparing'; readonly source: string }
  | { readonly phase: 'running'; readonly source: string; readonly output: LiveOutput }
  | { readonly phase: 'finished'; readonly source: string; readonly result: FinishedRun }
  /** There is no Python to be had. */
  | { readonly phase: 'failed'; readonly source: string; readonly message: string };

export interface FinishedRun {
  readonly recording: Recording;
  readonly script: OutputScript;
}

export interface ProgramRuns {
  /** The last run of each program, by the program's id. */
  readonly runs: ReadonlyMap<string, ProgramRun>;
  /** Whose program runs now; one at a time does. */
  readonly busyId: string | null;
  run(id: string, program: Program): void;
  stop(): void;
}

export function useProgramRuns(onEnd: (id: string, run: ProgramRun) => void): ProgramRuns {
  const [runs, setRuns] = useState<ReadonlyMap<string, ProgramRun>>(new Map());
  const [busyId, setBusyId] = useState<string | null>(null);
  const busy = useRef<string | null>(null);
  const current = useRef<AbortController | null>(null);
  const latest = useRef(onEnd);
  latest.current = onEnd;

  const run = async (id: string, program: Program) => {
    current.current?.abort();
    const abort = new AbortController();
    current.current = abort;
    const { source } = program;
    const show = (next: ProgramRun) => setRuns((shown) => new Map(shown).set(id, next));
    const finish = (last: ProgramRun) => {
      show(last);
      latest.current(id, last);
    };
    busy.current = id;
    setBusyId(id);
    show({ phase: 'preparing', source });
    try {
      const recording = await runProgram({
        program,
        simulator: sharedSimulator,
        signal: abort.signal,
        onOutput: (output) => show({ phase: 'running', source, output }),
      });
      const result = { recording, script: outputScript(recording) };
      // The same program may have been begun again meanwhile.
      if (current.current === abort) finish({ phase: 'finished', source, result });
      else if (busy.current !== id) show({ phase: 'finished', source, result });
    } catch (error) {
      if (current.current === abort) finish({ phase: 'failed', source, message: reasonOf(error) });
    } finally {
      if (current.current === abort) {
        current.current = null;
        busy.current = null;
        setBusyId(null);
      }
    }
  };

  useEffect(() => () => current.current?.abort(), []);
  return {
    runs,
    busyId,
    run: (id, program) => void run(id, program),
    stop: () => current.current?.abort(),
  };
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `Python could not be started: ${reason}. Your program is kept; check the connection and press Run again.`;
}
