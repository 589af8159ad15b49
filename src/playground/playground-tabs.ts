/** The programs that are open in the playground. Pure: each function gives the tabs after it. */
import {
  type PlaygroundProgram,
  sameProgram,
  tidyName,
} from '../workbench/program/playground-program.ts';

export interface Tab extends PlaygroundProgram {
  readonly id: string;
}

export interface Tabs {
  /** Never empty. */
  readonly tabs: readonly Tab[];
  readonly activeId: string;
  /** What was closed last, until another is closed: closing can be undone. */
  readonly closed: { readonly tab: Tab; readonly index: number } | null;
}

/** Each tab holds an editor with its undo; a window with more of them grows slow. */
export const MOST_TABS = 30;

/** What a reader finds who comes for the first time. */
export const FIRST_PROGRAM: PlaygroundProgram = {
  name: 'main.py',
  source: `import asyncio


async def brew(drink, seconds):
    print(f"brewing {drink}")
    await asyncio.sleep(seconds)
    print(f"{drink} is ready")


async def main():
    async with asyncio.TaskGroup() as kitchen:
        kitchen.create_task(brew("tea", 3), name="tea")
        kitchen.create_task(brew("espresso", 1), name="espresso")


asyncio.run(main())
`,
  args: '',
  seed: '0',
};

const EMPTY: PlaygroundProgram = { name: 'main.py', source: '', args: '', seed: '0' };

/** The same in every window, so that two that are opened for the first time have one tab, not two. */
const FIRST_ID = 'first';

export function newTabs(id: string = FIRST_ID): Tabs {
  return { tabs: [{ ...FIRST_PROGRAM, id }], activeId: id, closed: null };
}

export function activeTab({ tabs, activeId }: Tabs): Tab {
  return tabs.find(({ id }) => id === activeId) ?? (tabs[0] as Tab);
}

/** Shows a program in a tab of its own, or in the one that has it already. */
export function openTab(state: Tabs, program: PlaygroundProgram, id: string): Tabs {
  const same = state.tabs.find((tab) =>
    sameProgram(isNamedAfter(tab, program) ? { ...tab, name: program.name } : tab, program),
  );
  if (same) return activateTab(state, same.id);
  if (state.tabs.length >= MOST_TABS) return state;
  const tab = { ...program, name: freeName(state.tabs, tidyName(program.name)), id };
  return { ...state, tabs: [...state.tabs, tab], activeId: id };
}

export function newTab(state: Tabs, id: string): Tabs {
  if (state.tabs.length >= MOST_TABS) return state;
  const tab = { ...EMPTY, name: freeName(state.tabs, EMPTY.name), id };
  return { ...state, tabs: [...state.tabs, tab], activeId: id };
}

export function activateTab(state: Tabs, id: string): Tabs {
  return state.tabs.some((tab) => tab.id === id) ? { ...state, activeId: id } : state;
}

export function changeTab(state: Tabs, id: string, change: Partial<PlaygroundProgram>): Tabs {
  return {
    ...state,
    tabs: state.tabs.map((tab) => (tab.id === id ? { ...tab, ...change } : tab)),
  };
}

/** Takes any text for a name, and makes a file name of it that no other tab has. */
export function renameTab(state: Tabs, id: string, name: string): Tabs {
  const others = state.tabs.filter((tab) => tab.id !== id);
  return changeTab(state, id, { name: freeName(others, tidyName(name)) });
}

/** The neighbour is shown next; an empty program takes the place of the last one. */
export function closeTab(state: Tabs, id: string, idOfNext: string): Tabs {
  const index = state.tabs.findIndex((tab) => tab.id === id);
  const tab = state.tabs[index];
  if (!tab) return state;
  const rest = state.tabs.filter((other) => other !== tab);
  const tabs = rest.length > 0 ? rest : [{ ...EMPTY, id: idOfNext }];
  const neighbour = tabs[Math.min(index, tabs.length - 1)] as Tab;
  const activeId = state.activeId === id ? neighbour.id : state.activeId;
  return { tabs, activeId, closed: { tab, index } };
}

export function undoClose(state: Tabs): Tabs {
  if (!state.closed) return state;
  const { tab, index } = state.closed;
  if (state.tabs.some(({ id }) => id === tab.id))
    return { ...activateTab(state, tab.id), closed: null };
  const others = state.tabs.filter((other) => !isUntouched(other));
  const kept = others.length === 0 ? [] : state.tabs;
  return { tabs: kept.toSpliced(index, 0, tab), activeId: tab.id, closed: null };
}

/** Whether two tabs hold the same, letter for letter. */
export function sameText(one: Tab | undefined, other: Tab): boolean {
  return (
    one !== undefined &&
    one.name === other.name &&
    one.source === other.source &&
    one.args === other.args &&
    one.seed === other.seed
  );
}

/** The tab, under a name that none of the others has. */
export function withFreeName(others: readonly Tab[], tab: Tab): Tab {
  return { ...tab, name: freeName(others, tab.name) };
}

function isUntouched(tab: Tab): boolean {
  return tab.source === '' && tab.args === '';
}

/** Whether a tab has a program's name, or what {@link freeName} made of it. */
function isNamedAfter(tab: Tab, { name }: PlaygroundProgram): boolean {
  const tidy = tidyName(name);
  const stem = tidy.slice(0, -'.py'.length);
  return (
    tab.name === tidy ||
    (tab.name.startsWith(`${stem}-`) && /^-\d+\.py$/.test(tab.name.slice(stem.length)))
  );
}

/** `"main.py"` gives `"main-2.py"` where there is a `main.py`. */
function freeName(tabs: readonly Tab[], name: string): string {
  const taken = new Set(tabs.map((tab) => tab.name));
  if (!taken.has(name)) return name;
  const stem = name.slice(0, -'.py'.length);
  let count = 2;
  while (taken.has(`${stem}-${count}.py`)) count++;
  return `${stem}-${count}.py`;
}
