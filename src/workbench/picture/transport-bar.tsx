import { formatSeconds } from '../../analysis/transcript.ts';
import { PACES, type Pace } from '../play/pace.ts';
import { Icon, type IconName } from './icons.tsx';
import type { Move } from './moves.ts';
import './transport-bar.css';

export interface TransportBarProps {
  /** Where the playhead stands on the scale, from 0 to 1. */
  readonly scrubbed: number;
  readonly atNs: number;
  /** Beneath the time: which step of how many. */
  readonly extent: string;
  /** What the slider goes along: `Time` or `Step`. */
  readonly sliderLabel: string;
  /** Where the playhead stands, in words. */
  readonly text: string;
  readonly playing: boolean;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly pace: Pace;
  readonly onPace: (pace: Pace) => void;
  /** Plays, or pauses. */
  readonly onToggle: () => void;
  readonly onMove: (move: Move) => void;
  /** With a place on the scale, from 0 to 1. */
  readonly onScrub: (to: number) => void;
}

/** More than a slider has pixels. Arrow keys go by steps and instants, whatever it is drawn on. */
const SCRUBBER_STOPS = 10_000;

/** Play, step, and a slider over a run. It knows no trace: a picture at rest has one as well. */
export function TransportBar(props: TransportBarProps) {
  const { scrubbed, playing, atStart, atEnd, pace, onMove } = props;
  return (
    <div class="rv-transport">
      <div class="rv-buttons">
        <Button
          icon="start"
          label="To the start (Home)"
          off={atStart}
          onClick={() => onMove('start')}
        />
        <Button
          icon="back"
          label="Step back (Left arrow)"
          off={atStart}
          onClick={() => onMove('back')}
        />
        <button
          type="button"
          class="rv-button rv-play"
          title={playing ? 'Pause (Space)' : 'Play (Space)'}
          aria-label={playing ? 'Pause' : 'Play'}
          onClick={props.onToggle}
        >
          <Icon name={playing ? 'pause' : 'play'} />
        </button>
        <Button
          icon="forward"
          label="Step forward (Right arrow)"
          off={atEnd}
          onClick={() => onMove('forward')}
        />
        <Button icon="end" label="To the end (End)" off={atEnd} onClick={() => onMove('end')} />
      </div>
      <input
        type="range"
        class="rv-scrubber"
        aria-label={props.sliderLabel}
        aria-valuetext={props.text}
        min={0}
        max={SCRUBBER_STOPS}
        value={Math.round(scrubbed * SCRUBBER_STOPS)}
        style={{ '--rv-scrubbed': scrubbed }}
        onInput={(event) => props.onScrub(Number(event.currentTarget.value) / SCRUBBER_STOPS)}
      />
      <span class="rv-clock" aria-hidden="true">
        <b>{formatSeconds(props.atNs)} s</b>
        <span>{props.extent}</span>
      </span>
      <label class="rv-pace">
        <span class="sr-only">Pace</span>
        <select value={pace} onChange={(event) => props.onPace(event.currentTarget.value as Pace)}>
          {Object.entries(PACES).map(([value, text]) => (
            <option key={value} value={value} selected={value === pace}>
              {text}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface ButtonProps {
  readonly icon: IconName;
  readonly label: string;
  /** Nothing to do; it keeps the focus all the same. */
  readonly off?: boolean;
  readonly onClick: () => void;
}

export function Button({ icon, label, off, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      class="rv-button"
      title={label}
      aria-label={label.replace(/ \(.*/, '')}
      aria-disabled={off || undefined}
      onClick={() => !off && onClick()}
    >
      <Icon name={icon} />
    </button>
  );
}
