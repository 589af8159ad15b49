/** The lanes as they were, with what the reader drew laid over them, and the differences in words. */
import { percent } from '../../timeline/measures.ts';
import { TimelinePicture } from '../../timeline/timeline-picture.tsx';
import { InlineCode } from '../../ui/inline-code.tsx';
import {
  type Difference,
  type DrawQuestion,
  endDifferences,
  type RunsAtQuestion,
  rightEnds,
  rightLanes,
  runDifferences,
} from './drawn.ts';

export interface DrawnTruthProps {
  readonly question: DrawQuestion;
  /** Unique in the page. */
  readonly id: string;
  readonly endsNs: readonly number[];
}

export function DrawnTruth({ question, id, endsNs }: DrawnTruthProps) {
  const { truth, lanes, untilNs } = question;
  const right = rightEnds(question, endsNs);
  return (
    <>
      <div class="drawing">
        <TimelinePicture layout={truth} id={id}>
          {truth.rows.map(({ lane, middlePx }, at) => (
            <YourEnd
              key={lane.task}
              middlePx={middlePx}
              at={(endsNs[at] ?? 0) / untilNs}
              endAt={(lanes[at]?.endNs ?? 0) / untilNs}
              right={right[at] ?? false}
            />
          ))}
        </TimelinePicture>
      </div>
      <p class="drawing-note">
        <span class="drawing-key" aria-hidden="true" /> where you ended it
      </p>
      <Differences differences={endDifferences(question, endsNs)} />
    </>
  );
}

interface YourEndProps {
  readonly middlePx: number;
  /** Fractions of the width: the reader's end, and the true one. */
  readonly at: number;
  readonly endAt: number;
  readonly right: boolean;
}

function YourEnd({ middlePx, at, endAt, right }: YourEndProps) {
  const from = Math.min(at, endAt);
  return (
    <div class="drawing-lane" style={`inset-block-start:${middlePx}px`} aria-hidden="true">
      {!right && (
        <span
          class="drawing-gap"
          style={`--at:${percent(from)};width:${percent(Math.abs(at - endAt))}`}
        />
      )}
      <span class="drawing-mark" data-right={right} style={`--at:${percent(at)}`} />
    </div>
  );
}

export interface RunsTruthProps {
  readonly question: RunsAtQuestion;
  readonly id: string;
  readonly chosen: readonly number[];
}

export function RunsTruth({ question, id, chosen }: RunsTruthProps) {
  const { truth, atNs, untilNs } = question;
  const right = rightLanes(question, chosen);
  return (
    <>
      <div class="drawing">
        <TimelinePicture layout={truth} id={id}>
          <div class="drawing-moment" style={`--at:${percent(atNs / untilNs)}`} />
          {truth.rows.map(({ lane, middlePx }, at) => (
            <div
              key={lane.task}
              class="drawing-lane"
              style={`inset-block-start:${middlePx}px`}
              aria-hidden="true"
            >
              {chosen.includes(at) && (
                <span
                  class="drawing-mark"
                  data-right={right[at]}
                  style={`--at:${percent(atNs / untilNs)}`}
                />
              )}
            </div>
          ))}
        </TimelinePicture>
      </div>
      <p class="drawing-note">
        <span class="drawing-key" aria-hidden="true" /> who you said runs
      </p>
      <Differences differences={runDifferences(question, chosen)} />
    </>
  );
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <ul class="drawing-differences">
      {differences.map(({ right, text }) => (
        <li key={text} data-right={right}>
          <span class="snippet-sign" aria-hidden="true">
            {right ? '✓' : '✗'}
          </span>
          <span>
            <InlineCode text={text} />
          </span>
        </li>
      ))}
    </ul>
  );
}
