import type { Flashcard } from './flashcard.ts';
import { OpenInPlayground } from './open-in-playground.tsx';

/** From a card to what teaches it, and to its program. */
export function CardLinks({ card }: { readonly card: Flashcard }) {
  const code = [...card.front, ...card.back].find((block) => block.kind === 'code');
  return (
    <p class="study-links">
      <a href={card.taughtAt}>Read the lesson</a>
      {code?.kind === 'code' && (
        <OpenInPlayground name={code.snippet ?? card.id} source={code.source}>
          Open in playground
        </OpenInPlayground>
      )}
    </p>
  );
}
