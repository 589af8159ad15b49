import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { KeptFiles } from '../progress/kept-files.tsx';
import { writeEntries } from '../study-session.ts';
import { type CardCatalogue, fetchCatalogue, type Kept, useKept, useNow } from '../use-study.ts';
import { VisitOnly } from '../visit-only.tsx';
import { deckCounts } from './review-queue.ts';
import { ReviewSession } from './review-session.tsx';
import { SetAsideCards } from './set-aside-cards.tsx';
import { StatisticsPanel } from './statistics-panel.tsx';

/** A deck being gone through; `cram` leaves the schedule alone. */
interface Session {
  readonly title: string;
  readonly cards: readonly string[];
  readonly cram: boolean;
}

/** The page of flashcards: decks, a session with one of them, statistics, and files. */
export function FlashcardsIsland() {
  const [catalogue, setCatalogue] = useState<CardCatalogue | null>(null);
  const [problem, setProblem] = useState('');
  const [session, setSession] = useState<Session | null>(null);
  const kept = useKept();
  const page = useRef<HTMLDivElement>(null);
  const left = useRef<string | null>(null);
  // Back to the deck that was studied.
  useLayoutEffect(() => {
    if (session || left.current === null) return;
    const deck = page.current?.querySelector(`[data-deck="${CSS.escape(left.current)}"]`);
    deck?.querySelector('button')?.focus();
    left.current = null;
  }, [session]);
  useEffect(() => {
    fetchCatalogue().then(setCatalogue, (error: Error) => setProblem(error.message));
  }, []);

  if (problem !== '') return <p role="alert">{problem}</p>;
  if (!catalogue || !kept) return <p class="study-note">The cards are being fetched.</p>;
  return (
    <div ref={page} class="study-page" data-ready>
      {!kept.lasting && <VisitOnly />}
      {session ? (
        <ReviewSession
          {...session}
          catalogue={catalogue}
          kept={kept}
          onLeave={() => {
            left.current = session.title;
            setSession(null);
          }}
        />
      ) : (
        <>
          <DeckTable catalogue={catalogue} kept={kept} onStart={setSession} />
          <SetAsideCards catalogue={catalogue} kept={kept} />
          <StatisticsPanel kept={kept} />
          <KeptFiles deck={{ catalogue, kept }} />
        </>
      )}
    </div>
  );
}

interface DeckTableProps {
  readonly catalogue: CardCatalogue;
  readonly kept: Kept;
  readonly onStart: (session: Session) => void;
}

function DeckTable({ catalogue, kept, onStart }: DeckTableProps) {
  const nowMs = useNow();
  const decks = [
    { title: 'Everything', cards: catalogue.cards.map(({ id }) => id) },
    ...catalogue.chapters
      .map(({ slug, title }) => ({
        title,
        cards: catalogue.cards.filter(({ chapter }) => chapter === slug).map(({ id }) => id),
      }))
      .filter(({ cards }) => cards.length > 0),
  ];
  const reset = async (title: string, cards: readonly string[]) => {
    if (!confirm(`Begin ${title} anew? Its cards become new again.`)) return;
    const known = cards.filter((card) => kept.records.has(card));
    await writeEntries(known.map((card) => ({ kind: 'reset', card })));
  };
  return (
    <table class="study-decks">
      <caption class="sr-only">Decks</caption>
      <thead>
        <tr>
          <th scope="col">Deck</th>
          <th scope="col">Due</th>
          <th scope="col">New</th>
          <th scope="col">Learned</th>
          <th scope="col">
            <span class="sr-only">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {decks.map(({ title, cards }) => {
          const counts = deckCounts({ cards, ...kept, nowMs });
          return (
            <tr key={title} data-deck={title}>
              <th scope="row">{title}</th>
              <td data-count="due">{counts.due}</td>
              <td data-count="new">{counts.fresh}</td>
              <td data-count="learned">
                {counts.learned} <span class="study-of">of {counts.total}</span>
              </td>
              <td class="study-deck-tools">
                <button
                  type="button"
                  class="study-button"
                  aria-label={`Study ${title}`}
                  onClick={() => onStart({ title, cards, cram: false })}
                >
                  Study
                </button>
                <button
                  type="button"
                  class="study-quiet"
                  aria-label={`Cram ${title}`}
                  title="All its cards, without touching their schedule"
                  onClick={() => onStart({ title, cards, cram: true })}
                >
                  Cram
                </button>
                <button
                  type="button"
                  class="study-quiet"
                  aria-label={`Reset ${title}`}
                  onClick={() => void reset(title, cards)}
                >
                  Reset
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
