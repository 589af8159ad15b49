import { useContext } from 'preact/hooks';
import type { Scale } from '../../timeline/scale.ts';
import { WhatIfContext } from '../what-if/what-if-context.ts';
import { ScaleChoice } from './scale-choice.tsx';
import { Button } from './transport-bar.tsx';

/** What the reader may want of a picture, besides to play it. */
export type PictureTool =
  | Scale
  | 'earlier'
  | 'later'
  | 'closer'
  | 'further'
  | 'fit'
  | 'table'
  | 'inside'
  | 'what-if';

export interface PictureToolsProps {
  readonly scale: Scale;
  /** Whether the whole run is in the picture. */
  readonly whole: boolean;
  /** Whether the run is shown as a table. */
  readonly tabular: boolean;
  /** Whether the loop is unfolded. */
  readonly inside: boolean;
  /** Whether the waits that can be changed are unfolded. */
  readonly changing: boolean;
  readonly onUse: (tool: PictureTool) => void;
}

/** What changes the view of a run. A picture at rest has the same, so that nothing moves when it wakes. */
export function PictureTools(props: PictureToolsProps) {
  const { scale, whole, tabular, inside, changing, onUse } = props;
  const canChange = useContext(WhatIfContext) !== null;
  return (
    <div class="rv-tools">
      <ScaleChoice scale={scale} onChoose={onUse} />
      {!whole && (
        <>
          <Button icon="earlier" label="Earlier" onClick={() => onUse('earlier')} />
          <Button icon="later" label="Later" onClick={() => onUse('later')} />
        </>
      )}
      <Button icon="further" label="Zoom out (-)" off={whole} onClick={() => onUse('further')} />
      <Button icon="closer" label="Zoom in (+)" onClick={() => onUse('closer')} />
      <Button icon="fit" label="Show the whole run (0)" off={whole} onClick={() => onUse('fit')} />
      <button
        type="button"
        class="rv-button rv-text-button"
        aria-pressed={tabular}
        onClick={() => onUse('table')}
      >
        {tabular ? 'As a timeline' : 'As a table'}
      </button>
      <button
        type="button"
        class="rv-button rv-text-button"
        aria-expanded={inside}
        onClick={() => onUse('inside')}
      >
        Inside the loop
      </button>
      {canChange && (
        <button
          type="button"
          class="rv-button rv-text-button"
          aria-expanded={changing}
          onClick={() => onUse('what-if')}
        >
          What if
        </button>
      )}
    </div>
  );
}
