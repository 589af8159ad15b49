import { useEffect, useRef, useState } from 'preact/hooks';
import { browserStorage } from '../../ui/browser-storage.ts';
import { Icon } from '../../ui/icons.tsx';
import { LineIcon } from '../../ui/line-icon.tsx';
import { motionUnwelcome } from '../../ui/motion.ts';
import { MOMENT_EVENT, type MomentLink } from '../moments/moment-link.ts';
import { createReading, type Reading } from './reading.ts';
import type { Sentence } from './sentences.ts';
import { browserSpeaker } from './voices.ts';

const RATES = [0.75, 1, 1.25, 1.5, 2] as const;
const RATE_KEY = 'loopscope:listen-rate';
/** As styles call what is being read. */
const HIGHLIGHT = 'ls-spoken';

interface ListenBarProps {
  readonly sentences: readonly Sentence[];
  readonly onClose: () => void;
}

/** The controls of the voice, at the foot of the window as long as it reads. */
export function ListenBar({ sentences, onClose }: ListenBarProps) {
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [rate, setRate] = useState(keptRate);
  const reading = useRef<Reading | null>(null);
  const play = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const made = createReading({
      texts: sentences.map(({ text }) => text),
      speaker: browserSpeaker(),
      rate,
      onPlaying: setPlaying,
      onWord: (sentence, from) => {
        const { moments = [] } = sentences[sentence] ?? {};
        const now = moments.findLast((moment) => moment.from <= from);
        if (now && now !== moments[0]) follow(now.link);
      },
      onSentence: (next) => {
        setAt(next ?? 0);
        light(next === null ? null : (sentences[next] ?? null));
      },
    });
    reading.current = made;
    made.play();
    play.current?.focus();
    const leave = () => made.end();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      made.end();
      light(null);
    };
  }, []);
  const toggle = () => (playing ? reading.current?.pause() : reading.current?.play());
  useKeys({ k: toggle, j: () => reading.current?.move(-1), l: () => reading.current?.move(1) });
  const choose = (next: number) => {
    setRate(next);
    keepRate(next);
    reading.current?.setRate(next);
  };
  return (
    <section class="listen-bar" aria-label="Reading aloud">
      <button
        type="button"
        aria-label="Back a sentence (J)"
        onClick={() => reading.current?.move(-1)}
      >
        <LineIcon path="M11 3v10L4 8zM3 3v10" filled />
      </button>
      <button
        type="button"
        class="listen-play"
        ref={play}
        aria-label={playing ? 'Pause (K)' : 'Read (K)'}
        onClick={toggle}
      >
        {playing ? <LineIcon path="M4 3h3v10H4zM9 3h3v10H9z" filled /> : <Icon name="run" />}
      </button>
      <button type="button" aria-label="On a sentence (L)" onClick={() => reading.current?.move(1)}>
        <LineIcon path="M5 3v10l7-5zM13 3v10" filled />
      </button>
      <progress max={sentences.length} value={at + 1} aria-label="How far" />
      <label>
        <span class="sr-only">Speed</span>
        <select
          value={String(rate)}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        >
          {RATES.map((each) => (
            <option key={each} value={String(each)}>
              {`${each} ×`}
            </option>
          ))}
        </select>
      </label>
      <button type="button" aria-label="Stop reading" onClick={onClose}>
        <Icon name="close" />
      </button>
    </section>
  );
}

/** Lights a sentence, brings it into sight, and moves the picture to the first moment it speaks of. */
function light(sentence: Sentence | null): void {
  const { highlights } = CSS as { readonly highlights?: HighlightRegistry };
  highlights?.delete(HIGHLIGHT);
  if (!sentence) return;
  const { range, moments } = sentence;
  const element = range.startContainer.parentElement;
  const folded = element?.closest('details:not([open])');
  // A question's own words are read before it is unfolded for the answer.
  if (folded instanceof HTMLDetailsElement && !element?.closest('summary')) folded.open = true;
  highlights?.set(HIGHLIGHT, new Highlight(range));
  const { top, bottom } = range.getBoundingClientRect();
  if (top < innerHeight * 0.12 || bottom > innerHeight * 0.8) {
    const behavior = motionUnwelcome() ? 'instant' : 'smooth';
    scrollBy({ top: top - innerHeight * 0.35, behavior });
  }
  if (moments[0]) follow(moments[0].link);
}

/** Moves the playhead, and leaves the page where it is. */
function follow(link: HTMLAnchorElement): void {
  const moment = JSON.parse(link.dataset['moment'] ?? 'null') as MomentLink;
  const figure = document.getElementById(link.hash.slice(1));
  figure?.dispatchEvent(new CustomEvent(MOMENT_EVENT, { detail: { what: 'follow', moment } }));
}

/** Keys that work wherever nobody is writing. */
function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || event.defaultPrevented) return;
      if (target instanceof Element && target.closest('input, textarea, select, [role="slider"]')) {
        return;
      }
      const act = latest.current[key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function keptRate(): number {
  const kept = Number(browserStorage('localStorage')?.getItem(RATE_KEY));
  return RATES.find((each) => each === kept) ?? 1;
}

function keepRate(rate: number): void {
  try {
    browserStorage('localStorage')?.setItem(RATE_KEY, String(rate));
  } catch {
    // Where storage is full, the choice lasts as long as the page.
  }
}
