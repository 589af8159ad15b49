import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { NO_ERROR_LINES } from '../../analysis/error-lines.ts';
import { isRunKey } from '../../editor/run-key.ts';
import type { Late } from '../../simulator/schedule.ts';
import type { Program } from '../../simulator/simulator.ts';
import { NOTHING_CHANGED, type WhatIf } from '../../simulator/what-if.ts';
import { pageUrl } from '../../ui/page-urls.ts';
import { CodeBox, Listing } from '../../workbench/edit/code-box.tsx';
import { longestLine } from '../../workbench/edit/longest-line.ts';
import { EditorHint } from '../../workbench/edit/notices.tsx';
import { useEditor } from '../../workbench/edit/use-editor.ts';
import { useHighlighted } from '../../workbench/edit/use-highlighted.ts';
import { ExploreButton } from '../../workbench/explore/explore-button.tsx';
import { scheduleFor, useProgramOrders } from '../../workbench/explore/use-program-orders.tsx';
import { plainOutput, recordedOutput } from '../../workbench/output/plain-output.ts';
import { useRunRemote } from '../../workbench/picture/run-control.ts';
import type { Moment } from '../../workbench/picture/run-view.tsx';
import {
  type PlaygroundProgram,
  prepareProgram,
} from '../../workbench/program/playground-program.ts';
import { packedRunIn } from '../../workbench/program/share-link.ts';
import { concludePlainly } from '../../workbench/run/conclude-plainly.ts';
import { withErrorMarks } from '../../workbench/run/error-marks.ts';
import { endText, errorLinesOf } from '../../workbench/run/run-words.ts';
import { useErrorLines } from '../../workbench/run/use-error-lines.ts';
import { usePreparedPython } from '../../workbench/run/use-prepared-python.ts';
import { useRun } from '../../workbench/run/use-runs.ts';
import { RunButton } from '../../workbench/run-button.tsx';
import { RunSide } from '../../workbench/run-side.tsx';
import { useWhatIf } from '../../workbench/what-if/use-what-if.ts';
import { useFragment } from '../use-fragment.ts';
import { useHighlighting } from '../use-highlighting.ts';
import { NOT_BUILT, useRecordedRun } from '../use-recorded-run.ts';

export interface EmbedFrameProps {
  readonly program: PlaygroundProgram;
  /** The code as HTML; null where that takes long. */
  readonly listing: string | null;
  /** What is changed of its runs; null for nothing. */
  readonly whatIf: WhatIf | null;
  /** What is late in the order that it is to run in; null for the usual one. */
  readonly late: readonly Late[] | null;
}

/**
 * One program, its output and its picture. Nothing runs unless the reader asks, and what they edit
 * lasts as long as the page: the link to the playground takes it along.
 */
