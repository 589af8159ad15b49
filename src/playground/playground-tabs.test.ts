import { describe, expect, it } from 'vitest';
import { tidyName } from '../workbench/program/playground-program.ts';
import {
  activeTab,
  changeTab,
  closeTab,
  MOST_TABS,
  newTab,
  newTabs,
  openTab,
  renameTab,
  type Tabs,
  undoClose,
} from './playground-tabs.ts';

const RACE = { name: 'race.py', source: 'print("race")', args: '', seed: '0' };

/** `[main.py] race.py` is two tabs, the first of them shown. */
const shown = ({ tabs, activeId }: Tabs) =>
  tabs.map(({ id, name }) => (id === activeId ? `[${name}]` : name)).join(' ');

describe('tabs', () => {
  it('begin with a program to try', () => {
    expect(shown(newTabs('a'))).toBe('[main.py]');
    expect(activeTab(newTabs('a')).source).toContain('asyncio.run');
  });

  it('open a program in a tab of its own, and the same program once', () => {
    const two = openTab(newTabs('a'), RACE, 'b');
    expect(shown(two)).toBe('main.py [race.py]');
    expect(shown(openTab({ ...two, activeId: 'a' }, RACE, 'c'))).toBe('main.py [race.py]');
    const other = openTab(two, { ...RACE, source: 'print(1)' }, 'c');
    expect(shown(other)).toBe('main.py race.py [race-2.py]');
    expect(shown(newTab(other, 'd'))).toBe('main.py race.py race-2.py [main-2.py]');
  });

  it('go back to the tab that a link has opened, whatever name it was given there', () => {
    const LINKED = { ...RACE, name: 'main.py' };
    const opened = openTab(newTabs('a'), LINKED, 'b');
    expect(shown(opened)).toBe('main.py [main-2.py]');
    expect(shown(openTab({ ...opened, activeId: 'a' }, LINKED, 'c'))).toBe('main.py [main-2.py]');
    const edited = changeTab(opened, 'b', { source: 'print("mine")' });
    expect(shown(openTab(edited, LINKED, 'c'))).toBe('main.py main-2.py [main-3.py]');
    const renamed = renameTab(opened, 'b', 'main-race.py');
    expect(shown(openTab(renamed, LINKED, 'c'))).toBe('main.py main-race.py [main-2.py]');
  });

  it('have an end', () => {
    let tabs = newTabs('0');
    for (let at = 1; at < 50; at++) tabs = newTab(tabs, String(at));
    expect(tabs.tabs.length).toBe(MOST_TABS);
  });

  it('show the neighbour of what is closed, and bring it back where it was', () => {
    const three = newTab(openTab(newTabs('a'), RACE, 'b'), 'c');
    const closed = closeTab({ ...three, activeId: 'b' }, 'b', 'x');
    expect(shown(closed)).toBe('main.py [main-2.py]');
    expect(shown(undoClose(closed))).toBe('main.py [race.py] main-2.py');
    expect(shown(closeTab(three, 'a', 'x'))).toBe('race.py [main-2.py]');
  });

  it('are never none: an empty program replaces the last, until that is brought back', () => {
    const closed = closeTab(newTabs('a'), 'a', 'b');
    expect(activeTab(closed)).toEqual({
      id: 'b',
      name: 'main.py',
      source: '',
      args: '',
      seed: '0',
    });
    expect(undoClose(closed)).toEqual(newTabs('a'));
    const written = changeTab(closed, 'b', { source: 'new' });
    expect(shown(undoClose(written))).toBe('[main.py] main.py');
  });

  it('can be renamed, each to a name of its own', () => {
    const two = openTab(newTabs('a'), RACE, 'b');
    expect(shown(renameTab(two, 'b', 'lap times'))).toBe('main.py [lap times.py]');
    expect(shown(renameTab(two, 'b', ' main.PY '))).toBe('main.py [main-2.py]');
    expect(shown(renameTab(two, 'b', 'race.py'))).toBe('main.py [race.py]');
  });
});

describe('tidyName', () => {
  it('makes a file name of anything', () => {
    const names = [
      '',
      '.py',
      '..',
      '/etc/passwd',
      'C:\\x\\y.py',
      'a\n"b"',
      'x'.repeat(99),
      'naïve',
    ];
    expect(names.map(tidyName)).toEqual([
      'main.py',
      'main.py',
      'main.py',
      'passwd.py',
      'y.py',
      'ab.py',
      `${'x'.repeat(60)}.py`,
      'naïve.py',
    ]);
  });
});
