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
  /** Something of this window's is not kept: it has to be written, again perhaps. */
  readonly isUnkept: boolean;
  readonly news: readonly TabNews[];
}

export interface Merging {
  readonly own: Tabs;
  /** The tabs as this window last read or wrote them. */
  readonly base: ReadonlyMap<string, Tab>;
  /** The tabs as they are kept by now. */
  readonly kept: readonly Tab[];
  /**
   * The tabs as they were before this window wrote them, if it has just done so: another that wrote at
   * the same moment may not have seen it, and put back what there was.
   */
  readonly overwritten?: ReadonlyMap<string, Tab> | null;
  readonly newId: () => string;
}

export function mergeTabs({ own, base, kept, overwritten = null, newId }: Merging): MergedTabs {
  const isPutBack = (id: string, other: Tab | undefined) => {
    if (overwritten === null || sameTab(overwritten.get(id), base.get(id))) return false;
    return sameTab(overwritten.get(id), other);
  };
  let isUnkept = false;
  const news: TabNews[] = [];
  const tabs: Tab[] = [];
  const theirs = new Map(kept.map((tab) => [tab.id, tab]));
  let { activeId, closed } = own;

  for (const tab of own.tabs) {
    const [before, other] = [base.get(tab.id), theirs.get(tab.id)];
    const isChanged = !sameText(before, tab);
    if (before && isPutBack(tab.id, other)) {
      tabs.push(tab);
      isUnkept = true;
    } else if (!other) {
      if (isChanged) {
        isUnkept = true;
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
      isUnkept = true;
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
  if (!shown) return { state: own, isUnkept, news: [] };
  return { state: { tabs, activeId: shown.id, closed }, isUnkept, news };
}

/** Both missing is the same, too. */
function sameTab(one: Tab | undefined, other: Tab | undefined): boolean {
  return other === undefined ? one === undefined : sameText(one, other);
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
