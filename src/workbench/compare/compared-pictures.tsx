import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { stateAt } from '../../analysis/state-at.ts';
import { comparedShapes } from '../../timeline/compared-shapes.ts';
import { laneTextAt } from '../../timeline/lane-at.ts';
import { lineMarks } from '../../timeline/line-marks.ts';
import { drawing, drawnNs, positionOn, type Scale } from '../../timeline/scale.ts';
import { scaleFor } from '../../timeline/scale-for.ts';
import { secondsText } from '../../timeline/seconds.ts';
import { momentText } from '../../timeline/step-words.ts';
import { isWhole, pan, reveal, zoom } from '../../timeline/viewport.ts';
import type { Window } from '../../timeline/window.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import { type Move, moveOfKey } from '../picture/moves.ts';
import { LateKey } from '../picture/row-lates.tsx';
import type { Moment } from '../picture/run-view.tsx';
import { ScaleChoice } from '../picture/scale-choice.tsx';
import { Button, TransportBar } from '../picture/transport-bar.tsx';
import { useVisibleRows } from '../picture/use-visible-rows.ts';
import { defaultPace, type Pace } from '../play/pace.ts';
import { preferredPace, rememberPace } from '../play/pace-preference.ts';
import { inSlices } from '../run/in-slices.ts';
import { ComparedPicture, type Pointer } from './compared-picture.tsx';
import type { Comparison } from './comparison.ts';
import {
  isJointEnd,
  type JointPosition,
  jointAt,
  jointEndNs,
  jointMoved,
  partingPosition,
  positionIn,
} from './joint-position.ts';
import { LaneTable } from './lane-table.tsx';
import { type ComparedLanes, useComparedLanes } from './use-compared-lanes.ts';
import { useJointPlayhead } from './use-joint-playhead.ts';

export interface ComparedPicturesProps {
  readonly comparison: Comparison;
  /** Told up to when lines have been printed where the playheads stand; null for all. */
  readonly onPrinted: (atNs: number | null) => void;
  readonly onMoment?: ((moment: Moment | null) => void) | undefined;
}

const SIDES = ['left', 'right'] as const;
/** How near to a mark the pointer must be to mean it, as a fraction of the width. */
const NEAR = 0.008;

