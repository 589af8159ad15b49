import { useRef, useState } from 'preact/hooks';
import { writeEntry } from '../study-session.ts';
import type { CardCatalogue, Kept } from '../use-study.ts';
import { cardTitle } from './card-title.ts';

export interface SetAsideCardsProps {
  readonly catalogue: CardCatalogue;
  readonly kept: Kept;
}

/** Cards that do not come up, and cards that keep being forgotten: each can be taken up again. */
export function SetAsideCards({ catalogue, kept }: SetAsideCardsProps) {
  const [said, setSaid] = useState('');
  // Once it has been used, it stays to say what was done, though its list be empty.
  const [used, setUsed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const rows = catalogue.cards.flatMap((card) => {
    const record = kept.records.get(card.id);
    return record && (record.suspended || record.leech) ? [{ card, record }] : [];
  });
  if (rows.length === 0 && !used) return null;

  const write = async (kind: 'suspend' | 'resume' | 'reset', card: string, done: string) => {
    setUsed(true);
    await writeEntry({ kind, card });
    await kept.settled();
    setSaid(done);
    // The button that was pressed may be gone.
    heading.current?.focus();
  };
  return (
    <section class="study-aside" aria-labelledby="aside-title">
      <h2 id="aside-title" ref={heading} tabIndex={-1}>
        Suspended cards and leeches
      </h2>
      <ul>
        {rows.map(({ card, record }) => {
          const title = cardTitle(card);
          return (
            <li key={card.id} data-aside={card.id}>
              <div>
                <a href={card.taughtAt}>{title}</a>
                <p class="study-note">
                  {[
                    record.suspended && 'Suspended',
                    record.leech && `Leech: forgotten ${record.schedule.lapses} times`,
                  ]
                    .filter(Boolean)
                    .join('. ')}
                </p>
              </div>
              <div class="study-session-tools">
                {record.suspended ? (
                  <button
                    type="button"
                    class="study-plain"
                    aria-label={`Resume: ${title}`}
                    onClick={() => write('resume', card.id, 'The card comes up again.')}
                  >
                    Resume
                  </button>
                ) : (
                  <button
                    type="button"
                    class="study-plain"
                    aria-label={`Suspend: ${title}`}
                    onClick={() => write('suspend', card.id, 'The card is suspended.')}
                  >
                    Suspend
                  </button>
                )}
                <button
                  type="button"
                  class="study-quiet"
                  aria-label={`Reset: ${title}`}
                  title="Makes it a new card again"
                  onClick={() => write('reset', card.id, 'The card is new again.')}
                >
                  Reset
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      <p class="study-note" role="status">
        {said}
      </p>
    </section>
  );
}
