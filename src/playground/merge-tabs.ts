/**
 * One set of programs, open in two windows. Pure: what this window has, what the browser keeps by now,
 * and what both began from, give what this window has next; no text that was typed is lost.
 */
import { sameText, type Tab, type Tabs, withFreeName } from './playground-tabs.ts';

/** What another window has done that the reader should know of. */
export type TabNews =
  /** Both have changed a program: the other's keeps the tab, this window's has one of its own now. */
  | { readonly kind: 'forked'; readonly id: string; readonly own: Tab; readonly other: Tab }
  /** What is shown in this window has been changed in the other. */
  | { readonly kind: 'changed'; readonly tab: Tab }
  /** Closed here, and changed in the other: it is open again. */
  | { readonly kind: 'reopened'; readonly tab: Tab }
  /** Closed in the other. */
  | { readonly kind: 'closed'; readonly tab: Tab }
  /** Closed in the other, and changed here: it stays. */
  | { readonly kind: 'stays'; readonly tab: Tab };

export interface MergedTabs {
  readonly state: Tabs;
  readonly news: readonly TabNews[];
}

export interface Merging {
  readonly own: Tabs;
  /** The tabs as this window last read or wrote them. */
  readonly base: ReadonlyMap<string, Tab>;
  /** The tabs as they are kept by now. */
  readonly kept: readonly Tab[];
  readonly newId: () => string;
}

export function mergeTabs({ own, base, kept, newId }: Merging): MergedTabs {
  const news: TabNews[] = [];
  const tabs: Tab[] = [];
  const theirs = new Map(kept.map((tab) => [tab.id, tab]));
  let { activeId, closed } = own;

  for (const tab of own.tabs) {
    const [before, other] = [base.get(tab.id), theirs.get(tab.id)];
    const isChanged = !sameText(before, tab);
    if (!other) {
      if (isChanged) {
        tabs.push(tab);
        if (before) news.push({ kind: 'stays', tab });
      } else {
        news.push({ kind: 'closed', tab });
        closed = { tab, index: tabs.length };
      }
    } else if (sameText(tab, other) || (before && sameText(before, other))) {
      tabs.push(tab);
    } else if (!isChanged) {
      tabs.push(other);
      if (tab.id === activeId) news.push({ kind: 'changed', tab: other });
    } else {
      const mine = withFreeName([...own.tabs, ...kept], { ...tab, id: newId() });
      tabs.push(other, mine);
      if (tab.id === activeId) activeId = mine.id;
      news.push({ kind: 'forked', id: tab.id, own: mine, other });
    }
  }

  const here = new Set(own.tabs.map(({ id }) => id));
  for (const other of kept.filter(({ id }) => !here.has(id))) {
    const before = base.get(other.id);
    // Closed here, and nobody has touched it since.
    if (before && sameText(before, other)) continue;
    tabs.push(other);
    if (before) news.push({ kind: 'reopened', tab: other });
    if (closed?.tab.id === other.id) closed = null;
  }

  const shown = tabs.find(({ id }) => id === activeId) ?? tabs[0];
  if (!shown) return { state: own, news: [] };
  return { state: { tabs, activeId: shown.id, closed }, news };
}

/** For the reader. */
export function tabNewsText(news: TabNews): string {
  switch (news.kind) {
    case 'forked':
      return `${news.other.name} was changed in another window as well. Both are kept: yours is ${news.own.name} now.`;
    case 'changed':
      return `${news.tab.name} was changed in another window, and is shown as it is there.`;
    case 'reopened':
      return `${news.tab.name} is open again: it was changed in another window after you had last seen it.`;
    case 'closed':
      return `${news.tab.name} was closed in another window.`;
    case 'stays':
      return `${news.tab.name} was closed in another window. It stays open here, because you have changed it.`;
  }
}