/** Both pictures, with one transport for the playheads of both. */
export function ComparedPictures({ comparison, onPrinted, onMoment }: ComparedPicturesProps) {
  const { left, right, steps } = comparison;
  const id = useId();
  const run = useMemo(
    () => ({ left: left.trace, right: right.trace, steps }),
    [left.trace, right.trace, steps],
  );
  const playhead = useJointPlayhead(run);
  const { position, playing, resting } = playhead;
  const longer = left.trace.endedNs >= right.trace.endedNs ? left.trace : right.trace;
  const [scale, setScale] = useState<Scale>(() => scaleFor(longer));
  const [pace, setPace] = useState<Pace>(() => paceFor(longer.endedNs, scale));
  const [tabular, setTabular] = useState(false);
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const [comment, setComment] = useState('');
  const lanes = useComparedLanes(comparison, scale);
  const { rows, whole } = lanes;
  const [chosenWindow, setWindow] = useState<Window | null>(null);
  const window = chosenWindow ?? whole;
  const scroller = useRef<HTMLDivElement>(null);
  const visible = useVisibleRows(scroller, rows.length);

  const positions = SIDES.map((side) => positionIn(run, side, position));
  const states = useMemo(
    () =>
      SIDES.map((side, at) => {
        const { step, atNs } = positions[at] ?? { step: -1, atNs: 0 };
        return stateAt(run[side], step, atNs);
      }),
    [run, position],
  );
  const sentences = SIDES.map((side, at) => {
    const [stands, state] = [positions[at], states[at]];
    return stands && state ? momentText(run[side], stands, state) : '';
  });
  const nowNs = SIDES.map((_, at) => drawnNs(positions[at] ?? { step: -1, atNs: 0 }, scale));
  const onScale = (joint: JointPosition) =>
    SIDES.map((side) => drawnNs(positionIn(run, side, joint), scale));
  const parting = steps.parting ? onScale(partingPosition(run)) : null;

  const shapes = useMemo(
    () =>
      rows.slice(visible.from, visible.to).map(({ pairs: [pair], group }) => {
        if (group || !pair) return null;
        const of = (side: 'left' | 'right') => ({ window, scale, ...lanes[side] });
        return comparedShapes([pair.left, of('left')], [pair.right, of('right')]);
      }),
    [rows, visible, window, scale],
  );

  useEffect(() => {
    onPrinted(resting ? null : position.atNs);
    const [stands, state] = [positions[1], states[1]];
    if (!stands || !state) return;
    onMoment?.({
      atNs: stands.atNs,
      stands: resting || playing ? null : stands,
      playing,
      outputLines: resting ? null : state.outputLines,
      marks: resting && !steps.parting ? [] : lineMarks(state),
      highlightedOutput: NONE,
    });
  }, [states, playing, resting]);
  useEffect(() => () => onMoment?.(null), []);

  const moveTo = (next: JointPosition) => {
    playhead.moveTo(next);
    setWindow((shown) => {
      if (!shown) return null;
      return reveal(shown, whole, Math.max(...onScale(next)));
    });
  };
  const move = (how: Move) => {
    const next = jointMoved(run, position, how);
    moveTo(next);
    setComment(commentOn(comparison, next));
  };
  const scrub = (side: 'left' | 'right', ns: number) =>
    moveTo(scale === 'clock' ? jointAt(run, ns) : jointOfStep(comparison, side, ns));
  const showParting = () => {
    moveTo(partingPosition(run));
    setComment(commentOn(comparison, partingPosition(run)));
  };
  const toggle = () => (playing ? playhead.pause() : playhead.play(pace));
  const zoomBy = (factor: number) => {
    const [at = 0] = nowNs.map((ns) => (ns - window.fromNs) / (window.toNs - window.fromNs));
    setWindow(zoom(window, whole, factor, at >= 0 && at <= 1 ? at : 0.5));
  };
  const chooseScale = async (next: Scale) => {
    await inSlices(drawing(left.trace, next));
    await inSlices(drawing(right.trace, next));
    setWindow(null);
    setScale(next);
    if (!playing) setPace(paceFor(longer.endedNs, next));
  };
  const press = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.defaultPrevented || target instanceof HTMLSelectElement) return;
    const how = moveOfKey(event);
    if (how) move(how);
    else if (key === ' ' && !(target instanceof HTMLButtonElement)) toggle();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (key === '+' || key === '=') zoomBy(2);
    else if (key === '-') zoomBy(0.5);
    else if (key === '0') setWindow(null);
    else return;
    event.preventDefault();
  };
  const isStuck = SIDES.some((side) => run[side].outcome.kind === 'deadlocked');
  const endNs = Math.max(...SIDES.map((side) => lanes[side].trace.endedNs));
  const all = isWhole(window, whole);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls.
    <div class="cv-play" role="group" aria-label="Both runs" tabIndex={-1} onKeyDown={press}>
      <TransportBar
        scrubbed={endNs > 0 ? Math.max(...nowNs) / endNs : 0}
        atNs={position.atNs}
        extent={`step ${position.index + 1} of ${steps.count}`}
        sliderLabel={scale === 'clock' ? 'Time in both runs' : 'Step in both runs'}
        text={commentText(comparison, position, sentences)}
        playing={playing}
        atStart={position.index < 0}
        atEnd={isJointEnd(run, position)}
        pace={pace}
        onPace={(next) => {
          setPace(next);
          rememberPace(next);
          if (playing) playhead.play(next);
        }}
        onToggle={toggle}
        onMove={move}
        onScrub={(to) =>
          moveTo(
            scale === 'clock'
              ? jointAt(run, to * jointEndNs(run))
              : jointMoved(run, { index: Math.round(to * steps.count) - 2, atNs: 0 }, 'forward'),
          )
        }
      />
      <span class="sr-only" role="status">
        {comment}
      </span>
      <div class="cv-tools">
        {steps.parting && (
          <button type="button" class="rv-button rv-text-button cv-first" onClick={showParting}>
            First difference
          </button>
        )}
        <ScaleChoice scale={scale} onChoose={chooseScale} />
        {!all && (
          <>
            <Button
              icon="earlier"
              label="Earlier"
              onClick={() => setWindow(pan(window, whole, -0.5))}
            />
            <Button icon="later" label="Later" onClick={() => setWindow(pan(window, whole, 0.5))} />
          </>
        )}
        <Button icon="further" label="Zoom out (-)" off={all} onClick={() => zoomBy(0.5)} />
        <Button icon="closer" label="Zoom in (+)" onClick={() => zoomBy(2)} />
        <Button
          icon="fit"
          label="Show both runs whole (0)"
          off={all}
          onClick={() => setWindow(null)}
        />
        <button
          type="button"
          class="rv-button rv-text-button"
          aria-pressed={tabular}
          onClick={() => setTabular(!tabular)}
        >
          {tabular ? 'As pictures' : 'As a table'}
        </button>
      </div>
      {tabular ? (
        <LaneTable comparison={comparison} rows={rows} />
      ) : (
        <div ref={scroller} class="cv-pictures">
          {SIDES.map((side, at) => (
            <section key={side} class="cv-picture" aria-label={comparison[side].title}>
              <p class="cv-run">
                <b>{comparison[side].title}</b>
                <span class="cv-now">
                  <InlineCode text={sentences[at] ?? ''} />
                </span>
              </p>
              <ComparedPicture
                id={`${id}-${side}`}
                {...{ side, rows, shapes, visible, window, scale, pointer }}
                run={comparison[side]}
                drawn={lanes[side]}
                nowNs={nowNs[at] ?? 0}
                veiled={!resting}
                partingNs={parting?.[at] ?? null}
                leavesRoom={isStuck}
                onPoint={setPointer}
                onMove={(ns) => scrub(side, ns)}
                onFold={lanes.fold}
              />
            </section>
          ))}
        </div>
      )}
      <div class="cv-late-key">
        <LateKey traces={[left.trace, right.trace]} />
      </div>
      {!tabular && (
        <p class="rv-readout cv-readout" aria-hidden="true">
          {pointer && readout(comparison, lanes, { pointer, window, scale })}
        </p>
      )}
    </div>
  );
}

