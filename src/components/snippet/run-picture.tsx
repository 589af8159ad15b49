import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OwnPicture } from './own-picture.tsx';
import type { RunState } from './run-state.ts';

export interface RunPictureProps {
  readonly state: RunState;
  readonly id: string;
  /** The picture of the recording, from the build; null where there is nothing to see. */
  readonly recorded: ComponentChildren;
}

/** The timeline of what the output panel shows: the recording's, or that of the reader's own run. */
export function RunPicture({ state, id, recorded }: RunPictureProps) {
  const [Own, setOwn] = useState<typeof OwnPicture | null>(null);
  const finished = state.phase === 'finished';
  useEffect(() => {
    if (!finished) return;
    import('./own-picture.tsx').then(
      (module) => setOwn(() => module.OwnPicture),
      // Without it, as on a broken connection, the output still stands for itself.
      () => {},
    );
  }, [finished]);
  const own = 'text' in state && state.phase !== 'failed';
  return (
    <div class="snippet-picture">
      {recorded && <div hidden={own}>{recorded}</div>}
      {finished && Own && (
        <div>
          <Own recording={state.result.recording} id={id} />
        </div>
      )}
    </div>
  );
}
