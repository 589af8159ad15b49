import { useState } from 'preact/hooks';
import { pagePath } from '../../ui/page-path.ts';
import type { Flashcard } from './flashcard.ts';

/** From a card to what teaches it, and to its program. */
export function CardLinks({ card }: { readonly card: Flashcard }) {
  const [problem, setProblem] = useState('');
  const code = [...card.front, ...card.back].find((block) => block.kind === 'code');
  const open = async () => {
    if (code?.kind !== 'code') return;
    try {
      const { playgroundLink } = await import('../../workbench/program/playground-link.ts');
      location.assign(await playgroundLink(code.snippet ?? card.id, code.source));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <p class="study-links">
      <a href={pagePath(`${card.chapter}/#${card.section}`)}>Read the section</a>
      {code && (
        <button type="button" class="study-quiet" onClick={open}>
          Open in playground
        </button>
      )}
      {problem !== '' && <span role="alert">{problem}</span>}
    </p>
  );
}