export function EmbedFrame({ program, listing, ...props }: EmbedFrameProps) {
  const { name, args } = program;
  const source = program.source.trimEnd();
  const label = `Code: ${name}`;
  const hintId = useId();
  const root = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(source);
  const edited = text !== source;
  const current = edited ? { ...program, source: text } : program;
  const [status, setStatus] = useState('');
  const errors = useErrorLines();
  const [pointedLine, setPointedLine] = useState<number | null>(null);
  const {
    run: shown,
    busy,
    start: run,
    replace,
    stop,
    goOn,
    settle,
  } = useRun({
    conclusion: concludePlainly,
    onEnd(ended) {
      errors.mark(name, errorLinesOf(ended));
      setStatus(endText(ended));
    },
  });
  const [moment, setMoment] = useState<Moment | null>(null);
  const remote = useRunRemote();
  const html = useHighlighting(source, listing);
  const [highlighted, highlight] = useHighlighted();
  const recorded = useRecordedRun(current, edited ? null : packedRunIn(location.hash));
  const whatIf = useWhatIf({
    ...{ key: name, source: current.source },
    isRunShown: shown !== null || recorded !== null,
    isRunOfSource: shown ? shown.source === current.source : recorded !== null,
    async rerun(next, changes) {
      const prepared = prepare(next, changes);
      if (prepared) await replace(prepared);
    },
    initially: props.whatIf,
    onEdit: change,
  });
  const fragment = useFragment(
    current,
    edited || whatIf.inForce !== (props.whatIf ?? NOTHING_CHANGED),
    whatIf.inForce,
  );
  const ranThis = shown?.source === whatIf.source;
  const recording = shown || whatIf.isChanged ? null : recorded;
  const output = useMemo(
    () =>
      recording
        ? recordedOutput(recording.result, recording.isFromLink)
        : plainOutput(shown, whatIf.source),
    [recording, shown, whatIf.source],
  );

  // Beneath the code on a narrow page. Not by `scrollIntoView`, which moves the page round the frame.
  useEffect(() => {
    const side = root.current?.querySelector('.snippet-side');
    if (!shown || !side) return;
    const { top, height } = side.getBoundingClientRect();
    if (top + Math.min(height, innerHeight / 2) > innerHeight) scrollBy({ top });
  }, [shown?.phase]);

  function prepare(source: string, changes: WhatIf): Program | null {
    const { problem, ...prepared } = prepareProgram({ ...current, source });
    if (problem !== null) setStatus(problem);
    return problem === null ? { name, source, ...prepared, whatIf: changes } : null;
  }
  const orders = useProgramOrders({
    ...{ id: name, program: current, whatIf: whatIf.inForce, onSaid: setStatus },
    prepare: () => prepare(current.source, whatIf.inForce),
    trace: ranThis && shown?.phase === 'finished' ? shown.result.trace : null,
    onRun: (late) => start(current.source, late),
  });
  useEffect(() => {
    if (props.late) orders.give(program, props.late);
  }, []);
  const start = (ran = current.source, late = orders.lateOf({ ...current, source: ran })) => {
    const prepared = prepare(ran, whatIf.inForce);
    if (!prepared) return;
    errors.mark(name, NO_ERROR_LINES);
    setStatus('Running.');
    orders.close();
    run({ ...prepared, ...scheduleFor(late) });
  };
  function change(next: string) {
    errors.follow(name, text, next);
    setText(next);
  }
  const editor = useEditor({
    text,
    label,
    hintId,
    onInput: change,
    onRun: () => start(),
    onClosing: highlight,
  });
  const editing = editor.mode === 'editing';
  usePreparedPython(editor.mode);
  const reset = () => {
    editor.replace(source);
    setText(source);
    errors.mark(name, NO_ERROR_LINES);
    setStatus('Reset.');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !isRunKey(event)) return;
    event.preventDefault();
    start();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the Run button does.
    <div ref={root} class="snippet-frame" onKeyDown={onKeyDown}>
      <div class="snippet-head">
        <span class="snippet-file">
          {name} {args}
        </span>
        {edited && <span class="snippet-edited">edited</span>}
        <EditorHint id={hintId} editor={editor} />
        <div class="snippet-tools">
          <a
            class="snippet-link"
            href={pageUrl('playground/') + fragment}
            target="_blank"
            rel="noreferrer"
          >
            Open in Loopscope
          </a>
          {edited && (
            <button type="button" class="snippet-tool" onClick={reset}>
              Reset
            </button>
          )}
          {editing ? (
            <button
              type="button"
              class="snippet-tool"
              onClick={() => editor.close({ focusBox: true })}
            >
              Done editing
            </button>
          ) : (
            <button type="button" class="snippet-tool" onClick={() => editor.open(null)}>
              Edit
            </button>
          )}
          <ExploreButton as="tool" onExplore={orders.explore} />
          <RunButton busy={busy} onRun={() => start()} onStop={stop} />
        </div>
      </div>
      <div class="snippet-sides" style={{ '--snippet-columns': longestLine(text) }}>
        <CodeBox
          editor={editor}
          text={text}
          edited={edited}
          label={label}
          hintId={hintId}
          listing={<Listing text={source} html={html} />}
          highlighted={highlighted?.text === text ? highlighted.html : null}
          marks={withErrorMarks(
            errors.of(name),
            moment && (ranThis || recording) ? moment.marks : [],
          )}
          onPoint={setPointedLine}
        />
        <div class="snippet-side">
          {orders.side(
            (shown || recording) && (
              <RunSide
                run={shown}
                recording={recording && { ...NOT_BUILT, fetched: recording.result }}
                output={output}
                source={shown?.source ?? current.source}
                moment={moment}
                onMoment={setMoment}
                remote={remote}
                playsAtOnce={shown !== null}
                whatIf={whatIf.control}
                pointedLine={ranThis || recording ? pointedLine : null}
                onFix={
                  ranThis
                    ? (fixed) => {
                        editor.put(fixed);
                        start(fixed);
                      }
                    : undefined
                }
                onGoOn={goOn}
                onStop={busy ? stop : settle}
              />
            ),
          )}
        </div>
      </div>
      <span class="sr-only" role="status">
        {status}
      </span>
    </div>
  );
}
