import { expect, test } from 'vitest';
import { recipeFields } from './recipe-fields.ts';
import { recipeOrder } from './recipe-order.ts';

const recipe = (id: string, group: 'many' | 'time', order: number) => ({
  id,
  data: { group, order },
});

test('recipes come group by group, and by their numbers within one', () => {
  const given = [recipe('c', 'time', 1), recipe('b', 'many', 2), recipe('a', 'many', 1)];
  expect(recipeOrder(given).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('two recipes in one place are refused by name', () => {
  expect(() => recipeOrder([recipe('a', 'many', 1), recipe('b', 'many', 1)])).toThrow(
    '"a.mdx" and "b.mdx" both claim place 1 of the group "many"',
  );
});

test('a recipe is a question, and its description an answer', () => {
  const fields = { title: 'How?', description: 'So.', group: 'many', order: 1, terms: ['task'] };
  expect(recipeFields.safeParse(fields).success).toBe(true);
  expect(recipeFields.safeParse({ ...fields, title: 'How' }).success).toBe(false);
  expect(recipeFields.safeParse({ ...fields, description: 'So' }).success).toBe(false);
});
