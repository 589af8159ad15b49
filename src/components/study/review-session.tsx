import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { newRecord } from '../../study/card-history.ts';
import { spokenText } from '../../study/flashcard.ts';
import { deckCounts, nextCard, nextDueMs } from '../../study/review-queue.ts';
import { GRADES, type Grade, intervalPhrase } from '../../study/schedule.ts';
import { CardFace } from './card-face.tsx';
import { GradeButtons } from './grade-buttons.tsx';
import { writeEntry } from './study-session.ts';
import { type CardCatalogue, type Kept, useNow } from './use-study.ts';

export interface ReviewSessionProps {
  readonly title: string;
  readonly cards: readonly string[];
  readonly cram: boolean;
  readonly catalogue: CardCatalogue;
  readonly kept: Kept;
  readonly onLeave: () => void;
}

/** What Undo takes back: an entry of the log, or a step of cramming. */
type Done = { readonly card: string; readonly entry: string | null };

/** One card after another, until none is left for now. */
export function ReviewSession(props: ReviewSessionProps) {
  const { title, cards, cram, catalogue, kept, onLeave } = props;
  const nowMs = Math.max(useNow(), Date.now());
  const [turned, setTurned] = useState(false);
  const [crammed, setCrammed] = useState(0);
  const [done, setDone] = useState<readonly Done[]>([]);
  const [said, setSaid] = useState('');
  const [, redraw] = useReducer<number, undefined>((times) => times + 1, 0);
  const writing = useRef(false);
  // The card that is shown stays, whatever another tab does meanwhile.
  const held = useRef<string | null>(null);
  const front = useRef<HTMLElement>(null);
  const back = useRef<HTMLElement>(null);

  const queue = { cards, ...kept, nowMs };
  const able = cards.filter((card) => !kept.records.get(card)?.suspended);
  if (held.current === null) held.current = cram ? (able[crammed] ?? null) : nextCard(queue);
  const id = held.current;
  const card = catalogue.cards.find((each) => each.id === id) ?? null;
  const record = id === null ? null : (kept.records.get(id) ?? newRecord(id));

  // One answer at a time: a key held down must not answer the next card unseen.
  const once = async (work: () => Promise<void>, undoing?: string) => {
    if (writing.current) return;
    writing.current = true;
    try {
      await work();
      await kept.settled();
      held.current = undoing ?? null;
      setTurned(false);
      // A card that was not turned leaves `turned` as it was, and has to go all the same.
      redraw(undefined);
    } finally {
      writing.current = false;
    }
  };
  const turn = () => {
    setTurned(true);
    setSaid('');
  };
  const grade = (how: Grade) =>
    once(async () => {
      if (id === null) return;
      if (cram) {
        setCrammed(crammed + 1);
        setDone([...done, { card: id, entry: null }]);
        return;
      }
      const entry = await writeEntry({ kind: 'review', card: id, grade: how });
      setDone([...done, { card: id, entry: entry.id }]);
    });
  const undo = () =>
    once(async () => {
      const last = done.at(-1);
      if (!last) return;
      if (last.entry === null) setCrammed(crammed - 1);
      else await writeEntry({ kind: 'undo', card: last.card, of: last.entry });
      setDone(done.slice(0, -1));
      setSaid('Taken back.');
    }, done.at(-1)?.card);
  const suspend = () =>
    once(async () => {
      if (id === null) return;
      const entry = await writeEntry({ kind: 'suspend', card: id });
      setDone([...done, { card: id, entry: entry.id }]);
      setSaid('Suspended.');
    });

  const keys = useRef<(event: KeyboardEvent) => void>(() => {});
  keys.current = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('input, textarea, select, [role="dialog"]')) return;
    const graded = GRADES[Number(event.key) - 1];
    if (event.key === ' ' && !turned && card && !target?.closest('button, a, summary')) turn();
    else if (graded && turned && card) void grade(graded);
    else if (event.key === 'u') void undo();
    else return;
    event.preventDefault();
  };
  // Before the first key can come.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => keys.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
  // The next card is where reading goes on, for those who cannot see it come.
  useEffect(() => {
    front.current?.focus({ preventScroll: true });
    front.current?.scrollIntoView({ block: 'nearest' });
  }, [id, done.length]);
  // The button that turned it is gone.
  useLayoutEffect(() => {
    if (turned && document.activeElement === document.body) {
      back.current?.focus({ preventScroll: true });
    }
  }, [turned]);
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);

  const counts = deckCounts(queue);
  const tools = (
    <div class="study-session-tools">
      <button type="button" class="study-quiet" disabled={done.length === 0} onClick={undo}>
        Undo{' '}
        <span class="study-key" aria-hidden="true">
          u
        </span>
      </button>
      {card && !cram && (
        <button type="button" class="study-quiet" onClick={suspend}>
          Suspend
        </button>
      )}
      {card && 'speechSynthesis' in globalThis && (
        <button
          type="button"
          class="study-quiet"
          onClick={() => speak(spokenText(turned ? card.back : card.front))}
        >
          Read aloud
        </button>
      )}
      <button type="button" class="study-quiet" onClick={onLeave}>
        All decks
      </button>
    </div>
  );

  return (
    <section class="study-session" aria-label={`${cram ? 'Cramming' : 'Studying'} ${title}`}>
      <p class="study-left">
        <b>{title}</b>{' '}
        {cram
          ? `${crammed} of ${able.length}, without touching the schedule`
          : `${counts.due} due, ${counts.fresh} new`}
      </p>
      {card && record ? (
        <div class="study-flashcard" data-card={card.id}>
          <section ref={front} tabIndex={-1} class="study-front" aria-label="Question">
            {record.leech && (
              <p class="study-leech">
                Leech: forgotten {record.schedule.lapses} times. Read its section again.
              </p>
            )}
            <CardFace blocks={card.front} />
          </section>
          {turned ? (
            <>
              <section
                ref={back}
                tabIndex={-1}
                class="study-back"
                aria-label="Answer"
                aria-live="polite"
              >
                <CardFace blocks={card.back} />
                <CardLinks id={card.id} catalogue={catalogue} />
              </section>
              <GradeButtons schedule={cram ? null : record.schedule} onGrade={grade} />
            </>
          ) : (
            <button type="button" class="study-button study-show" onClick={turn}>
              Show the answer{' '}
              <span class="study-key" aria-hidden="true">
                space
              </span>
            </button>
          )}
        </div>
      ) : (
        <section
          class="study-finished"
          ref={front}
          tabIndex={-1}
          aria-label="The end of the session"
        >
          <p>
            <b>That is all for now.</b> {!cram && nextText(nextDueMs(queue), nowMs)}
          </p>
        </section>
      )}
      {tools}
      <p class="sr-only" role="status">
        {said}
      </p>
    </section>
  );
}

interface CardLinksProps {
  readonly id: string;
  readonly catalogue: CardCatalogue;
}

function CardLinks({ id, catalogue }: CardLinksProps) {
  const card = catalogue.cards.find((each) => each.id === id);
  const [problem, setProblem] = useState('');
  if (!card) return null;
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const code = [...card.front, ...card.back].find((block) => block.kind === 'code');
  const open = async () => {
    if (code?.kind !== 'code') return;
    try {
      const { playgroundLink } = await import('../snippet/playground-link.ts');
      location.assign(await playgroundLink(code.snippet ?? card.id, code.source));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <p class="study-links">
      <a href={`${base}/${card.chapter}/#${card.section}`}>Read the section</a>
      {code && (
        <button type="button" class="study-quiet" onClick={open}>
          Open in playground
        </button>
      )}
      {problem !== '' && <span role="alert">{problem}</span>}
    </p>
  );
}

function nextText(atMs: number | null, nowMs: number): string {
  return atMs === null ? '' : `The next card comes up in ${intervalPhrase(atMs - nowMs)}.`;
}

function speak(text: string): void {
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = 'en-GB';
  speechSynthesis.speak(words);
}
