/**
 * A run as it stands in a page before anyone wants to watch it: the picture and the words from the
 * build, in the place that the view of the run will take. Whatever is pressed wakes that view.
 */
import './run-view.css';
import './timeline-view.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { scaleFor } from '../../timeline/scale-for.ts';
import { defaultPace } from '../play/pace.ts';
import { rememberPace } from '../play/pace-preference.ts';
import { type LitMoment, lightPicture } from './lit-moment.ts';
import { PictureTools } from './picture-tools.tsx';
import { RunBelow } from './run-below.tsx';
import type { RunControl } from './run-control.ts';
import { TransportBar } from './transport-bar.tsx';

export interface RestingViewProps {
  readonly endedNs: number;
  readonly picture: ComponentChildren;
  /** The moment that the reader points at in the text. */
  readonly lit?: LitMoment | null;
  /** The row that the reader points at, from 0; null when at none. */
  readonly onPointRow: (row: number | null) => void;
  /** What the program printed, and what there is to say of it. */
  readonly children?: ComponentChildren;
  /** With what was asked of the view that is not there yet. */
  readonly onWake: (what: (control: RunControl) => void) => void;
}

export function RestingView(props: RestingViewProps) {
  const { endedNs, picture, lit, onPointRow, onWake } = props;
  const timeline = useRef<HTMLDivElement>(null);
  useEffect(
    () => (lit && timeline.current ? lightPicture(timeline.current, lit) : undefined),
    [lit],
  );
  useEffect(() => {
    const drawn = timeline.current?.querySelector<HTMLElement>('.ls-timeline');
    return drawn ? reachWhereItScrolls(drawn) : undefined;
  }, []);
  return (
    <div class="rv not-content" data-resting>
      <div class="rv-top">
        <TransportBar
          scrubbed={0}
          atNs={0}
          extent={`of ${(endedNs / 1e9).toFixed(3)} s`}
          sliderLabel="Time"
          text="At the start"
          playing={false}
          atStart
          atEnd={false}
          pace={defaultPace(endedNs)}
          onPace={(pace) => {
            rememberPace(pace);
            onWake(() => {});
          }}
          onToggle={() => onWake((control) => control.play())}
          onMove={(move) => onWake((control) => control.move(move))}
          onScrub={(to) => onWake((control) => control.moveTo(to * endedNs))}
        />
        <p class="rv-comment" aria-hidden="true">
          <RestingHint />
        </p>
        <div
          ref={timeline}
          class="rv-timeline"
          onPointerMove={({ clientY }) => onPointRow(rowAt(timeline.current, clientY))}
          onPointerLeave={() => onPointRow(null)}
        >
          {picture}
          <p class="rv-readout" />
        </div>
        <PictureTools
          scale={scaleFor({ endedNs })}
          whole
          tabular={false}
          inside={false}
          changing={false}
          onUse={(tool) => onWake((control) => control.use(tool))}
        />
      </div>
      <RunBelow>{props.children}</RunBelow>
    </div>
  );
}

/** Where the playhead speaks of nothing yet. */
export function RestingHint() {
  return <span class="rv-resting-hint">Play it, drag the time, or step with the arrow keys.</span>;
}

function rowAt(timeline: HTMLElement | null, clientY: number): number | null {
  const rows = [...(timeline?.querySelectorAll('.ls-timeline-labels li') ?? [])];
  const at = rows.findIndex((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return clientY >= top && clientY < bottom;
  });
  return at < 0 ? null : at;
}

/** Lets the keyboard reach a picture where its place is too low: in its snippet, or docked beside a text. */
function reachWhereItScrolls(drawn: HTMLElement): () => void {
  drawn.setAttribute('role', 'group');
  drawn.setAttribute('aria-label', 'Timeline');
  const reach = () => {
    if (drawn.scrollHeight > drawn.clientHeight) drawn.tabIndex = 0;
    else drawn.removeAttribute('tabindex');
  };
  const sizes = new ResizeObserver(reach);
  sizes.observe(drawn);
  // Out of sight it is not laid out, and so seems to fit.
  drawn.addEventListener('contentvisibilityautostatechange', reach);
  return () => {
    sizes.disconnect();
    drawn.removeEventListener('contentvisibilityautostatechange', reach);
  };
}
