import { useEffect, useRef, useState } from 'preact/hooks';
import type { OutputScript } from '../../analysis/playback.ts';
import { leaveTurn, takeTurn } from '../../workbench/page-turns.ts';
import { NS_PER_MS, type Pace } from '../../workbench/play/pace.ts';
import { playTime } from '../../workbench/play/play-time.ts';
import { useRun } from '../../workbench/run/use-runs.ts';
import type { SnippetRun } from './snippet-run.ts';

export interface SnippetRunner {
  readonly state: SnippetRun;
  readonly busy: boolean;
  /** Plays the recording of the unedited snippet. */
  play(pace: Pace): void;
  /** Runs the reader's own program in the simulator. */
  run(source: string): void;
  stop(): void;
  /** Lets a program of the reader's go further that was not at its end, or takes it for stopped. */
  goOn(): void;
  settle(): void;
  /** Shows the rest of a recording that plays or was stopped. */
  skip(): void;
  /** Back to the expected output. */
  rest(): void;
}

type Played = Exclude<SnippetRun, { readonly source: string }>;

const AT_REST: Played = { phase: 'rest' };

export interface SnippetRunnerOptions {
  readonly expected: OutputScript;
  readonly onEnd: (state: SnippetRun) => void;
}

/** What the Run button of a snippet does: the recording plays, or the reader's own text runs. */
export function useSnippetRun({ expected, onEnd }: SnippetRunnerOptions): SnippetRunner {
  const [played, setPlayed] = useState<Played>(AT_REST);
  const stopPlaying = useRef(() => {});
  const live = useRun({
    async conclusion() {
      const { compareRun } = await import('./compare-run.ts');
      return (trace) => compareRun(trace, expected);
    },
    onEnd,
  });

  const end = (state: Played) => {
    setPlayed(state);
    onEnd(state);
  };
  const rest = () => {
    stopPlaying.current();
    live.forget();
    setPlayed(AT_REST);
  };
  const play = (pace: Pace) => {
    rest();
    let nowNs = 0;
    let cancel = () => {};
    const finish = () => {
      leaveTurn('run', stop);
      stopPlaying.current = () => {};
    };
    const stop = () => {
      cancel();
      finish();
      setPlayed({ phase: 'paused', nowNs });
    };
    stopPlaying.current = stop;
    takeTurn('run', stop);
    cancel = playTime({
      fromNs: 0,
      toNs: expected.endedNs,
      nsPerMs: NS_PER_MS[pace],
      onFrame(now) {
        nowNs = now;
        setPlayed({ phase: 'playing', nowNs });
      },
      onEnd() {
        finish();
        end({ phase: 'played', nowNs });
      },
    });
  };

  useEffect(() => () => stopPlaying.current(), []);

  return {
    state: live.run ?? played,
    busy: live.busy || played.phase === 'playing',
    play,
    run(source) {
      rest();
      live.start({ source });
    },
    stop() {
      stopPlaying.current();
      live.stop();
    },
    goOn: live.goOn,
    settle: live.settle,
    skip() {
      rest();
      end({ phase: 'played', nowNs: expected.endedNs });
    },
    rest,
  };
}
