import type { MutableRef } from 'preact/hooks';
import { useId, useState } from 'preact/hooks';
import type { EditSurface } from '../editor/edit-surface.ts';
import { uniqueId } from '../ui/unique-id.ts';
import { tabMovesFocus } from '../workbench/edit/tab-preference.ts';
import type { Moment } from '../workbench/picture/run-view.tsx';
import { usePreparedPython } from '../workbench/run/use-prepared-python.ts';
import { CommandLine } from './command-line.tsx';
import { EditorHint } from './editor-hint.tsx';
import { EditorPane } from './editor-pane.tsx';
import {
  activateTab,
  activeTab,
  changeTab,
  FIRST_PROGRAM,
  MOST_TABS,
  newTab,
  renameTab,
  type Tab,
  type Tabs,
} from './playground-tabs.ts';
import { ProgramTabs } from './program-tabs.tsx';
import type { PaneKeys } from './use-pane-keys.ts';

export interface ProgramsPaneProps {
  readonly state: Tabs;
  readonly update: (change: (state: Tabs) => Tabs) => void;
  readonly panes: PaneKeys;
  readonly busyId: string | null;
  /** The first program as HTML, from the build. */
  readonly firstListing: string;
  /** Set where the editor of the program that is shown next is to have the focus. */
  readonly wantsFocus: MutableRef<boolean>;
  readonly marksOf: (tab: Tab) => Moment['marks'];
  /** What is wrong with the arguments or the seed; null where nothing is. */
  readonly problem: string | null;
  /** Another program is shown, or the arguments are others. */
  readonly onTurned: () => void;
  /** A new program is wanted, and there are as many as there can be. */
  readonly onFull: () => void;
  readonly onPoint: (line: number | null) => void;
  readonly onInput: (tab: Tab, source: string) => void;
  readonly onRun: () => void;
  readonly onClose: (id: string) => void;
  /** The focus is to leave the editor. */
  readonly onLeave: () => void;
}

/** The programs of the playground: their tabs, their editors and their command lines. */
export function ProgramsPane(props: ProgramsPaneProps) {
  const { state, update, wantsFocus } = props;
  const tab = activeTab(state);
  const hintId = useId();
  const [editorKind, setEditorKind] = useState<EditSurface['kind'] | null>(null);
  const [movesFocus, setMovesFocus] = useState(tabMovesFocus);
  usePreparedPython(editorKind === null ? 'listing' : 'editing');
  return (
    <section class="playground-left" aria-label="Editor">
      <ProgramTabs
        state={state}
        busyId={props.busyId}
        onActivate={(id) => {
          props.onTurned();
          update((tabs) => activateTab(tabs, id));
        }}
        onRename={(id, name) => update((tabs) => renameTab(tabs, id, name))}
        onClose={props.onClose}
        onNew={() => {
          wantsFocus.current = true;
          if (state.tabs.length >= MOST_TABS) props.onFull();
          update((tabs) => newTab(tabs, uniqueId()));
        }}
      />
      {state.tabs.map((each) => (
        <EditorPane
          key={props.panes.keyOf(each.id)}
          tab={each}
          active={each.id === tab.id}
          hintId={hintId}
          marks={props.marksOf(each)}
          onPoint={props.onPoint}
          listing={each.source === FIRST_PROGRAM.source ? props.firstListing : null}
          wantsFocus={wantsFocus}
          onInput={(source) => props.onInput(each, source)}
          onRun={props.onRun}
          onLeave={props.onLeave}
          onReady={setEditorKind}
          onTabMode={setMovesFocus}
        />
      ))}
      <CommandLine
        tab={tab}
        problem={props.problem}
        onChange={(change) => {
          props.onTurned();
          update((tabs) => changeTab(tabs, tab.id, change));
        }}
      />
      <EditorHint id={hintId} kind={editorKind} tabMovesFocus={movesFocus} />
    </section>
  );
}
