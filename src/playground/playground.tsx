import { useMemo, useRef, useState } from 'preact/hooks';
import { NO_ERROR_LINES } from '../analysis/error-lines.ts';
import { isRunKey } from '../editor/run-key.ts';
import type { Program } from '../simulator/simulator.ts';
import type { WhatIf } from '../simulator/what-if.ts';
import { downloadText } from '../ui/hand-over.ts';
import { scheduleFor, useProgramOrders } from '../workbench/explore/use-program-orders.tsx';
import { plainOutput, recordedOutput } from '../workbench/output/plain-output.ts';
import { useRunRemote } from '../workbench/picture/run-control.ts';
import type { Moment } from '../workbench/picture/run-view.tsx';
import { downloadName } from '../workbench/program/file-name.ts';
import { prepareProgram, programKey } from '../workbench/program/playground-program.ts';
import { packedRunIn } from '../workbench/program/share-link.ts';
import { concludePlainly } from '../workbench/run/conclude-plainly.ts';
import { withErrorMarks } from '../workbench/run/error-marks.ts';
import { endText, errorLinesOf } from '../workbench/run/run-words.ts';
import { useErrorLines } from '../workbench/run/use-error-lines.ts';
import { useRuns } from '../workbench/run/use-runs.ts';
import { RunSide } from '../workbench/run-side.tsx';
import { useWhatIf } from '../workbench/what-if/use-what-if.ts';
import { ExamplesDialog } from './examples-dialog.tsx';
import { tabNewsText } from './merge-tabs.ts';
import { type Notice, Notices } from './notices.tsx';
import { activeTab, changeTab, undoClose } from './playground-tabs.ts';
import { ProgramsPane } from './programs-pane.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { ToolsBar } from './tools-bar.tsx';
import { useArrival } from './use-arrival.ts';
import { useCompareOffers } from './use-compare-offers.ts';
import { useFileDrop } from './use-file-drop.ts';
import { FULL, useOpenedPrograms } from './use-opened-programs.ts';
import { usePaneKeys } from './use-pane-keys.ts';
import { NOT_BUILT, useRecordedRun } from './use-recorded-run.ts';
import { forgetSharedLink, useSharedLink } from './use-shared-link.ts';
import { useTabs } from './use-tabs.ts';

const NO_MARKS: Moment['marks'] = [];

const FROM_LINK = 'Opened from a link. Nothing of it has been run here.';
const FROM_LINK_AT_MOMENT = `${FROM_LINK} Its run opens at the moment that was shared.`;

export interface PlaygroundProps {
  /** The first program as HTML, from the build. */
  readonly firstListing: string;
}

