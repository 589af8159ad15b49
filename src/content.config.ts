import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { glossaryFields } from './course/glossary/glossary-fields.ts';
import { recipeFields } from './course/recipes/recipe-fields.ts';
import { unitFile } from './course/units/unit-files.ts';
import { flashcardFileFields } from './study/cards/flashcard-fields.ts';
import { exerciseFields } from './study/exercises/exercise-fields.ts';
import { quizFileFields } from './study/quizzes/quiz-fields.ts';

/**
 * What a unit's front matter may say beyond Starlight's own fields. Unknown fields are refused,
 * since a misspelt one would otherwise be ignored in silence.
 */
const unitFields = z.strictObject({
  /** Of a lesson that a first reading may skip. */
  deeper: z.boolean().default(false),
});

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: './content/chapters',
      pattern: '**/[^_]*.{md,mdx}',
      generateId: ({ entry }) => unitFile(entry).slug,
    }),
    schema: docsSchema({ extend: unitFields }),
  }),
  glossary: defineCollection({
    loader: glob({ base: './content/glossary', pattern: '*.md' }),
    schema: glossaryFields,
  }),
  recipes: defineCollection({
    loader: glob({ base: './content/recipes', pattern: '*.mdx' }),
    schema: recipeFields,
  }),
  flashcards: defineCollection({
    loader: glob({ base: './content/flashcards', pattern: '*.yaml' }),
    schema: flashcardFileFields,
  }),
  quizzes: defineCollection({
    loader: glob({ base: './content/quizzes', pattern: '*.yaml' }),
    schema: quizFileFields,
  }),
  exercises: defineCollection({
    loader: glob({
      base: './content/exercises',
      pattern: '*/*/exercise.yaml',
      generateId: ({ entry }) => entry.replace(/\/exercise\.yaml$/, ''),
    }),
    schema: exerciseFields,
  }),
};
