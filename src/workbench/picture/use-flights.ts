import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { motionUnwelcome } from '../../ui/motion.ts';

/** Long enough to be followed by eye; a step takes longer. */
const FLIGHT_MS = 320;
/** What changes faster than this is not to be followed, and would only flicker. */
const FOLLOWED_MS = 140;

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Whatever has a `data-flies` flies from where it stood to where it stands now: first, last, invert,
 * play (https://aerotwist.com/blog/flip-your-animations/). What was not there appears.
 *
 * @param moment changes whenever something may have moved.
 */
export function useFlights(box: RefObject<HTMLElement>, moment: unknown): void {
  const places = useRef(new Map<string, Place>());
  const lastMs = useRef(0);
  useLayoutEffect(() => {
    if (!box.current) return;
    const former = places.current;
    places.current = new Map();
    const nowMs = performance.now();
    const still = nowMs - lastMs.current < FOLLOWED_MS || motionUnwelcome();
    lastMs.current = nowMs;
    const origin = box.current.getBoundingClientRect();
    for (const element of box.current.querySelectorAll<HTMLElement>('[data-flies]')) {
      for (const flight of element.getAnimations()) flight.cancel();
      const { left, top } = element.getBoundingClientRect();
      const place = { x: left - origin.left, y: top - origin.top };
      const key = element.dataset['flies'] ?? '';
      if (!places.current.has(key)) places.current.set(key, place);
      if (!still && former.size > 0) fly(element, former.get(key), place);
    }
  }, [moment]);
}

function fly(element: HTMLElement, from: Place | undefined, to: Place): void {
  if (!from) {
    element.animate([{ opacity: 0 }, {}], { duration: FLIGHT_MS });
    return;
  }
  const [x, y] = [from.x - to.x, from.y - to.y];
  if (Math.abs(x) + Math.abs(y) < 1) return;
  element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
    duration: FLIGHT_MS,
    easing: 'cubic-bezier(0.2, 0.7, 0.3, 1)',
  });
}
