import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { chapterFile } from './components/chapter/chapter-files.ts';
import { glossaryFields } from './components/glossary/glossary-fields.ts';
import { recipeFields } from './components/recipes/recipe-fields.ts';

/**
 * What a chapter's front matter may say beyond Starlight's own fields. Unknown fields are refused,
 * since a misspelt one would otherwise be ignored in silence.
 */
const chapterFields = z.strictObject({
  /** How long the chapter takes to read, in minutes. */
  minutes: z.number().int().positive().optional(),
});

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: './content/chapters',
      pattern: '**/[^_]*.{md,mdx}',
      generateId: ({ entry }) => chapterFile(entry).slug,
    }),
    schema: docsSchema({ extend: chapterFields }),
  }),
  glossary: defineCollection({
    loader: glob({ base: './content/glossary', pattern: '*.md' }),
    schema: glossaryFields,
  }),
  recipes: defineCollection({
    loader: glob({ base: './content/recipes', pattern: '*.mdx' }),
    schema: recipeFields,
  }),
};
