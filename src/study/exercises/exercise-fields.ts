/** What an author writes in `content/exercises/<chapter>/<name>/exercise.yaml`. */
import { z } from 'astro/zod';
import { BREAKS, USUAL_BREAKS } from '../../explore/outcomes.ts';
import { proseField } from '../cards/flashcard-fields.ts';

const seconds = z.number().min(0);
const name = z.string().min(1);

const subject = z.union([
  z.strictObject({ coroutine: name }),
  z.strictObject({ tasks: name }),
  z.strictObject({ primitive: name }),
  z.strictObject({ open: z.literal('tasks') }),
]);

const check = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('finishes-by'), seconds }),
  z.strictObject({
    kind: z.literal('never-more-than'),
    limit: z.number().int().min(1),
    of: subject,
  }),
  z.strictObject({ kind: z.literal('never-blocks-longer-than'), seconds }),
  z.strictObject({ kind: z.literal('no-task-left-behind') }),
  z.strictObject({ kind: z.literal('output-is'), text: z.string() }),
  z.strictObject({
    kind: z.literal('output-contains'),
    text: name,
    bySeconds: seconds.optional(),
    fromSeconds: seconds.optional(),
  }),
  z.strictObject({ kind: z.literal('output-ends-with'), text: name }),
  z.strictObject({
    kind: z.literal('prints-at'),
    text: z.string().regex(/^(\d+\.\d+ .+\n?)+$/, 'expected lines such as "2.000 tea is ready"'),
  }),
  z.strictObject({ kind: z.literal('cancels-cleanly') }),
  z.strictObject({ kind: z.literal('lets-cancellation-through') }),
  z.strictObject({ kind: z.literal('uses'), text: name }),
  z.strictObject({ kind: z.literal('does-not-use'), text: name }),
]);

/** Another run of the program, in which some of its code is replaced: numbers, as a rule. */
const again = z.strictObject({
  /** What is otherwise, where that is more than other numbers: "a dead line". */
  with: name.optional(),
  replace: z.array(z.strictObject({ from: name, to: name })).min(1),
  checks: z.array(check).min(1),
});

/** A reader waits for more than these. */
const MOST_ORDERS = 1_000;

export const exerciseFields = z.strictObject({
  title: z.string().trim().min(1),
  /** Its place among the exercises of the chapter, from 1. */
  order: z.number().int().min(1),
  task: proseField,
  /** From a nudge to nearly the solution; shown one at a time. */
  hints: z.array(proseField).min(1),
  /** What makes the solution right, shown with it. */
  because: proseField,
  checks: z.array(check).min(1),
  /** What is demanded besides, in further runs, once all of `checks` are met. */
  again: z.array(again).min(1),
  /** What is demanded in other orders than the usual one, last of all; left out where order plays no part. */
  orders: z
    .strictObject({
      /** How many are tried. */
      count: z.number().int().min(1).max(MOST_ORDERS),
      /** What counts as broken. Default: an uncaught exception, an exit status, a deadlock. */
      breaks: z
        .array(z.enum(BREAKS))
        .min(1)
        .default([...USUAL_BREAKS]),
    })
    .optional(),
  /** For each `wrong-….py`, without its ending: a check's message that it must earn. */
  wrong: z
    .record(z.string().regex(/^wrong-[a-z0-9-]+$/, 'expected "wrong-…"'), z.string().min(1))
    .refine((wrong) => Object.keys(wrong).length >= 2, 'expected at least two wrong solutions'),
});

export type ExerciseEntry = z.infer<typeof exerciseFields>;
export type ExerciseCheck = ExerciseEntry['checks'][number];
export type ExerciseOrders = NonNullable<ExerciseEntry['orders']>;
export type ExerciseAgain = ExerciseEntry['again'][number];
