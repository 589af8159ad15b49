/**
 * Cards as Anki's documented text import reads them: tab-separated, HTML in the fields, headers that
 * say so, a field in quotes where it has any, and a quote inside doubled.
 */
import type { Block, Flashcard } from './flashcard.ts';

export interface AnkiOptions {
  /** A chapter's address to its title. */
  readonly titleOf: (chapter: string) => string;
}

export function ankiText(cards: readonly Flashcard[], { titleOf }: AnkiOptions): string {
  const head = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    '#columns:GUID\tDeck\tFront\tBack\tTags',
    '#guid column:1',
    '#deck column:2',
    '#tags column:5',
  ];
  const rows = cards.map((card) =>
    [
      `loopscope/${card.id}`,
      // Two colons make a deck within a deck.
      `Loopscope::${titleOf(card.chapter).replaceAll('::', ' ')}`,
      card.front.map(html).join(''),
      card.back.map(html).join(''),
      ['loopscope', card.chapter, card.kind, card.level, ...card.tags].join(' '),
    ]
      .map(field)
      .join('\t'),
  );
  return `${[...head, ...rows].join('\n')}\n`;
}

/** A field that holds a quote, a tab or a line break has to be quoted. */
function field(text: string): string {
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function html(block: Block): string {
  switch (block.kind) {
    case 'prose':
      return block.text
        .split(/\n\s*\n/)
        .map((paragraph) => `<p>${inline(paragraph)}</p>`)
        .join('');
    case 'code':
      return `<pre style="text-align:left"><code>${escaped(block.source).replaceAll('\n', '<br>')}</code></pre>`;
    case 'output':
      return `<pre style="text-align:left">${block.lines
        .map(({ at, text }) => escaped(`[${at.padStart(8)}] ${text}`))
        .join('<br>')}</pre>`;
  }
}

function inline(text: string): string {
  return text
    .split('`')
    .map((part, at) => (at % 2 === 1 ? `<code>${escaped(part)}</code>` : escaped(part)))
    .join('')
    .replaceAll('\n', ' ');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
