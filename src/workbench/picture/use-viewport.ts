import { useEffect, useRef, useState } from 'preact/hooks';
import { isFurther, openingWindow } from '../../timeline/opening-window.ts';
import { isWhole, pan, reveal, zoom } from '../../timeline/viewport.ts';
import { type Window, wholeWindow } from '../../timeline/window.ts';
import type { Trace } from '../../trace/schema.ts';

export interface Viewport {
  readonly window: Window;
  readonly whole: boolean;
  zoom(factor: number, at?: number): void;
  pan(by: number): void;
  fit(): void;
}

/**
 * The stretch of time that is shown; it follows the playhead where that leaves it. When more is known
 * of a run that goes on it stays where it is, unless all was in view.
 *
 * @param moved whether the reader has moved the playhead.
 */
export function useViewport(trace: Trace, nowNs: number, moved: boolean): Viewport {
  const whole = wholeWindow(trace);
  const [kept, setWindow] = useState<Window>(() => openingWindow(trace));
  const known = useRef(trace);
  const isKnown = trace === known.current || isFurther(trace, known.current);
  const window = isKnown ? kept : openingWindow(trace);
  useEffect(() => {
    const before = known.current;
    known.current = trace;
    if (trace === before) return;
    const stays = isFurther(trace, before);
    setWindow((shown) =>
      stays && !isWhole(shown, wholeWindow(before)) ? shown : openingWindow(trace),
    );
  }, [trace]);
  useEffect(() => {
    if (moved) setWindow((shown) => reveal(shown, whole, nowNs));
  }, [nowNs]);
  const middle = () => {
    const at = (nowNs - window.fromNs) / (window.toNs - window.fromNs);
    return at >= 0 && at <= 1 ? at : 0.5;
  };
  return {
    window,
    whole: isWhole(window, whole),
    zoom: (factor, at = middle()) => setWindow((shown) => zoom(shown, whole, factor, at)),
    pan: (by) => setWindow((shown) => pan(shown, whole, by)),
    fit: () => setWindow(whole),
  };
}
