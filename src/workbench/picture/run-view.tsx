/**
 * A run to be watched: transport, timeline, inspector, and what happened in words. It is given a
 * trace and knows no simulator; the code and the output belong to its owner, whom it tells what
 * to light in them.
 */
import './run-view.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { stateAt } from '../../analysis/state-at.ts';
import { stepAt } from '../../analysis/steps.ts';
import type { Insight } from '../../insights/insight.ts';
import { restOf, type Verdict } from '../../insights/verdict.ts';
import { type LineMark, lineMarks } from '../../timeline/line-marks.ts';
import { linkOfStep, linksOf } from '../../timeline/links.ts';
import { isFurther, openingWindow } from '../../timeline/opening-window.ts';
import { isEnd, nearestPosition, type Position, positionAt } from '../../timeline/position.ts';
import { type Pointed, relatedTo } from '../../timeline/related.ts';
import {
  drawing,
  drawnNs,
  drawnTrace,
  positionOn,
  type Scale,
  scaleFor,
} from '../../timeline/scale.ts';
import { momentText, positionText } from '../../timeline/step-words.ts';
import type { Trace } from '../../trace/schema.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import { InsightList } from '../insights/insight-list.tsx';
import { useInsights } from '../insights/use-insights.ts';
import { defaultPace, type Pace } from '../play/pace.ts';
import { preferredPace, rememberPace } from '../play/pace-preference.ts';
import { inSlices } from '../run/in-slices.ts';
import { Highlight, pointedBy, relatedToInsight, relatedToMoment } from './highlight.tsx';
import { Inspector } from './inspector.tsx';
import type { LitMoment } from './lit-moment.ts';
import { type Move, moved, moveOfKey } from './moves.ts';
import { RestingHint } from './resting-view.tsx';
import { RunBelow } from './run-below.tsx';
import type { RunRemote } from './run-control.ts';
import { RunTable } from './run-table.tsx';
import { ScaleChoice } from './scale-choice.tsx';
import { Steady } from './steady.tsx';
import { TimelineView } from './timeline-view.tsx';
import { Transport } from './transport.tsx';
import { Button } from './transport-bar.tsx';
import { usePlayhead } from './use-playhead.ts';
import { useViewport } from './use-viewport.ts';
import { wantsNow } from './wants-now.ts';

/** What the owner of the code and the output shows while the playhead stands somewhere. */
export interface Moment {
  readonly atNs: number;
  /** Where the reader has put the playhead; null where nobody has, or while it plays. */
  readonly stands: Position | null;
  readonly playing: boolean;
  /** How many lines of output, as `transcriptLines` has them, have begun; null where all are shown. */
  readonly outputLines: number | null;
  readonly marks: readonly LineMark[];
  /** Lines of output to highlight, numbered from 0. */
  readonly highlightedOutput: ReadonlySet<number>;
}

export interface RunViewProps {
  readonly trace: Trace;
  /** The program. */
  readonly source: string;
  readonly onMoment?: (moment: Moment | null) => void;
  /** What the reader points at outside: a line of the code or of the output. */
  readonly pointed?: Pointed | null;
  /** The moment that the reader points at in the text. */
  readonly lit?: LitMoment | null;
  /** How it went: the playhead stands where that points, until it is moved. */
  readonly verdict: Verdict;
  /** Whether a run plays as soon as it is here, and whenever another takes its place. Default: no. */
  readonly playsAtOnce?: boolean;
  /** How others speak to it. */
  readonly remote?: RunRemote;
  /** What the program printed, which stands beneath the picture. */
  readonly children?: ComponentChildren;
}

