import { type CollectionEntry, getCollection } from 'astro:content';
import { pagePath } from '../../ui/page-path.ts';
import { loadGlossary } from '../glossary/load-glossary.ts';
import { recipeOrder } from './recipe-order.ts';

/**
 * The recipes in the order of the index.
 *
 * @throws Error naming the file whose term is not in the glossary, or whose place is taken.
 */
export async function loadRecipes(): Promise<CollectionEntry<'recipes'>[]> {
  const glossary = await loadGlossary();
  const recipes = recipeOrder(await getCollection('recipes'));
  for (const { id, data } of recipes) {
    for (const term of data.terms) glossary.term(term, `content/recipes/${id}.mdx, terms`);
  }
  return recipes;
}

/** The address of a recipe under any base path, or of the index. */
export function recipeHref(id = ''): string {
  return pagePath(id === '' ? 'recipes/' : `recipes/${id}/`);
}
