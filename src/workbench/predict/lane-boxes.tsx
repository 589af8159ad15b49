/** Lanes with a marked moment: one box a lane, for who runs then. */
import { emptied } from '../../timeline/emptied.ts';
import { percent } from '../../timeline/measures.ts';
import { TimelinePicture } from '../../timeline/timeline-picture.tsx';
import { type RunsAtQuestion, secondsOf } from './drawn.ts';

export interface LaneBoxesProps {
  readonly question: RunsAtQuestion;
  /** Unique in the page. */
  readonly id: string;
  /** Indices of lanes. */
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}

export function LaneBoxes({ question, id, chosen, onChange }: LaneBoxesProps) {
  const { atNs, untilNs } = question;
  const empty = emptied(question.truth, question.bareAxis);
  const toggle = (at: number) =>
    onChange(chosen.includes(at) ? chosen.filter((each) => each !== at) : [...chosen, at]);
  return (
    <div class="drawing">
      <TimelinePicture layout={empty} id={id}>
        <div class="drawing-moment" style={`--at:${percent(atNs / untilNs)}`} />
        {empty.rows.map(({ lane, label, middlePx }, at) => (
          <label
            key={lane.task}
            class="drawing-box"
            style={`--at:${percent(atNs / untilNs)};inset-block-start:${middlePx}px`}
          >
            <input
              type="checkbox"
              aria-label={`${label} runs at ${secondsOf(atNs)}`}
              checked={chosen.includes(at)}
              onChange={() => toggle(at)}
            />
          </label>
        ))}
      </TimelinePicture>
    </div>
  );
}
