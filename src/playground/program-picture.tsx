import { useEffect, useState } from 'preact/hooks';
import type { Pointed } from '../timeline/related.ts';
import type { Trace } from '../trace/schema.ts';
import type { Moment, RunView } from '../workbench/picture/run-view.tsx';

export interface ProgramPictureProps {
  /** The program that was run. */
  readonly source: string;
  readonly trace: Trace;
  /** The line of code or of output that the reader points at. */
  readonly pointed: Pointed | null;
  /** What code and output are to show while the playhead stands somewhere. */
  readonly onMoment: (moment: Moment | null) => void;
}

/** The run to be watched: timeline, playhead and inspector, loaded when there is a run. */
export function ProgramPicture({ source, trace, pointed, onMoment }: ProgramPictureProps) {
  const [View, setView] = useState<typeof RunView | null>(null);
  useEffect(() => {
    import('../workbench/picture/run-view.tsx').then(
      (module) => setView(() => module.RunView),
      // Without it, as on a broken connection, the output still stands for itself.
      () => {},
    );
    return () => onMoment(null);
  }, []);
  const ran = trace.events.some(({ kind }) => kind === 'task-created' || kind === 'thread-started');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it.
    <section class="playground-picture" aria-label="Timeline" tabIndex={0}>
      {!ran && <p class="snippet-no-picture">No task was made in this run.</p>}
      {ran && View && (
        <View
          trace={trace}
          source={source}
          pointed={pointed}
          // What the program printed stays in view until the reader goes back in time.
          opening="end"
          onMoment={onMoment}
        />
      )}
    </section>
  );
}
