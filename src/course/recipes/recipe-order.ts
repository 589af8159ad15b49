import { RECIPE_GROUPS, type RecipeFields } from './recipe-fields.ts';

interface Recipe {
  readonly id: string;
  readonly data: Pick<RecipeFields, 'group' | 'order'>;
}

/**
 * Puts recipes in order, group by group.
 *
 * @throws Error naming two files that claim the same place.
 */
export function recipeOrder<R extends Recipe>(recipes: readonly R[]): R[] {
  const groups = Object.keys(RECIPE_GROUPS);
  const ordered = [...recipes].sort(
    (a, b) =>
      groups.indexOf(a.data.group) - groups.indexOf(b.data.group) || a.data.order - b.data.order,
  );
  for (const [index, { id, data }] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next?.data.group === data.group && next.data.order === data.order) {
      throw new Error(
        `content/recipes: "${id}.mdx" and "${next.id}.mdx" both claim place ${data.order} of ` +
          `the group "${data.group}". Renumber one of them.`,
      );
    }
  }
  return ordered;
}