export function RunView({
  trace,
  verdict,
  onMoment,
  remote,
  playsAtOnce = false,
  ...props
}: RunViewProps) {
  const id = useId();
  const playhead = usePlayhead(trace, verdict.atNs);
  const { position, playing, resting } = playhead;
  const [scale, setScale] = useState<Scale>(() => scaleFor(trace));
  const drawn = drawnTrace(trace, scale);
  const nowNs = drawnNs(position, scale);
  const viewport = useViewport(drawn, nowNs, !resting);
  const [pace, setPace] = useState<Pace>(() => paceFor(trace, scale));
  const [here, setHere] = useState<Pointed | null>(null);
  const [chosen, setChosen] = useState<Insight | null>(null);
  const [tabular, setTabular] = useState(false);
  const [inside, setInside] = useState(false);
  const [comment, setComment] = useState('');

  const insights = useInsights(trace);

  const state = useMemo(() => stateAt(trace, position.step, position.atNs), [trace, position]);
  const text = positionText(trace, position, state);
  const sentence = momentText(trace, position, state);
  const line = state.blocked?.line ?? state.running?.line;
  const lineOfCode = line ? props.source.split('\n')[line - 1]?.trim() : null;
  const over = isEnd(trace, position);
  const pointed = here ?? props.pointed ?? null;
  const highlighted = useMemo(
    () =>
      pointed
        ? relatedTo(trace, state, pointed)
        : props.lit
          ? relatedToMoment(props.lit)
          : relatedToInsight(chosen),
    [trace, state, pointed?.kind, pointed?.id, props.lit, chosen],
  );
  const links = useMemo(() => {
    if (pointed?.kind === 'agent') return linksOf(drawn, pointed.id);
    const link = position.step < 0 ? null : linkOfStep(stepAt(drawn, position.step));
    return link && link.atNs === nowNs ? [link] : [];
  }, [drawn, position, pointed?.kind, pointed?.id]);

  const wants = useMemo(
    () => wantsNow(state, pointed?.kind === 'agent' ? pointed.id : null),
    [state, pointed?.kind, pointed?.id],
  );

  const known = useRef<Trace | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = trace;
    setChosen(null);
    if (before && !resting && isFurther(trace, before)) return;
    const next = scaleFor(trace);
    setScale(next);
    setPace(paceFor(trace, next));
    if (playsAtOnce) playhead.playAnew(paceFor(trace, next));
  }, [trace]);
  useEffect(() => {
    onMoment?.({
      atNs: position.atNs,
      stands: resting || playing ? null : position,
      playing,
      outputLines: resting || over ? null : state.outputLines,
      marks: resting && position.step < 0 ? [] : lineMarks(state, highlighted.lines),
      highlightedOutput: highlighted.output,
    });
  }, [state, highlighted, over, playing, resting]);
  useEffect(() => () => onMoment?.(null), []);

  const wanted = useRef<Scale>(scale);
  const chooseScale = async (next: Scale) => {
    wanted.current = next;
    await inSlices(drawing(trace, next));
    if (wanted.current !== next) return;
    setScale(next);
    if (!playing) setPace(paceFor(trace, next));
  };
  const move = (how: Move) => {
    const next = moved(trace, position, how);
    playhead.moveTo(next);
    setComment(positionText(trace, next, stateAt(trace, next.step, next.atNs)));
  };
  const toggle = () => (playing ? playhead.pause() : playhead.play(pace));

  const press = (event: KeyboardEvent): boolean => {
    const { target, key } = event;
    if (event.defaultPrevented || target instanceof HTMLSelectElement) return false;
    const how = moveOfKey(event);
    const onButton = target instanceof HTMLButtonElement;
    if (how) move(how);
    else if (key === ' ' && !onButton) toggle();
    else if (event.ctrlKey || event.metaKey || event.altKey) return false;
    else if (key === '+' || key === '=') viewport.zoom(2);
    else if (key === '-') viewport.zoom(0.5);
    else if (key === '0') viewport.fit();
    else return false;
    event.preventDefault();
    return true;
  };
  const show = (insight: Insight) => {
    setChosen(insight);
    playhead.moveTo(positionAt(trace, insight.fromNs));
  };
  const choose = (insight: Insight) => {
    if (insight === chosen) setChosen(null);
    else show(insight);
  };
  const explain = () => {
    if (verdict.insight) show(verdict.insight);
    else playhead.moveTo(positionAt(trace, verdict.atNs));
  };
  const latest = useRef({ playhead, pace, move, press, explain, trace });
  latest.current = { playhead, pace, move, press, explain, trace };
  useEffect(() => {
    remote?.attach({
      play: () => latest.current.playhead.playAnew(latest.current.pace),
      pause: () => latest.current.playhead.pause(),
      moveTo: (ns) => latest.current.playhead.moveTo(positionAt(latest.current.trace, ns)),
      standAt: (position) =>
        latest.current.playhead.moveTo(nearestPosition(latest.current.trace, position)),
      move: (how) => latest.current.move(how),
      explain: () => latest.current.explain(),
      lookInside: () => setInside(true),
      press: (event) => latest.current.press(event),
    });
    return () => remote?.attach(null);
  }, [remote]);

  // It is measured when it is drawn: not for every frame in which only the window moves.
  const inspector = useMemo(
    () => (
      <Steady>
        <Inspector trace={trace} state={state} over={over} />
      </Steady>
    ),
    [trace, state, over],
  );

  return (
    <Highlight.Provider value={highlighted}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls. */}
      <div
        class="rv not-content"
        role="group"
        aria-label="The run"
        tabIndex={-1}
        onKeyDown={press}
        onPointerOver={(event) => setHere(pointedBy(event.target))}
        onPointerLeave={() => setHere(null)}
        onFocusIn={(event) => setHere(pointedBy(event.target))}
        onFocusOut={() => setHere(null)}
      >
        <div class="rv-top">
          <Transport
            trace={trace}
            scale={scale}
            position={position}
            playing={playing}
            pace={pace}
            text={text.replaceAll('`', '')}
            onPace={(next) => {
              setPace(next);
              rememberPace(next);
              if (playing) playhead.play(next);
            }}
            onToggle={toggle}
            onMove={move}
            onScrub={playhead.moveTo}
          />
          <p class="rv-comment" aria-hidden="true">
            {resting ? <RestingHint /> : <InlineCode text={sentence} />}
            {!resting && lineOfCode && <code class="rv-code">{lineOfCode}</code>}
          </p>
          <span class="sr-only" role="status">
            {comment.replaceAll('`', '')}
          </span>
          {tabular ? (
            <RunTable trace={trace} />
          ) : (
            <TimelineView
              trace={trace}
              scale={scale}
              id={`${id}-rows`}
              nowNs={nowNs}
              litNs={props.lit ? drawnNs(nearestPosition(trace, props.lit), scale) : null}
              veiled={!resting}
              viewport={viewport}
              current={state.running?.agent ?? state.blocked?.by ?? null}
              highlighted={highlighted.agents}
              links={links}
              wants={wants}
              explained={chosen}
              onMove={(ns) => playhead.moveTo(positionOn(trace, ns, scale))}
            />
          )}
          <div class="rv-tools">
            <ScaleChoice scale={scale} onChoose={chooseScale} />
            {!viewport.whole && (
              <>
                <Button icon="earlier" label="Earlier" onClick={() => viewport.pan(-0.5)} />
                <Button icon="later" label="Later" onClick={() => viewport.pan(0.5)} />
              </>
            )}
            <Button
              icon="further"
              label="Zoom out (-)"
              off={viewport.whole}
              onClick={() => viewport.zoom(0.5)}
            />
            <Button icon="closer" label="Zoom in (+)" onClick={() => viewport.zoom(2)} />
            <Button
              icon="fit"
              label="Show the whole run (0)"
              off={viewport.whole}
              onClick={viewport.fit}
            />
            <button
              type="button"
              class="rv-button rv-text-button"
              aria-pressed={tabular}
              onClick={() => setTabular(!tabular)}
            >
              {tabular ? 'As a timeline' : 'As a table'}
            </button>
            <button
              type="button"
              class="rv-button rv-text-button"
              aria-expanded={inside}
              onClick={() => setInside(!inside)}
            >
              Inside the loop
            </button>
          </div>
        </div>
        <RunBelow>
          {inside && inspector}
          {props.children}
          <InsightList
            trace={trace}
            more={verdict.more}
            insights={restOf(insights, verdict)}
            chosen={chosen}
            onChoose={choose}
          />
        </RunBelow>
      </div>
    </Highlight.Provider>
  );
}

/** By steps, a step at a time: between two of them, time is not to be seen. */
function paceFor(trace: Trace, scale: Scale): Pace {
  const preferred = preferredPace();
  if (preferred === 'at-once') return preferred;
  return scale === 'steps' ? 'steps' : (preferred ?? defaultPace(openingWindow(trace).toNs));
}
