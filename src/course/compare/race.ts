/**
 * Plays two recordings side by side on one clock. The pictures are complete as they stand; this
 * only covers what has not happened yet, and moves the edge of the cover.
 */
import { formatSeconds } from '../../analysis/transcript.ts';

/** How long the whole takes to watch, however long the programs take. */
export const RACE_MS = 6_000;
/** Frames further apart than this are a page that was away, not time that was watched. */
const LONGEST_FRAME_MS = 100;

/** The virtual time at which a race stands after so long a time of watching. */
export function raceNs(watchedMs: number, spanNs: number): number {
  return Math.min(1, Math.max(0, watchedMs / RACE_MS)) * spanNs;
}

/** A run's clock: it stops when its program is over. */
export function clockText(raceAtNs: number, endedNs: number): string {
  return `${formatSeconds(Math.min(raceAtNs, endedNs))} s`;
}

/** What the button offers. */
export function offer(state: RaceState): 'Pause' | 'Play' | 'Play again' {
  return ({ playing: 'Pause', paused: 'Play', over: 'Play again' } as const)[state];
}

export type RaceState = 'playing' | 'paused' | 'over';

interface Run {
  readonly endedNs: number;
  readonly element: HTMLElement;
  readonly clock: HTMLElement;
}

/** Brings the markup of `Race.astro` to life. Begins by itself unless motion is unwelcome. */
export function startRace(root: HTMLElement): void {
  const button = root.querySelector<HTMLButtonElement>('[data-race-button]');
  const runs = [...root.querySelectorAll<HTMLElement>('[data-ended-ns]')].flatMap(runIn);
  if (!button || runs.length === 0) return;
  const spanNs = Math.max(...runs.map(({ endedNs }) => endedNs));

  let state: RaceState = 'over';
  let watchedMs = 0;
  let lastMs: number | null = null;

  const enter = (next: RaceState) => {
    state = next;
    lastMs = null;
    root.dataset['race'] = state;
    button.textContent = offer(state);
    if (state === 'playing') requestAnimationFrame(frame);
  };
  const show = (atNs: number) => {
    for (const { element, clock, endedNs } of runs) {
      const text = clockText(atNs, endedNs);
      if (clock.textContent !== text) clock.textContent = text;
      element.style.setProperty('--played', `${(Math.min(atNs, endedNs) / spanNs) * 100}%`);
      element.toggleAttribute('data-over', atNs >= endedNs);
    }
  };
  const frame = (nowMs: number) => {
    if (state !== 'playing') return;
    watchedMs += Math.min(LONGEST_FRAME_MS, nowMs - (lastMs ?? nowMs));
    lastMs = nowMs;
    show(raceNs(watchedMs, spanNs));
    if (watchedMs >= RACE_MS) enter('over');
    else requestAnimationFrame(frame);
  };

  button.addEventListener('click', () => {
    if (state === 'over') watchedMs = 0;
    enter(state === 'playing' ? 'paused' : 'playing');
  });
  // Paper shows the whole of it, wherever the race stands.
  addEventListener('beforeprint', () => show(spanNs));
  addEventListener('afterprint', () => {
    if (state !== 'over') show(raceNs(watchedMs, spanNs));
  });
  button.hidden = false;
  enter('over');
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) whenSeen(root, () => button.click());
}

function runIn(element: HTMLElement): Run[] {
  const clock = element.querySelector<HTMLElement>('[data-clock]');
  return clock ? [{ element, clock, endedNs: Number(element.dataset['endedNs']) }] : [];
}

function whenSeen(element: Element, act: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { threshold: 0.4 },
  );
  observer.observe(element);
}
