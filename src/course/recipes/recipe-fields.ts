import { z } from 'astro/zod';

/** The groups of recipes, in the order of the index, each with what it is called there. */
export const RECIPE_GROUPS = {
  many: 'Many things at once',
  time: 'Time and limits',
  errors: 'Errors and endings',
  messages: 'Error messages',
  threads: 'Threads, processes and plain code',
  sharing: 'Sharing between tasks',
  network: 'Streams and programs',
} as const;

export type RecipeGroup = keyof typeof RECIPE_GROUPS;

const groups = Object.keys(RECIPE_GROUPS) as [RecipeGroup, ...RecipeGroup[]];

/** What the front matter of `content/recipes/<address>.mdx` says. */
export const recipeFields = z.strictObject({
  /** The question, as people ask it. */
  title: z.string().regex(/\?$/, 'expected a question'),
  /** The answer in a sentence. */
  description: z.string().regex(/[.]$/, 'expected a sentence that ends with a full stop'),
  group: z.enum(groups),
  /** The place within the group, from 1. */
  order: z.number().int().positive(),
  /** Ids of the terms by which it is linked to the course. */
  terms: z.array(z.string()).min(1),
});

export type RecipeFields = z.infer<typeof recipeFields>;