const NONE: ReadonlySet<number> = new Set();

function paceFor(endedNs: number, scale: Scale): Pace {
  return scale === 'steps' ? 'steps' : (preferredPace() ?? defaultPace(endedNs));
}

/** Where both stand, as it is read out. */
function commentOn(comparison: Comparison, position: JointPosition): string {
  const { left, right, steps } = comparison;
  const run = { left: left.trace, right: right.trace, steps };
  const sentences = SIDES.map((side) => {
    const stands = positionIn(run, side, position);
    return momentText(run[side], stands, stateAt(run[side], stands.step, stands.atNs));
  });
  return commentText(comparison, position, sentences);
}

function commentText(
  { left, right }: Comparison,
  { atNs }: JointPosition,
  [one, other]: readonly string[],
): string {
  const text =
    one === other ? `in both, ${one}` : `${left.title}: ${one}. ${right.title}: ${other}`;
  return `${secondsText(atNs)}: ${text}`.replaceAll('`', '');
}

/** The joint step at which one run has come so far on the scale of steps. */
function jointOfStep({ left, right, steps }: Comparison, side: 'left' | 'right', ns: number) {
  const run = { left: left.trace, right: right.trace, steps };
  const { step } = positionOn(run[side], ns, 'steps');
  const index = steps[side].findIndex((each) => each >= step);
  return jointMoved(run, { index: (index < 0 ? steps.count : index) - 1, atNs: 0 }, 'forward');
}

interface ReadoutOptions {
  readonly pointer: Pointer;
  readonly window: Window;
  readonly scale: Scale;
}

/** What stands under the pointer, in both runs. */
function readout(
  { left, right }: Comparison,
  lanes: ComparedLanes,
  { pointer, window, scale }: ReadoutOptions,
): string {
  const spanNs = window.toNs - window.fromNs;
  const ns = window.fromNs + pointer.at * spanNs;
  const row = lanes.rows[pointer.row];
  const [pair] = row?.group ? [] : (row?.pairs ?? []);
  const when = scale === 'clock' ? secondsText(ns) : '';
  if (!pair) return when;
  const [one, other] = SIDES.map((side) => {
    const lane = pair[side];
    if (!lane) return 'not in this run';
    const options = { withinNs: spanNs * NEAR, labels: lanes[side].labels, scale };
    return laneTextAt(lane, ns, options) ?? 'nothing';
  });
  const text = one === other ? one : `${left.title}: ${one} · ${right.title}: ${other}`;
  return `${when} ${text}`.trim();
}
