import { useRef } from 'preact/hooks';
import { uniqueId } from '../ui/unique-id.ts';
import type { TabNews } from './merge-tabs.ts';

export interface PaneKeys {
  /** What an editor's pane is known by as long as it lives. */
  keyOf(tabId: string): string;
  follow(news: readonly TabNews[]): void;
}

/** A text that gets a tab of its own keeps the editor that it is typed into, undo and caret. */
export function usePaneKeys(): PaneKeys {
  const keys = useRef(new Map<string, string>());
  const keyOf = (tabId: string) => keys.current.get(tabId) ?? tabId;
  return {
    keyOf,
    follow(news) {
      for (const each of news) {
        if (each.kind !== 'forked') continue;
        keys.current.set(each.own.id, keyOf(each.id));
        keys.current.set(each.id, uniqueId());
      }
    },
  };
}
