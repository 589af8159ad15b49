import { pagePath } from '../ui/page-path.ts';

/**
 * Where a chapter or a recipe stands as plain text; null for any other page.
 *
 * @param pathname of the page: `/tasks/`, `/recipes/batches/`
 * @param filePath of its source, where it is a page of a collection
 */
export function plainTextHref(pathname: string, filePath: string | undefined): string | null {
  const slug = pathname.slice(pagePath('').length).replace(/\/$/, '');
  const isChapter = filePath?.startsWith('content/chapters/') ?? false;
  const isRecipe = slug.startsWith('recipes/');
  return isChapter || isRecipe ? pagePath(`text/${slug}.md`) : null;
}
