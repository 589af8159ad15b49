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
  /** Gives more room on the right, beyond the end of the run. */
  widen(): void;
}

export interface ViewportOptions {
  /** Whether the reader has moved the playhead. */
  readonly moved: boolean;
  /** Whether the trace takes the place of another of the same program: then nothing jumps. */
  readonly keeps: boolean;
  /** Whether the scale is to stay as it is, whatever comes. */
  readonly held: boolean;
}

const WIDENED_BY = 0.03;

/**
 * The stretch of time that is shown; it follows the playhead where that leaves it. When more is known
 * of a run that goes on it stays where it is, unless all was in view.
 *
 */
export function useViewport(trace: Trace, nowNs: number, options: ViewportOptions): Viewport {
  const { moved, keeps, held } = options;
  const whole = wholeWindow(trace);
  const [kept, setWindow] = useState<Window>(() => openingWindow(trace));
  const known = useRef(trace);
  const isKnown = trace === known.current || keeps || isFurther(trace, known.current);
  const window = isKnown ? kept : openingWindow(trace);
  useEffect(() => {
    const before = known.current;
    known.current = trace;
    if (trace === before || held) return;
    const stays = keeps || isFurther(trace, before);
    setWindow((shown) =>
      stays && !isWhole(shown, wholeWindow(before)) ? shown : openingWindow(trace),
    );
  }, [trace]);
  /** Whether all was in view when the scale began to be held. */
  const wasWhole = useRef(false);
  useEffect(() => {
    if (held) wasWhole.current = isWhole(window, whole);
    else if (wasWhole.current) {
      wasWhole.current = false;
      setWindow(openingWindow(trace));
    }
  }, [held]);
  useEffect(() => {
    if (moved && !held) setWindow((shown) => reveal(shown, whole, nowNs));
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
    widen: () =>
      setWindow(({ fromNs, toNs }) => ({ fromNs, toNs: toNs + (toNs - fromNs) * WIDENED_BY })),
  };
}
