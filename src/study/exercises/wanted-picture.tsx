import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Trace } from '../../trace/schema.ts';

export interface WantedPictureProps {
  /** Runs the solution. */
  readonly onRun: () => Promise<Trace>;
  /** Whether it is run with other code in some places than the exercise shows. */
  readonly isChanged: boolean;
}

type Wanted = 'unasked' | 'running' | 'failed' | VNode;

/** What a run of the solution looks like, to be compared with the reader's own. */
export function WantedPicture({ onRun, isChanged }: WantedPictureProps) {
  const id = useId();
  const [wanted, setWanted] = useState<Wanted>('unasked');
  const show = async () => {
    setWanted('running');
    try {
      const [trace, { WantedDrawing }] = await Promise.all([
        onRun(),
        import('./wanted-drawing.tsx'),
      ]);
      setWanted(<WantedDrawing trace={trace} id={id} />);
    } catch {
      setWanted('failed');
    }
  };
  if (typeof wanted === 'object') {
    return (
      <figure class="study-wanted">
        {wanted}
        <figcaption>
          The wanted picture: a run of a right program
          {isChanged && ', with the same changes'}.
        </figcaption>
      </figure>
    );
  }
  return (
    <>
      <button type="button" class="study-plain" disabled={wanted === 'running'} onClick={show}>
        Show the wanted picture
      </button>
      {wanted === 'failed' && (
        <p class="study-note">The picture could not be made. Check the connection and try again.</p>
      )}
    </>
  );
}
