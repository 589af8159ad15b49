/** What an author writes in `content/quizzes/<chapter>.yaml`. Checked when the site is built. */
import { z } from 'astro/zod';
import { clozeParts } from '../cards/cloze.ts';
import { proseField, refuseTwins, slugField, snippetField } from '../cards/flashcard-fields.ts';

const common = {
  /** Stable for good: the reader's answers are kept under it. Unique in its file. */
  id: slugField,
  ask: proseField,
  /** Why the answer is right, shown once it has been given. */
  because: proseField,
  /** What to look at, said after a first wrong answer: it must not give the right one away. */
  nudge: proseField.optional(),
  /** The program that proves it; shown, and linked to. */
  snippet: snippetField,
  /** Whether it closes a lesson; the others are a chapter's practice. */
  closes: z.boolean().default(false),
  /** Whether the program is shown with the question, or only after the answer. */
  showCode: z.boolean().default(false),
  /**
   * A line of the program's recorded output, with its time, on which the answer rests:
   * `"[   4.500] all sent"`. The build stops when the recording no longer has it.
   */
  proof: z.string().optional(),
};

const options = z.array(proseField).min(2);

const chooseOne = z
  .strictObject({ ...common, kind: z.literal('choose'), options, answer: z.number().int().min(0) })
  .refine((question) => question.answer < question.options.length, {
    message: 'expected the index of an option, counted from 0',
    path: ['answer'],
  });

const chooseSeveral = z
  .strictObject({
    ...common,
    kind: z.literal('choose-several'),
    options,
    answers: z.array(z.number().int().min(0)).min(1),
  })
  .refine((question) => question.answers.every((answer) => answer < question.options.length), {
    message: 'expected indices of options, counted from 0',
    path: ['answers'],
  });

/** The right order is that of the snippet's recorded stdout. */
const order = z.strictObject({ ...common, kind: z.literal('order') });

const fillIn = z.strictObject({
  ...common,
  kind: z.literal('fill-in'),
  /** A sentence or a line of code with one gap, `{{…}}`, in which the answer stands. */
  text: proseField.refine(
    (text) => clozeParts(text).filter(({ hidden }) => hidden).length === 1,
    'expected one gap in double braces',
  ),
  /** Other answers that are as good. Case and outer white space never matter. */
  also: z.array(z.string().trim().min(1)).default([]),
});

const seconds = z.string().regex(/^\d+(\.\d+)?$/, 'expected seconds in quotes: "2.0"');

/**
 * On an empty picture, the reader draws when each task ends, or says who runs at a moment. The
 * answers are read from the recording.
 */
const trace = z.strictObject({
  ...common,
  kind: z.literal('trace'),
  /** Which tasks, as the timeline calls them; default: all. */
  tasks: z.array(z.string().min(1)).min(1).optional(),
  /** How far the empty picture reaches; default: well past the run's end. */
  until: seconds.optional(),
  /** The moment at which somebody runs; default: the ends are asked for. */
  runsAt: seconds.optional(),
});

export const quizFileFields = z.strictObject({
  questions: z
    .array(z.discriminatedUnion('kind', [chooseOne, chooseSeveral, order, fillIn, trace]))
    .min(1)
    .superRefine(refuseTwins),
});

export type QuizEntry = z.infer<typeof quizFileFields>['questions'][number];
