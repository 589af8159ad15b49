/**
 * A run to be watched: transport, timeline, inspector, and what happened in words. It is given a
 * trace and knows no simulator; the code and the output belong to its owner, whom it tells what
 * to light in them.
 */
import './run-view.css';
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { stateAt } from '../../analysis/state-at.ts';
import type { Insight } from '../../insights/insight.ts';
import { restOf, type Verdict } from '../../insights/verdict.ts';
import { type LineMark, lineMarks } from '../../timeline/line-marks.ts';
import { isFurther, openingWindow } from '../../timeline/opening-window.ts';
import { isEnd, nearestPosition, type Position, positionAt } from '../../timeline/position.ts';
import type { Pointed } from '../../timeline/related.ts';
import { drawing, drawnNs, drawnTrace, positionOn, type Scale } from '../../timeline/scale.ts';
import { scaleFor } from '../../timeline/scale-for.ts';
import { momentText, positionText } from '../../timeline/step-words.ts';
import type { Trace } from '../../trace/schema.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import { InsightList } from '../insights/insight-list.tsx';
import { useInsights } from '../insights/use-insights.ts';
import { defaultPace, type Pace } from '../play/pace.ts';
import { preferredPace, rememberPace } from '../play/pace-preference.ts';
import { inSlices } from '../run/in-slices.ts';
import { WhatIfContext } from '../what-if/what-if-context.ts';
import { WhatIfPanel } from '../what-if/what-if-panel.tsx';
import { WhatIfStyles } from '../what-if/what-if-styles.tsx';
import { Highlight, pointedBy } from './highlight.tsx';
import { Inspector } from './inspector.tsx';
import type { LitMoment } from './lit-moment.ts';
import { type Move, moved, moveOfKey } from './moves.ts';
import { type PictureTool, PictureTools } from './picture-tools.tsx';
import { RestingHint } from './resting-view.tsx';
import { RunBelow } from './run-below.tsx';
import type { RunRemote } from './run-control.ts';
import { RunTable } from './run-table.tsx';
import { Steady } from './steady.tsx';
import { TimelineView } from './timeline-view.tsx';
import { Transport } from './transport.tsx';
import { useLit } from './use-lit.ts';
import { usePlayhead } from './use-playhead.ts';
import { useViewport } from './use-viewport.ts';

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
  /** Whether this run takes the place of another of the same program: then nothing jumps. Default: no. */
  readonly keeps?: boolean;
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
  keeps = false,
  ...props
}: RunViewProps) {
  const id = useId();
  const held = useContext(WhatIfContext)?.held != null;
  const playhead = usePlayhead(trace, verdict.atNs, keeps);
  const { position, playing, resting } = playhead;
  /** As the reader chose it for a run, and for what is known later of the same. */
  const [chosenScale, setChosenScale] = useState<{ of: Trace; scale: Scale } | null>(null);
  const isChosen =
    chosenScale !== null &&
    (chosenScale.of === trace || keeps || (!resting && isFurther(trace, chosenScale.of)));
  // Never that of a run before, not for a moment: to draw on a scale, all is worked out anew.
  const scale = isChosen ? chosenScale.scale : scaleFor(trace);
  const drawn = drawnTrace(trace, scale);
  const nowNs = drawnNs(position, scale);
  const viewport = useViewport(drawn, nowNs, { moved: !resting, keeps, held });
  const [pace, setPace] = useState<Pace>(() => paceFor(trace, scale));
  const [here, setHere] = useState<Pointed | null>(null);
  const [chosen, setChosen] = useState<Insight | null>(null);
  const [tabular, setTabular] = useState(false);
  const [inside, setInside] = useState(false);
  const [changing, setChanging] = useState(false);
  const [comment, setComment] = useState('');

  const insights = useInsights(trace);

  const state = useMemo(() => stateAt(trace, position.step, position.atNs), [trace, position]);
  const text = positionText(trace, position, state);
  const sentence = momentText(trace, position, state);
  const line = state.blocked?.line ?? state.running?.line;
  const lineOfCode = line ? props.source.split('\n')[line - 1]?.trim() : null;
  const over = isEnd(trace, position);
  const pointed = here ?? props.pointed ?? null;
  const { highlighted, links, wants } = useLit({
    ...{ trace, drawn, nowNs, position, state, pointed, chosen },
    lit: props.lit ?? null,
  });

  const known = useRef<Trace | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = trace;
    setChosen(null);
    if (keeps || (before && !resting && isFurther(trace, before))) return;
    const next = paceFor(trace, scaleFor(trace));
    setPace(next);
    if (playsAtOnce) playhead.playAnew(next);
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
    setChosenScale({ of: trace, scale: next });
    if (!playing) setPace(paceFor(trace, next));
  };
  const move = (how: Move) => {
    const next = moved(trace, position, how);
    playhead.moveTo(next);
    setComment(positionText(trace, next, stateAt(trace, next.step, next.atNs)));
  };
  const toggle = () => (playing ? playhead.pause() : playhead.play(pace));

  const use = (tool: PictureTool) => {
    switch (tool) {
      case 'clock':
      case 'steps':
        return chooseScale(tool);
      case 'earlier':
        return viewport.pan(-0.5);
      case 'later':
        return viewport.pan(0.5);
      case 'closer':
        return viewport.zoom(2);
      case 'further':
        return viewport.zoom(0.5);
      case 'fit':
        return viewport.fit();
      case 'table':
        return setTabular(!tabular);
      case 'inside':
        return setInside(!inside);
      case 'what-if':
        return setChanging(!changing);
    }
  };

  const press = (event: KeyboardEvent): boolean => {
    const { target, key } = event;
    if (event.defaultPrevented || target instanceof HTMLSelectElement) return false;
    const how = moveOfKey(event);
    const onButton = target instanceof HTMLButtonElement;
    if (how) move(how);
    else if (key === ' ' && !onButton) toggle();
    else if (event.ctrlKey || event.metaKey || event.altKey) return false;
    else if (key === '+' || key === '=') use('closer');
    else if (key === '-') use('further');
    else if (key === '0') use('fit');
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
  const latest = useRef({ playhead, pace, move, use, press, explain, trace });
  latest.current = { playhead, pace, move, use, press, explain, trace };
  useEffect(() => {
    remote?.attach({
      play: () => latest.current.playhead.playAnew(latest.current.pace),
      pause: () => latest.current.playhead.pause(),
      moveTo: (ns) => latest.current.playhead.moveTo(positionAt(latest.current.trace, ns)),
      standAt: (position) =>
        latest.current.playhead.moveTo(nearestPosition(latest.current.trace, position)),
      move: (how) => latest.current.move(how),
      explain: () => latest.current.explain(),
      use: (tool) => latest.current.use(tool),
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
        <WhatIfStyles />
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
          <PictureTools
            scale={scale}
            whole={viewport.whole}
            tabular={tabular}
            inside={inside}
            changing={changing}
            onUse={use}
          />
        </div>
        <RunBelow>
          {changing && <WhatIfPanel trace={trace} nowNs={position.atNs} />}
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
