/** The news that something of the reader's has changed, between the parts of a page and between tabs. */
import { isOfProgress } from './progress/progress.ts';

const NEWS = 'loopscope-study';

/** To the other tabs: a channel does not hear what it says itself. */
let tabs: BroadcastChannel | null = null;

function otherTabs(): BroadcastChannel | null {
  if (typeof BroadcastChannel !== 'undefined') tabs ??= new BroadcastChannel(NEWS);
  return tabs;
}

/** Calls back when this tab or another one has changed what is kept. Returns what ends it. */
export function onStudyNews(listener: () => void): () => void {
  document.addEventListener(NEWS, listener);
  otherTabs()?.addEventListener('message', listener);
  const onStorage = (event: StorageEvent) => {
    if (isOfProgress(event)) listener();
  };
  addEventListener('storage', onStorage);
  return () => {
    removeEventListener('storage', onStorage);
    document.removeEventListener(NEWS, listener);
    otherTabs()?.removeEventListener('message', listener);
  };
}

export function announceStudyNews(): void {
  document.dispatchEvent(new CustomEvent(NEWS));
  otherTabs()?.postMessage('changed');
}
