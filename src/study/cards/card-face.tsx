import { InlineCode } from '../../ui/inline-code.tsx';
import type { Block } from './flashcard.ts';

/** One side of a card. */
export function CardFace({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, at) => (
        <CardBlock key={at} block={block} />
      ))}
    </>
  );
}

export function CardBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'prose':
      return <Prose text={block.text} />;
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by the keyboard.
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls.
        <pre class="study-code" tabIndex={0} role="group" aria-label="Program">
          {block.html === undefined ? (
            <code>{block.source}</code>
          ) : (
            <code dangerouslySetInnerHTML={{ __html: block.html }} />
          )}
        </pre>
      );
    case 'output':
      return (
        <ol class="study-output" aria-label="Output">
          {block.lines.map((line, at) => (
            <li key={at} data-error={line.error || undefined}>
              <span class="study-time">{line.at}</span> <code>{line.text}</code>
            </li>
          ))}
        </ol>
      );
  }
}

/** Paragraphs with code between backquotes. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph, at) => (
        <p key={at}>
          <InlineCode text={paragraph} />
        </p>
      ))}
    </>
  );
}
