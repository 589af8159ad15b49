import { useEffect } from 'preact/hooks';
import type { EditorMode } from '../edit/use-editor.ts';
import { sharedSimulator } from './shared-simulator.ts';

/**
 * Starts Python in the background, so that the first run need not wait for it: it is fetched and
 * compiled while the editor opens, and booted when that is there. Both at once would keep the reader
 * waiting for either.
 */
export function usePreparedPython(mode: EditorMode): void {
  useEffect(() => {
    if (mode === 'listing') return;
    sharedSimulator()
      .then((simulator) => (mode === 'editing' ? simulator.prepare() : simulator.preload()))
      // What fails here fails again, and is reported, when the reader runs something.
      .catch(() => {});
  }, [mode]);
}
