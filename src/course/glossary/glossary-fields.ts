import { z } from 'astro/zod';

const PYTHON_DOCS_PATH = /^[\w./-]+\.html(#[\w.-]+)?$/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const id = z.string().regex(KEBAB_CASE, 'expected the id of a term, such as "event-loop"');

/**
 * What the front matter of `content/glossary/<id>.md` says; its body is the longer definition.
 * `code` stands between backquotes in `term` and `short`.
 */
export const glossaryFields = z.strictObject({
  term: z.string().min(1),
  /** How a sentence about it begins, where "a" or "an" before the term would be wrong. */
  subject: z.string().min(1).optional(),
  /** The address of the chapter to which it belongs: "tasks". */
  chapter: z.string().regex(KEBAB_CASE),
  short: z.string().regex(/^[^\n]+[.]$/, 'expected one sentence that ends with a full stop'),
  /** Verb (with the object's article) to one term or several: `wraps a: coroutine-object`. */
  relations: z
    .record(z.string().min(1).max(28), z.union([id.transform((one) => [one]), z.array(id).min(1)]))
    .default({}),
  /** Where Python's own documentation treats it, under docs.python.org/3.14/. */
  docs: z
    .strictObject({
      title: z.string().min(1),
      path: z.string().regex(PYTHON_DOCS_PATH, 'expected a page, such as "library/x.html#y"'),
    })
    .optional(),
  /** A program that shows it: "coroutines/first-await". */
  snippet: z.string().optional(),
});

export type GlossaryFields = z.infer<typeof glossaryFields>;
