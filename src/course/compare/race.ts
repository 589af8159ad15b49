/**
 * Plays two recordings side by side on one clock. The pictures are complete as they stand; this
 * only covers what has not happened yet, and moves the edge of the cover.
 */
import { formatSeconds } from '../../analysis/transcript.ts';
import { motionUnwelcome } from '../../ui/motion.ts';
import { playTime } from '../../workbench/play/play-time.ts';

/** How long the whole takes to watch, however long the programs take. */
const RACE_MS = 6_000;

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

/** Brings the markup of `Compare.astro` to life. Begins by itself unless motion is unwelcome. */
export function startRace(root: HTMLElement): void {
  const button = root.querySelector<HTMLButtonElement>('[data-race-button]');
  const runs = [...root.querySelectorAll<HTMLElement>('[data-ended-ns]')].flatMap(runIn);
  if (!button || runs.length === 0) return;
  const spanNs = Math.max(...runs.map(({ endedNs }) => endedNs));

  let state: RaceState = 'over';
  let nowNs = 0;
  let pause = () => {};

  const enter = (next: RaceState) => {
    state = next;
    pause();
    root.dataset['race'] = state;
    button.textContent = offer(state);
    if (state === 'playing') play();
  };
  const show = (atNs: number) => {
    for (const { element, clock, endedNs } of runs) {
      const text = clockText(atNs, endedNs);
      if (clock.textContent !== text) clock.textContent = text;
      element.style.setProperty('--played', `${(Math.min(atNs, endedNs) / spanNs) * 100}%`);
      element.toggleAttribute('data-over', atNs >= endedNs);
    }
  };
  const play = () => {
    pause = playTime({
      fromNs: nowNs,
      toNs: spanNs,
      nsPerMs: spanNs / RACE_MS,
      onFrame(atNs) {
        nowNs = atNs;
        show(nowNs);
      },
      onEnd: () => enter('over'),
    });
  };

  button.addEventListener('click', () => {
    if (state === 'over') nowNs = 0;
    enter(state === 'playing' ? 'paused' : 'playing');
  });
  // What is printed is complete, wherever the race stands.
  addEventListener('beforeprint', () => show(spanNs));
  addEventListener('afterprint', () => {
    if (state !== 'over') show(nowNs);
  });
  button.hidden = false;
  enter('over');
  if (!motionUnwelcome()) whenSeen(root, () => button.click());
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