/** A full page for programs of one's own: editor, output and picture, in tabs that are kept. */
export function Playground({ firstListing }: PlaygroundProps) {
  const panes = usePaneKeys();
  const { state, unsaved, update } = useTabs((news) => {
    panes.follow(news);
    setNotice({
      text: news.map(tabNewsText).join(' '),
      ...(news.some(({ kind }) => kind === 'closed') && {
        action: { label: 'Open it again', run: () => update(undoClose) },
      }),
    });
  });
  const tab = activeTab(state);
  const root = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const [view, setView] = useState<'editor' | 'output'>('editor');
  const [dialog, setDialog] = useState<'examples' | 'share' | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [status, setStatus] = useState('');
  const [moment, setMoment] = useState<Moment | null>(null);
  const [pointedLine, setPointedLine] = useState<number | null>(null);
  /** The runs that came with links, packed, by their programs. */
  const [travelled, setTravelled] = useState<ReadonlyMap<string, string>>(new Map());
  const remote = useRunRemote();
  const errors = useErrorLines();
  const { byKey, busyKey, start, replace, stop, goOn, settle } = useRuns({
    conclusion: concludePlainly,
    onEnd(id, ended) {
      errors.mark(id, errorLinesOf(ended));
      setStatus(endText(ended));
    },
  });
  const shown = byKey.get(tab.id) ?? null;
  const compares = useCompareOffers({ tabs: state.tabs, tab, byKey });
  const busy = busyKey === tab.id;
  // Line numbers of a run fit only the program that was run.
  const recorded = useRecordedRun(tab, travelled.get(programKey(tab)) ?? null);
  const whatIf = useWhatIf({
    ...{ key: tab.id, source: tab.source },
    isRunShown: shown !== null || recorded !== null,
    isRunOfSource: shown ? shown.source === tab.source : recorded !== null,
    async rerun(source, changes) {
      const program = prepare(source, changes);
      if (!program) return;
      const late = orders.lateOf({ ...tab, source });
      await replace(tab.id, { ...program, ...scheduleFor(late) });
    },
    onEdit: (source) => update((tabs) => changeTab(tabs, tab.id, { source })),
  });
  const current = shown?.source === whatIf.source;
  const recording = shown || whatIf.isChanged ? null : recorded;
  const result = shown?.phase === 'finished' ? shown.result : recording?.result;

  const output = useMemo(
    () =>
      recording
        ? recordedOutput(recording.result, recording.isFromLink)
        : plainOutput(shown, whatIf.source),
    [recording, shown, whatIf.source],
  );

  function prepare(source: string, changes: WhatIf): Program | null {
    const { problem, ...prepared } = prepareProgram({ ...tab, source });
    setProblem(problem);
    return problem === null ? { name: tab.name, source, ...prepared, whatIf: changes } : null;
  }
  const orders = useProgramOrders({
    ...{ id: tab.id, program: tab, whatIf: whatIf.inForce, onSaid: setStatus },
    prepare() {
      const program = prepare(tab.source, whatIf.inForce);
      setView(program ? 'output' : 'editor');
      return program;
    },
    trace: (current || recording) && result ? result.trace : null,
    onRun: (late) => runShown(tab.source, late),
  });
  const runShown = (source = tab.source, late = orders.lateOf({ ...tab, source })) => {
    const program = prepare(source, whatIf.inForce);
    if (!program) return setView('editor');
    errors.mark(tab.id, NO_ERROR_LINES);
    setStatus('Running.');
    setView('output');
    orders.close();
    start(tab.id, { ...program, ...scheduleFor(late) });
  };

  const { show, openFiles, close } = useOpenedPrograms({
    ...{ state, update, onNotice: setNotice },
    onShown(isThere) {
      setProblem(null);
      setView('editor');
      wantsFocus.current = isThere && !coarsePointer();
    },
    onClosing(id) {
      if (busyKey === id) stop();
      orders.forget(id);
    },
    onClosed() {
      setProblem(null);
      focusTab();
    },
  });
  /** Once what was pressed is gone. */
  const focusTab = () =>
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>('.playground-tab-name[aria-current]')?.focus(),
    );

  useSharedLink({
    onProgram(program, { moment: at, whatIf: changes, late }) {
      const packed = packedRunIn(location.hash);
      if (!show(program)) return;
      update((tabs) => {
        whatIf.open(activeTab(tabs).id, changes);
        return tabs;
      });
      if (packed) setTravelled(new Map(travelled).set(programKey(program), packed));
      if (late) orders.give(program, late);
      forgetSharedLink();
      if (at) arrive({ source: program.source, at });
      setNotice({ text: at ? FROM_LINK_AT_MOMENT : FROM_LINK });
    },
    onBroken: (message) => setNotice({ text: message }),
  });
  const { arrival, arrive } = useArrival({
    source: tab.source,
    isRunShown: recording !== null || shown?.phase === 'finished',
    remote,
  });
  const dropping = useFileDrop(openFiles);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isRunKey(event) || event.defaultPrevented || dialog !== null) return;
    event.preventDefault();
    runShown();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the Run button does.
    <div ref={root} class="playground snippet" data-view={view} onKeyDown={onKeyDown}>
      <ToolsBar
        busy={busy}
        view={view}
        onView={setView}
        onExamples={() => setDialog('examples')}
        onFiles={openFiles}
        onSave={() => downloadText(tab.source, tab.name)}
        onShare={() => setDialog('share')}
        onRun={() => runShown()}
        onExplore={orders.explore}
        onStop={stop}
      />
      <Notices
        notice={notice}
        unsaved={unsaved}
        onDismiss={() => {
          setNotice(null);
          focusTab();
        }}
      />
      <div class="playground-panes">
        <ProgramsPane
          {...{ state, update, panes, firstListing, wantsFocus, problem }}
          busyId={busyKey}
          marksOf={(each) =>
            withErrorMarks(
              errors.of(each.id),
              moment && (current || recording) && each.id === tab.id ? moment.marks : NO_MARKS,
            )
          }
          onTurned={() => setProblem(null)}
          onFull={() => setNotice({ text: FULL })}
          onPoint={setPointedLine}
          onInput={(each, source) => {
            errors.follow(each.id, each.source, source);
            update((tabs) => changeTab(tabs, each.id, { source }));
          }}
          onRun={() => runShown()}
          onClose={close}
          onLeave={() => root.current?.querySelector<HTMLElement>('.snippet-run')?.focus()}
        />
        <div class="playground-right snippet-side">
          {orders.side(
            <RunSide
              // Each program's run has a playhead of its own.
              key={tab.id}
              run={shown}
              recording={recording && { ...NOT_BUILT, fetched: recording.result }}
              output={output}
              source={shown?.source ?? tab.source}
              moment={moment}
              onMoment={setMoment}
              remote={remote}
              playsAtOnce={shown !== null && arrival === null}
              whatIf={whatIf.control}
              pointedLine={current || recording ? pointedLine : null}
              compares={compares}
              onGoOn={() => {
                setStatus('Going on.');
                goOn(tab.id);
              }}
              onStop={() => (busy ? stop() : settle(tab.id))}
              onFix={
                current
                  ? (source) => {
                      update((tabs) => changeTab(tabs, tab.id, { source }));
                      runShown(source);
                    }
                  : undefined
              }
            >
              <Invitation />
            </RunSide>,
          )}
        </div>
      </div>
      {dialog === 'examples' && (
        <ExamplesDialog
          onClose={() => setDialog(null)}
          onChoose={({ name, source }) => {
            setDialog(null);
            show({ name: downloadName(name), source, args: '', seed: '0' });
          }}
        />
      )}
      {dialog === 'share' && (
        <ShareDialog
          program={tab}
          moment={current || recording ? (moment?.stands ?? null) : null}
          whatIf={whatIf.inForce}
          late={orders.lateOf(tab)}
          // It would be taken for what the program comes to.
          trace={
            (!whatIf.isChanged && current && shown?.phase === 'finished' && shown.result.trace) ||
            null
          }
          pictured={result?.trace ?? null}
          onClose={() => setDialog(null)}
        />
      )}
      {dropping && <p class="playground-drop">Drop a .py file to open it</p>}
      <span class="sr-only" role="status">
        {status}
      </span>
    </div>
  );
}

function Invitation() {
  return (
    <p class="snippet-invitation">
      Press <b>Run</b>. The program runs in this page, in CPython with a simulated clock: a{' '}
      <code>sleep(5)</code> takes five seconds of its time and none of yours.
    </p>
  );
}

function coarsePointer(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
