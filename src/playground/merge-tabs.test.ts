import { describe, expect, it } from 'vitest';
import { mergeTabs, type TabNews, tabNewsText } from './merge-tabs.ts';
import type { Tab, Tabs } from './playground-tabs.ts';

const tab = (id: string, source: string, name = `${id}.py`): Tab => ({
  id,
  name,
  source,
  args: '',
  seed: '0',
});

/** `a: 1` are a tab's id and text. */
const written = (text: string): Tab[] =>
  text.split(', ').map((each) => tab(...(each.split(': ') as [string, string])));

interface Case {
  readonly base: string;
  readonly own: string;
  readonly kept: string;
  readonly activeId?: string;
}

function merged({ base, own, kept, activeId = 'a' }: Case) {
  const state: Tabs = { tabs: written(own), activeId, closed: null };
  const before = new Map(written(base).map((each) => [each.id, each]));
  const { state: next, news } = mergeTabs({
    own: state,
    base: before,
    kept: written(kept),
    newId: () => 'new',
  });
  return {
    tabs: next.tabs.map(({ id, source }) => `${id}: ${source}`).join(', '),
    names: next.tabs.map(({ name }) => name).join(' '),
    active: next.activeId,
    closed: next.closed?.tab.id ?? null,
    news: news.map(({ kind }) => kind).join(' '),
    text: news.map(tabNewsText).join(' '),
  };
}

describe('two windows with the same tabs', () => {
  it('each keep what they typed into different ones', () => {
    const both = { base: 'a: 1, b: 1', own: 'a: 2, b: 1', kept: 'a: 1, b: 2' };
    expect(merged(both)).toMatchObject({ tabs: 'a: 2, b: 2', news: '' });
    expect(merged({ ...both, activeId: 'b' })).toMatchObject({
      tabs: 'a: 2, b: 2',
      news: 'changed',
      text: 'b.py was changed in another window, and is shown as it is there.',
    });
  });

  it('keep both of what was typed into the same one, and this window its own in sight', () => {
    expect(merged({ base: 'a: 1, b: 1', own: 'a: 2, b: 1', kept: 'a: 3, b: 1' })).toMatchObject({
      tabs: 'a: 3, new: 2, b: 1',
      names: 'a.py a-2.py b.py',
      active: 'new',
      text: 'a.py was changed in another window as well. Both are kept: yours is a-2.py now.',
    });
  });

  it('are of one mind where both typed the same', () => {
    expect(merged({ base: 'a: 1', own: 'a: 2', kept: 'a: 2' })).toMatchObject({
      tabs: 'a: 2',
      news: '',
    });
  });

  it('have what the other has opened', () => {
    expect(merged({ base: 'a: 1', own: 'a: 1, b: 1', kept: 'a: 1, c: 1' })).toMatchObject({
      tabs: 'a: 1, b: 1, c: 1',
      news: '',
    });
  });

  it('have closed what the other has closed, and can bring it back', () => {
    const gone = { base: 'a: 1, b: 1', own: 'a: 1, b: 1', kept: 'b: 1' };
    expect(merged(gone)).toMatchObject({ tabs: 'b: 1', active: 'b', closed: 'a', news: 'closed' });
  });

  it('keep what one has closed and the other has changed', () => {
    expect(merged({ base: 'a: 1, b: 1', own: 'a: 2, b: 1', kept: 'b: 1' })).toMatchObject({
      tabs: 'a: 2, b: 1',
      text: 'a.py was closed in another window. It stays open here, because you have changed it.',
    });
    const reopened = { base: 'a: 1, b: 1', own: 'a: 1', kept: 'a: 1, b: 2' };
    expect(merged(reopened)).toMatchObject({ tabs: 'a: 1, b: 2', news: 'reopened' });
  });

  it('write again what one has put back that had not seen it', () => {
    const [a1, a2, b1] = written('a: 1, a: 2, b: 1') as [Tab, Tab, Tab];
    const own: Tabs = { tabs: [a2, b1], activeId: 'a', closed: null };
    const { state, isUnkept, news } = mergeTabs({
      own,
      base: new Map([
        ['a', a2],
        ['b', b1],
      ]),
      kept: [a1],
      overwritten: new Map([['a', a1]]),
      newId: () => 'new',
    });
    expect([state.tabs, isUnkept, news]).toEqual([[a2, b1], true, []]);
  });

  it('leave closed what nobody has changed since', () => {
    expect(merged({ base: 'a: 1, b: 1', own: 'a: 1', kept: 'a: 1, b: 1' })).toMatchObject({
      tabs: 'a: 1',
      news: '',
    });
  });
});

it('has words for each kind of news', () => {
  const news: TabNews[] = [
    { kind: 'reopened', tab: tab('a', '') },
    { kind: 'closed', tab: tab('a', '') },
  ];
  expect(news.map(tabNewsText)).toEqual([
    'a.py is open again: it was changed in another window after you had last seen it.',
    'a.py was closed in another window.',
  ]);
});
