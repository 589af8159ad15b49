import { useContext } from 'preact/hooks';
import { changesSomething } from '../../simulator/what-if.ts';
import { changesText } from './changes.ts';
import { WhatIfContext } from './what-if-context.ts';
import './what-if-chip.css';

export interface WhatIfChipProps {
  /** Opens the list of what is changed; none where there is no picture. */
  readonly onChoose: (() => void) | undefined;
}

/** Says that a run is not what the program alone comes to, and what was changed in the code. */
export function WhatIfChip({ onChoose }: WhatIfChipProps) {
  const control = useContext(WhatIfContext);
  if (!control) return null;
  const { inForce, edit } = control;
  if (!changesSomething(inForce) && !edit) return null;
  return (
    <div class="wi-chips">
      {changesSomething(inForce) && (
        <span class="wi-chip">
          {onChoose ? (
            <button type="button" class="wi-words" title="Show what is changed" onClick={onChoose}>
              {changesText(inForce)}
            </button>
          ) : (
            <span class="wi-words">{changesText(inForce)}</span>
          )}
          <button type="button" class="wi-back" onClick={() => control.takeAllBack()}>
            Take back
          </button>
        </span>
      )}
      {edit && (
        <span class="wi-chip" data-edit>
          <span class="wi-words">
            In the code: <code>{edit.call}</code> {edit.before} → {edit.after}
          </span>
          <button type="button" class="wi-back" onClick={() => control.undoEdit()}>
            Undo
          </button>
        </span>
      )}
    </div>
  );
}
