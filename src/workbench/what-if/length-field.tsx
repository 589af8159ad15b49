import { useState } from 'preact/hooks';
import { onGrid } from './lengths.ts';

export interface LengthFieldProps {
  readonly label: string;
  readonly unit: 's' | 'ms';
  readonly lengthNs: number;
  /** How far the slider goes. */
  readonly sliderNs: number;
  readonly mostNs: number;
  /** Of what may become another length yet. */
  readonly onChange: (lengthNs: number) => void;
  /** It is to be this length. */
  readonly onKeep: () => void;
}

const NS_PER: Record<LengthFieldProps['unit'], number> = { s: 1e9, ms: 1e6 };

const SLIDER_STEPS = 200;

/** A length, on a slider and as a number. */
export function LengthField(props: LengthFieldProps) {
  const { label, unit, lengthNs, mostNs, onChange, onKeep } = props;
  const perUnit = NS_PER[unit];
  // The slider keeps its scale while it is moved.
  const [scaleNs, setScaleNs] = useState<number | null>(null);
  const sliderNs = scaleNs ?? (props.sliderNs || perUnit);
  const stepNs = sliderNs / SLIDER_STEPS;
  const release = () => {
    setScaleNs(null);
    onKeep();
  };
  return (
    <span class="wi-field">
      <input
        type="range"
        aria-label={label}
        aria-valuetext={`${lengthNs / perUnit} ${unit}`}
        min={0}
        max={SLIDER_STEPS}
        value={Math.min(lengthNs / stepNs, SLIDER_STEPS)}
        onInput={({ currentTarget }) => {
          setScaleNs(sliderNs);
          const steps = Number(currentTarget.value);
          onChange(steps === 0 && unit === 'ms' ? 0 : onGrid(steps * stepNs, stepNs / 4));
        }}
        onChange={release}
        onKeyDown={(event) => event.stopPropagation()}
      />
      <input
        type="number"
        aria-label={`${label}, in ${unit === 's' ? 'seconds' : 'milliseconds'}`}
        min={0}
        max={mostNs / perUnit}
        step="any"
        value={lengthNs / perUnit}
        onChange={({ currentTarget }) => {
          const typed = Math.round(currentTarget.valueAsNumber * perUnit);
          if (!(typed >= 0 && typed <= mostNs)) {
            currentTarget.value = String(lengthNs / perUnit);
            return;
          }
          onChange(typed);
          onKeep();
        }}
        onKeyDown={(event) => event.stopPropagation()}
      />
      <span aria-hidden="true">{unit}</span>
    </span>
  );
}
