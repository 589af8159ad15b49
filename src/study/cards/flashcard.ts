/** A card as the page shows it: what the author wrote, with programs and outputs put in. */
import type { OutputScript } from '../../analysis/playback.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { clozeParts } from './cloze.ts';
import type { FlashcardEntry } from './flashcard-fields.ts';

export interface Flashcard {
  /** `chapter/name`. */
  readonly id: string;
  readonly chapter: string;
  readonly kind: FlashcardEntry['kind'];
  readonly level: FlashcardEntry['level'];
  /** The address of the lesson, or of the heading in one, that teaches it. */
  readonly taughtAt: string;
  readonly terms: readonly string[];
  readonly tags: readonly string[];
  readonly front: readonly Block[];
  readonly back: readonly Block[];
}

export type Block =
  /** Paragraphs, with code between backquotes. */
  | { readonly kind: 'prose'; readonly text: string }
  | {
      readonly kind: 'code';
      readonly source: string;
      /** `chapter/name`, where it is one. */
      readonly snippet: string | null;
      /** Coloured, where that has been done. */
      readonly html?: string;
    }
  | { readonly kind: 'output'; readonly lines: readonly CardLine[] };

export interface CardLine {
  /** Virtual seconds: `"4.500"`. */
  readonly at: string;
  readonly text: string;
  readonly error: boolean;
}

export interface CardSnippet {
  readonly name: string;
  readonly source: string;
  readonly script: OutputScript;
}

/** What stands in a gap until the card is turned. */
const GAP = '[…]';

/** @param snippet the program that the entry refers to; null where it refers to none. */
export function flashcardOf(
  chapter: string,
  entry: FlashcardEntry,
  taughtAt: string,
  snippet: CardSnippet | null,
): Flashcard {
  const { id, kind, level, terms, tags } = entry;
  const card = { id: `${chapter}/${id}`, chapter, kind, level, taughtAt, terms, tags };
  const code = snippet ? [codeBlock(snippet)] : [];
  switch (entry.kind) {
    case 'question':
      return { ...card, front: [prose(entry.ask)], back: [prose(entry.answer), ...code] };
    case 'cloze': {
      const parts = clozeParts(entry.text);
      const gapped = parts.map(({ text, hidden }) => (hidden ? GAP : text)).join('');
      const whole = parts.map(({ text }) => text).join('');
      return { ...card, front: [prose(gapped)], back: [prose(whole), ...optional(entry.because)] };
    }
    case 'prints': {
      const output = snippet ? [outputBlock(snippet.script)] : [];
      const back = [...output, ...optional(entry.because)];
      return { ...card, front: [prose(entry.ask), ...code], back };
    }
    case 'bug': {
      const shown = entry.code
        ? [{ kind: 'code', source: entry.code, snippet: null } as const]
        : code;
      return { ...card, front: [prose(entry.ask), ...shown], back: [prose(entry.answer)] };
    }
  }
}

function prose(text: string): Block {
  return { kind: 'prose', text };
}

function optional(text: string | undefined): Block[] {
  return text === undefined ? [] : [prose(text)];
}

function codeBlock({ name, source }: CardSnippet): Block {
  return { kind: 'code', source: source.trimEnd(), snippet: name };
}

/** What a program printed. */
export function outputBlock({ lines }: OutputScript): Block {
  return {
    kind: 'output',
    lines: lines.map(({ atNs, text, stream }) => ({
      at: formatSeconds(atNs),
      text,
      error: stream === 'stderr',
    })),
  };
}

/** What is read aloud of some blocks; code is only announced. */
export function spokenText(blocks: readonly Block[]): string {
  return blocks.map(spokenBlock).join(' ');
}

function spokenBlock(block: Block): string {
  switch (block.kind) {
    case 'prose':
      return block.text.replaceAll('`', '').replaceAll(GAP, 'blank');
    case 'code':
      return 'There is a program on the card.';
    case 'output':
      return block.lines.map(({ at, text }) => `At ${Number(at)} seconds: ${text}.`).join(' ');
  }
}
