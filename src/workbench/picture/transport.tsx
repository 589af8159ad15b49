import { stepCount } from '../../analysis/steps.ts';
import { isEnd, type Position } from '../../timeline/position.ts';
import { drawnNs, drawnTrace, positionOn, type Scale } from '../../timeline/scale.ts';
import type { Trace } from '../../trace/schema.ts';
import { TransportBar, type TransportBarProps } from './transport-bar.tsx';

export interface TransportProps
  extends Pick<TransportBarProps, 'playing' | 'pace' | 'text' | 'onPace' | 'onToggle' | 'onMove'> {
  readonly trace: Trace;
  readonly scale: Scale;
  readonly position: Position;
  readonly onScrub: (position: Position) => void;
}

/** Play, step, and a slider over the run, on the scale of the picture. */
export function Transport({ trace, scale, position, onScrub, ...props }: TransportProps) {
  const { endedNs } = drawnTrace(trace, scale);
  return (
    <TransportBar
      {...props}
      scrubbed={endedNs > 0 ? drawnNs(position, scale) / endedNs : 0}
      atNs={position.atNs}
      extent={`step ${position.step + 1} of ${stepCount(trace)}`}
      sliderLabel={scale === 'clock' ? 'Time' : 'Step'}
      atStart={position.step < 0}
      atEnd={isEnd(trace, position)}
      onScrub={(to) => onScrub(positionOn(trace, to * endedNs, scale))}
    />
  );
}
