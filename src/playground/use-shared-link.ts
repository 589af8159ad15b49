import { useEffect, useRef } from 'preact/hooks';
import type { PlaygroundProgram } from '../workbench/program/playground-program.ts';
import { decodeShare, type SharedBeside } from '../workbench/program/share-link.ts';

export interface SharedLinkHandlers {
  readonly onProgram: (program: PlaygroundProgram, beside: Required<SharedBeside>) => void;
  readonly onBroken: (message: string) => void;
}

/** Opens the program of the page's address, now and whenever the address gets another. */
export function useSharedLink(handlers: SharedLinkHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const read = async () => {
      const shared = await decodeShare(location.hash);
      if (shared.kind === 'broken') latest.current.onBroken(shared.message);
      if (shared.kind === 'program') latest.current.onProgram(shared.program, shared);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
}

/** So that a reload shows the tab as it is by then, and not the link's program once more. */
export function forgetSharedLink(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}
