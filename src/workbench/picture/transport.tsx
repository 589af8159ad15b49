import { stepCount } from '../../analysis/steps.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import type { Position } from '../../timeline/position.ts';
import { drawnNs, drawnTrace, positionOn, type Scale } from '../../timeline/scale.ts';
import type { Trace } from '../../trace/schema.ts';
import { PACES, type Pace } from '../play/pace.ts';
import { Icon, type IconName } from './icons.tsx';
import type { Move } from './moves.ts';
import './transport.css';

export interface TransportProps {
  readonly trace: Trace;
  readonly scale: Scale;
  readonly position: Position;
  readonly playing: boolean;
  readonly pace: Pace;
  /** Where the playhead stands, in words. */
  readonly text: string;
  readonly onPace: (pace: Pace) => void;
  /** Plays, or pauses. */
  readonly onToggle: () => void;
  readonly onMove: (move: Move) => void;
  readonly onScrub: (position: Position) => void;
}

/** More than a slider has pixels. Arrow keys go by steps and instants, whatever it is drawn on. */
const SCRUBBER_STOPS = 10_000;

/** Play, step, and a slider over the run, on the scale of the picture. */
export function Transport(props: TransportProps) {
  const { trace, scale, position, playing, pace } = props;
  const drawn = drawnTrace(trace, scale);
  const scrubbed = drawn.endedNs > 0 ? drawnNs(position, scale) / drawn.endedNs : 0;
  const count = stepCount(trace);
  const atStart = position.step < 0;
  const atEnd = position.step >= count - 1 && position.atNs >= trace.endedNs;
  return (
    <div class="rv-transport">
      <div class="rv-buttons">
        <Button
          icon="start"
          label="To the start (Home)"
          off={atStart}
          onClick={() => props.onMove('start')}
        />
        <Button
          icon="back"
          label="Step back (Left arrow)"
          off={atStart}
          onClick={() => props.onMove('back')}
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
          onClick={() => props.onMove('forward')}
        />
        <Button
          icon="end"
          label="To the end (End)"
          off={atEnd}
          onClick={() => props.onMove('end')}
        />
      </div>
      <input
        type="range"
        class="rv-scrubber"
        aria-label={scale === 'clock' ? 'Time' : 'Step'}
        aria-valuetext={props.text}
        min={0}
        max={SCRUBBER_STOPS}
        value={Math.round(scrubbed * SCRUBBER_STOPS)}
        style={{ '--rv-scrubbed': scrubbed }}
        onInput={(event) => {
          const ns = (Number(event.currentTarget.value) / SCRUBBER_STOPS) * drawn.endedNs;
          props.onScrub(positionOn(trace, ns, scale));
        }}
      />
      <span class="rv-clock" aria-hidden="true">
        <b>{formatSeconds(position.atNs)} s</b>
        <span>
          step {position.step + 1} of {count}
        </span>
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
