import { useEffect } from 'preact/hooks';
import { sharedSimulator } from './shared-simulator.ts';

/**
 * Starts Python in the background, so that the first run need not wait for it.
 *
 * @param wanted once the editor is there: both at once would keep the reader waiting for either.
 */
export function usePreparedPython(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    sharedSimulator()
      .then((simulator) => simulator.prepare())
      // What fails here fails again, and is reported, when the reader runs something.
      .catch(() => {});
  }, [wanted]);
}
