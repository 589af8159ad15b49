import type { Scale } from '../../timeline/scale.ts';

const SCALES: readonly (readonly [Scale, string])[] = [
  ['clock', 'by the clock'],
  ['steps', 'by steps'],
];

export interface ScaleChoiceProps {
  readonly scale: Scale;
  readonly onChoose: (scale: Scale) => void;
}

/** Whether the width stands for time or for steps. */
export function ScaleChoice({ scale, onChoose }: ScaleChoiceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls.
    <span class="rv-scale" role="group" aria-label="Draw">
      {SCALES.map(([value, text]) => (
        <button
          key={value}
          type="button"
          class="rv-button rv-text-button"
          aria-pressed={value === scale}
          onClick={() => onChoose(value)}
        >
          {text}
        </button>
      ))}
    </span>
  );
}
