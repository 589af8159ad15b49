import { useEffect, useRef, useState } from 'preact/hooks';
import type { OutputScript, PlaybackSpeed } from '../../analysis/playback.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { leaveTurn, takeTurn } from '../page-turns.ts';
import { playRecording } from './play-recording.ts';
import type { RunState } from './run-state.ts';

export interface Runner {
  readonly state: RunState;
  readonly busy: boolean;
  /** Plays the recording of the unedited snippet. */
  play(speed: PlaybackSpeed): void;
  /** Runs the reader's own text in the simulator. */
  run(text: string): void;
  stop(): void;
  /** Shows the rest of a recording that plays or was stopped. */
  skip(): void;
  /** Back to the expected output. */
  rest(): void;
}

export interface RunnerOptions {
  readonly expected: OutputScript;
  readonly simulator: () => Promise<Simulator>;
  readonly onEnd: (state: RunState) => void;
}

export function useRun({ expected, simulator, onEnd }: RunnerOptions): Runner {
  const [state, setState] = useState<RunState>({ phase: 'rest' });
  const stopCurrent = useRef<() => void>(() => {});

  const begin = (stop: () => void) => {
    stopCurrent.current();
    stopCurrent.current = stop;
    takeTurn('run', stop);
  };

  const finish = (stop: () => void) => {
    leaveTurn('run', stop);
    if (stopCurrent.current === stop) stopCurrent.current = () => {};
  };

  const end = (next: RunState) => {
    setState(next);
    onEnd(next);
  };

  const play = (speed: PlaybackSpeed) => {
    let nowNs = 0;
    let cancel = () => {};
    const stop = () => {
      cancel();
      finish(stop);
      setState({ phase: 'paused', nowNs });
    };
    begin(stop);
    cancel = playRecording(expected, speed, {
      onFrame(now) {
        nowNs = now;
        setState({ phase: 'playing', nowNs });
      },
      onEnd() {
        finish(stop);
        end({ phase: 'played', nowNs });
      },
    });
  };

  const run = async (text: string) => {
    const abort = new AbortController();
    const stop = () => abort.abort();
    // After another run has begun here, or a reset, this one has nothing more to say.
    const current = () => stopCurrent.current === stop;
    begin(stop);
    setState({ phase: 'preparing', text });
    try {
      const { runLive } = await import('./run-live.ts');
      const result = await runLive({
        source: `${text}\n`,
        expected,
        simulator,
        signal: abort.signal,
        onOutput: (output) => current() && setState({ phase: 'running', text, output }),
      });
      if (current()) end({ phase: 'finished', text, result });
    } catch (error) {
      if (current()) end({ phase: 'failed', text, message: failureMessage(error) });
    } finally {
      finish(stop);
    }
  };

  useEffect(() => () => stopCurrent.current(), []);

  return {
    state,
    busy: ['playing', 'preparing', 'running'].includes(state.phase),
    play,
    run: (text) => void run(text),
    stop: () => stopCurrent.current(),
    skip() {
      stopCurrent.current();
      end({ phase: 'played', nowNs: expected.endedNs });
    },
    rest() {
      stopCurrent.current();
      stopCurrent.current = () => {};
      setState({ phase: 'rest' });
    },
  };
}

function failureMessage(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `Python could not be started: ${reason}. Your edit is kept; check the connection and press Run again.`;
}
