/** Lanes to be drawn on: one slider a lane, which is the end of its bar. */
import { emptied } from '../../timeline/emptied.ts';
import { percent } from '../../timeline/measures.ts';
import { TimelinePicture } from '../../timeline/timeline-picture.tsx';
import { type DrawQuestion, secondsOf } from './drawn.ts';

export interface LaneSlidersProps {
  readonly question: DrawQuestion;
  /** Unique in the page. */
  readonly id: string;
  /** Of each lane, where its bar ends; null where none is drawn yet. */
  readonly endsNs: readonly (number | null)[];
  readonly onChange: (endsNs: readonly (number | null)[]) => void;
}

export function LaneSliders({ question, id, endsNs, onChange }: LaneSlidersProps) {
  const { lanes, stepNs, untilNs, toleranceNs } = question;
  const empty = emptied(question.truth, question.bareAxis);
  const set = (index: number, ns: number) =>
    onChange(lanes.map((_, at) => (at === index ? ns : (endsNs[at] ?? null))));
  return (
    <>
      <div class="drawing">
        <TimelinePicture layout={empty} id={id}>
          {empty.rows.map(({ lane, label, middlePx }, at) => (
            <LaneSlider
              key={lane.task}
              label={label}
              middlePx={middlePx}
              endNs={endsNs[at] ?? null}
              stepNs={stepNs}
              untilNs={untilNs}
              onEnd={(ns) => set(at, ns)}
            />
          ))}
        </TimelinePicture>
      </div>
      <p class="drawing-note">
        Drag, or use the arrow keys. Within {secondsOf(toleranceNs)} s counts as right.
      </p>
    </>
  );
}

interface LaneSliderProps {
  readonly label: string;
  readonly middlePx: number;
  readonly endNs: number | null;
  readonly stepNs: number;
  readonly untilNs: number;
  readonly onEnd: (ns: number) => void;
}

function LaneSlider({ label, middlePx, endNs, stepNs, untilNs, onEnd }: LaneSliderProps) {
  const steps = Math.floor(untilNs / stepNs);
  const at = (endNs ?? 0) / untilNs;
  const give = (event: { readonly currentTarget: HTMLInputElement }) =>
    onEnd(Math.round(event.currentTarget.valueAsNumber * stepNs));
  return (
    <div
      class="drawing-lane"
      data-empty={endNs === null || undefined}
      data-late={at > 0.75 || undefined}
      style={`--at:${percent(at)};inset-block-start:${middlePx}px`}
    >
      <span class="drawing-bar" />
      <input
        type="range"
        aria-label={`${label} ends at`}
        aria-valuetext={endNs === null ? 'not drawn yet' : `${secondsOf(endNs)} seconds`}
        min={0}
        max={steps}
        step={1}
        value={Math.round((endNs ?? 0) / stepNs)}
        style={`width:calc(${percent((steps * stepNs) / untilNs)} + var(--drawing-grip))`}
        onInput={give}
        // A bar may be left at 0: nothing changes then, and yet that is what is meant.
        onClick={give}
        onKeyDown={(event) => {
          if (endNs === null && /^(Home|Enter| )$/.test(event.key)) give(event);
        }}
      />
      <output class="drawing-time" aria-hidden="true">
        {endNs === null ? 'drag' : secondsOf(endNs)}
      </output>
    </div>
  );
}
