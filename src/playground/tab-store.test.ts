import { describe, expect, it } from 'vitest';
import { changeTab, closeTab, newTabs, openTab } from './playground-tabs.ts';
import { createTabStore } from './tab-store.ts';

const RACE = { name: 'race.py', source: 'print("race")', args: '--laps 3', seed: '7' };
const TWO = openTab(newTabs('a'), RACE, 'b');

function memory(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as Storage;
}

const loadedIn = (storage: Storage) => createTabStore(storage).load();

describe('the tab store', () => {
  it('brings back the tabs and which of them was shown', () => {
    const storage = memory();
    expect(createTabStore(storage).save(TWO)).toBe(true);
    expect(loadedIn(storage)).toEqual(TWO);
  });

  it('says that nothing is kept where storage is forbidden or full', () => {
    expect(createTabStore(null).load()).toEqual(newTabs());
    expect(createTabStore(null).save(TWO)).toBe(false);
    const full = {
      ...memory(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(createTabStore(full).save(TWO)).toBe(false);
  });

  it('takes what it cannot read for nothing, and a good tab out of a bad list', () => {
    const storage = memory();
    for (const text of [
      '{',
      'null',
      '7',
      '[]',
      '{"tabs":{}}',
      '{"tabs":[]}',
      '{"tabs":[{"id":1}]}',
    ]) {
      storage.setItem('loopscope:playground', text);
      expect(loadedIn(storage)).toEqual(newTabs());
    }
    const good = { ...RACE, id: 'b' };
    storage.setItem('loopscope:playground', JSON.stringify({ tabs: [null, good], activeId: 'z' }));
    expect(loadedIn(storage)).toEqual({ tabs: [good], activeId: 'b', closed: null });
  });

  it('lets two windows work side by side without taking each other’s programs', () => {
    const storage = memory();
    createTabStore(storage).save(TWO);
    const [left, right] = [createTabStore(storage), createTabStore(storage)];
    const [atLeft, atRight] = [left.load(), right.load()];
    const opened = openTab(atLeft, { ...RACE, source: 'new' }, 'c');
    left.save(left.merge(changeTab(opened, 'a', { source: 'left' })).state);
    const both = right.merge(changeTab(atRight, 'b', { source: 'right' }));
    expect(both.news).toEqual([]);
    right.save(both.state);
    expect(loadedIn(storage).tabs.map(({ id, source }) => `${id}: ${source}`)).toEqual([
      'a: left',
      'b: right',
      'c: new',
    ]);
    expect(left.merge(opened).state.tabs.map(({ source }) => source)).toContain('right');
  });

  it('takes two windows that are opened for the first time for two of one program', () => {
    const storage = memory();
    const [left, right] = [createTabStore(storage), createTabStore(storage, () => 'new')];
    const [atLeft, atRight] = [left.load(), right.load()];
    left.save(left.merge(changeTab(atLeft, 'first', { source: 'left' })).state);
    expect(right.merge(atRight).state.tabs.map(({ source }) => source)).toEqual(['left']);
    const typed = right.merge(changeTab(right.load(), 'first', { source: 'right' }));
    expect(typed.state.tabs.map(({ source }) => source)).toEqual(['right']);
  });

  it('forgets what was closed', () => {
    const storage = memory();
    const store = createTabStore(storage);
    store.save(TWO);
    store.save(closeTab(TWO, 'a', 'x'));
    expect(loadedIn(storage).tabs.map(({ id }) => id)).toEqual(['b']);
  });
});
