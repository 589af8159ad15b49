import { useEffect, useId, useState } from 'preact/hooks';
import type { Recording } from '../../recording/recording.ts';
import type { OwnPicture } from '../snippet/own-picture.tsx';

export interface ProgramPictureProps {
  /** The program that was run. */
  readonly source: string;
  readonly recording: Recording;
}

/** The run to look at. This is the one place of the playground and of embeds that shows it. */
export function ProgramPicture({ recording }: ProgramPictureProps) {
  const [View, setView] = useState<typeof OwnPicture | null>(null);
  const id = useId();
  useEffect(() => {
    import('../snippet/own-picture.tsx').then(
      (module) => setView(() => module.OwnPicture),
      // Without it, as on a broken connection, the output still stands for itself.
      () => {},
    );
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it.
    <section class="playground-picture" aria-label="Timeline" tabIndex={0}>
      {View && <View recording={recording} id={`${id}-picture`} />}
    </section>
  );
}
