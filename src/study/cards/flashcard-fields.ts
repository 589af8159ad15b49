/**
 * What an author writes in `content/flashcards/<chapter>.yaml`. Checked when the site is built;
 * `content/README.md` says the same in words.
 */
import { z } from 'astro/zod';
import { clozeParts } from './cloze.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Lower case, digits and hyphens: `calling-runs-nothing`. */
export const slugField = z
  .string()
  .regex(SLUG, 'expected lower-case words joined by hyphens, such as "calling-runs-nothing"');

/** A lesson's name, or a heading's anchor. Names from code keep their underscores there: `wait_for`. */
const sectionField = z
  .string()
  .regex(
    /^[a-z0-9_]+(-[a-z0-9_]+)*$/,
    'expected a lesson or the anchor of a heading, such as "wait_for"',
  );

/** `chapter/name`, as snippets are called. */
export const snippetField = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'expected a snippet as "chapter/name"');

/** Prose in which backticks set code and a blank line ends a paragraph. */
export const proseField = z
  .string()
  .trim()
  .min(1, 'expected some words')
  .refine((text) => text.split('`').length % 2 === 1, 'has a backtick without its partner');

const common = {
  /** Stable for good: readers' schedules are kept under it. Unique in its file. */
  id: slugField,
  level: z.enum(['easy', 'medium', 'hard']),
  /** The lesson of the chapter, or the heading in one, that teaches it. */
  section: sectionField,
  /** Terms of the glossary, by their ids. */
  terms: z.array(slugField).default([]),
  tags: z.array(slugField).default([]),
};

const questionCard = z.strictObject({
  ...common,
  kind: z.literal('question'),
  ask: proseField,
  answer: proseField,
  /** A program that proves the answer, shown with it. */
  snippet: snippetField.optional(),
});

const clozeCard = z.strictObject({
  ...common,
  kind: z.literal('cloze'),
  /** A true statement, with what is to be recalled in double braces. */
  text: proseField.refine(
    (text) => clozeParts(text).some(({ hidden }) => hidden),
    'expected at least one gap in double braces, such as {{coroutine object}}',
  ),
  because: proseField.optional(),
});

const printsCard = z.strictObject({
  ...common,
  kind: z.literal('prints'),
  /** The answer is its recorded output. */
  snippet: snippetField,
  ask: proseField.default('What does this print, and when?'),
  because: proseField.optional(),
});

const bugCard = z
  .strictObject({
    ...common,
    kind: z.literal('bug'),
    snippet: snippetField.optional(),
    /** A few lines, where no snippet has the mistake. */
    code: z.string().trim().min(1).optional(),
    ask: proseField.default('What is wrong here?'),
    answer: proseField,
  })
  .refine(({ snippet, code }) => (snippet === undefined) !== (code === undefined), {
    message: 'expected either snippet or code, and not both',
    path: ['snippet'],
  });

export const flashcardFileFields = z.strictObject({
  cards: z
    .array(z.discriminatedUnion('kind', [questionCard, clozeCard, printsCard, bugCard]))
    .min(1)
    .superRefine(refuseTwins),
});

/** Two entries of a file with the same id would share what the reader has learned. */
export function refuseTwins(
  entries: readonly { readonly id: string }[],
  context: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  entries.forEach(({ id }, at) => {
    if (seen.has(id)) {
      context.addIssue({ code: 'custom', message: `"${id}" is used twice`, path: [at, 'id'] });
    }
    seen.add(id);
  });
}

export type FlashcardEntry = z.infer<typeof flashcardFileFields>['cards'][number];
