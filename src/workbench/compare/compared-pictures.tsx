import type { TargetedEvent } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { stateAt } from '../../analysis/state-at.ts';
import { comparedShapes } from '../../timeline/compared-shapes.ts';
import { lineMarks } from '../../timeline/line-marks.ts';
import { drawing, drawnNs, positionOn, type Scale } from '../../timeline/scale.ts';
import { scaleFor } from '../../timeline/scale-for.ts';
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
  jointOf,
  partingPosition,
  positionIn,
} from './joint-position.ts';
import { commentOn, commentText, readout } from './joint-words.ts';
import { LaneTable } from './lane-table.tsx';
import { useComparedLanes } from './use-compared-lanes.ts';
import { useJointPlayhead } from './use-joint-playhead.ts';

export interface ComparedPicturesProps {
  readonly comparison: Comparison;
  /** Told up to when lines have been printed where the playheads stand; null for all. */
  readonly onPrinted: (atNs: number | null) => void;
  readonly onMoment?: ((moment: Moment | null) => void) | undefined;
}

const SIDES = ['left', 'right'] as const;
/** More rows than these scroll. */
const MOST_ROWS = 14;

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
  /** The same rows are in sight in both. */
  const scrollBoth = ({ currentTarget }: TargetedEvent<HTMLElement>) => {
    for (const other of currentTarget.closest('.cv-pictures')?.querySelectorAll('.cv-scroller') ??
      [])
      if (other.scrollTop !== currentTarget.scrollTop) other.scrollTop = currentTarget.scrollTop;
  };

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
    moveTo(
      scale === 'clock' ? jointAt(run, ns) : jointOf(run, side, positionOn(run[side], ns, scale)),
    );
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
  const isLong = rows.length > MOST_ROWS;
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
      {tabular && <LaneTable comparison={comparison} rows={rows} />}
      <div class="cv-pictures" hidden={tabular}>
        {SIDES.map((side, at) => (
          <section key={side} class="cv-picture" aria-label={comparison[side].title}>
            <p class="cv-run">
              <b>{comparison[side].title}</b>
              <span class="cv-now">
                <InlineCode text={sentences[at] ?? ''} />
              </span>
            </p>
            <div
              ref={side === 'left' ? scroller : null}
              class="cv-scroller"
              data-scrolls={isLong || undefined}
              onScroll={scrollBoth}
              // The keyboard must reach what scrolls.
              {...(isLong && { tabIndex: 0, role: 'group', 'aria-label': 'Its tasks' })}
            >
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
            </div>
          </section>
        ))}
      </div>
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
