import { useRef, useState } from 'preact/hooks';
import { writeEntry } from '../study-session.ts';
import { type Kept, useKept } from '../use-study.ts';
import { CardFace } from './card-face.tsx';
import { newRecord } from './card-history.ts';
import type { Flashcard } from './flashcard.ts';
import { GradeButtons } from './grade-buttons.tsx';
import { intervalPhrase } from './schedule.ts';

/** Some cards of a section, to be answered where they stand; an answer starts their schedule. */
export function CardsIsland({ cards }: { readonly cards: readonly Flashcard[] }) {
  const kept = useKept();
  return (
    <div class="study-cards">
      <p class="study-cards-title">Do you remember?</p>
      {cards.map((card) => (
        <CardInText key={card.id} card={card} kept={kept} />
      ))}
    </div>
  );
}

interface CardInTextProps {
  readonly card: Flashcard;
  /** Null until it has been read. */
  readonly kept: Kept | null;
}

function CardInText({ card, kept }: CardInTextProps) {
  const [said, setSaid] = useState('');
  const question = useRef<HTMLElement>(null);
  const record = kept?.records.get(card.id) ?? newRecord(card.id);
  const inDeck = record.introducedMs !== null;
  return (
    <details class="study-card" data-card={card.id}>
      <summary ref={question}>
        <CardFace blocks={card.front} />
        <span class="study-turn">Show the answer</span>
      </summary>
      <div class="study-back">
        <CardFace blocks={card.back} />
        {kept && !inDeck && (
          <GradeButtons
            schedule={record.schedule}
            onGrade={async (grade) => {
              await writeEntry({ kind: 'review', card: card.id, grade });
              setSaid('Added to your deck.');
              // The button that was pressed goes.
              question.current?.focus({ preventScroll: true });
            }}
          />
        )}
        <p class="study-note" role="status">
          {said}
          {inDeck &&
            ` In your deck; next in ${intervalPhrase(Math.max(60_000, record.schedule.dueMs - Date.now()))}.`}
        </p>
      </div>
    </details>
  );
}
