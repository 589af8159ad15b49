import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type CardCatalogue, type Kept, useNow } from '../use-study.ts';
import { CardFace } from './card-face.tsx';
import { newRecord } from './card-history.ts';
import { CardLinks } from './card-links.tsx';
import { GradeButtons } from './grade-buttons.tsx';
import { deckCounts, nextDueMs } from './review-queue.ts';
import { GRADES, intervalPhrase } from './schedule.ts';
import { SessionTools } from './session-tools.tsx';
import { useReview } from './use-review.ts';

export interface ReviewSessionProps {
  readonly title: string;
  readonly cards: readonly string[];
  readonly cram: boolean;
  readonly catalogue: CardCatalogue;
  readonly kept: Kept;
  readonly onLeave: () => void;
}

/** One card after another, until none is left for now. */
export function ReviewSession(props: ReviewSessionProps) {
  const { title, cards, cram, catalogue, kept, onLeave } = props;
  const nowMs = Math.max(useNow(), Date.now());
  const queue = { cards, ...kept, nowMs };
  const review = useReview({ queue, kept, cram });
  const { turned } = review;
  const front = useRef<HTMLElement>(null);
  const back = useRef<HTMLElement>(null);
  const card = catalogue.cards.find(({ id }) => id === review.card) ?? null;

  const keys = useRef<(event: KeyboardEvent) => void>(() => {});
  keys.current = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('input, textarea, select, [role="dialog"]')) return;
    const graded = GRADES[Number(event.key) - 1];
    if (event.key === ' ' && !turned && card && !target?.closest('button, a, summary'))
      review.turn();
    else if (graded && turned && card) review.grade(graded);
    else if (event.key === 'u') review.undo();
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
  }, [review.card, review.done]);
  // The button that turned it is gone.
  useLayoutEffect(() => {
    if (turned && document.activeElement === document.body) {
      back.current?.focus({ preventScroll: true });
    }
  }, [turned]);

  const counts = deckCounts(queue);
  const record = card && (kept.records.get(card.id) ?? newRecord(card.id));
  return (
    <section class="study-session" aria-label={`${cram ? 'Cramming' : 'Studying'} ${title}`}>
      <p class="study-left">
        <b>{title}</b>{' '}
        {cram
          ? `${review.crammed} of ${review.able}, without touching the schedule`
          : `${counts.due} due, ${counts.fresh} new`}
      </p>
      {review.elsewhere && (
        <p class="study-note" role="status">
          {review.elsewhere === 'shown'
            ? 'This card has been answered in another window meanwhile. Both answers count.'
            : 'The card that was here has been answered in another window.'}
        </p>
      )}
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
                <CardLinks card={card} />
              </section>
              <GradeButtons schedule={cram ? null : record.schedule} onGrade={review.grade} />
            </>
          ) : (
            <button type="button" class="study-button study-show" onClick={review.turn}>
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
      <SessionTools
        canUndo={review.done > 0}
        canSuspend={card !== null && !cram}
        spoken={card && (turned ? card.back : card.front)}
        onUndo={review.undo}
        onSuspend={review.suspend}
        onLeave={onLeave}
      />
      <p class="sr-only" role="status">
        {review.said}
      </p>
    </section>
  );
}

function nextText(atMs: number | null, nowMs: number): string {
  return atMs === null ? '' : `The next card comes up in ${intervalPhrase(atMs - nowMs)}.`;
}
