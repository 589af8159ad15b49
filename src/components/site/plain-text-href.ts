const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/**
 * Where a chapter or a recipe stands as plain text; null for any other page.
 *
 * @param pathname of the page: `/tasks/`, `/recipes/batches/`
 * @param filePath of its source, where it is a page of a collection
 */
export function plainTextHref(pathname: string, filePath: string | undefined): string | null {
  const slug = pathname.slice(base.length).replace(/\/$/, '');
  const isChapter = filePath?.startsWith('content/chapters/') ?? false;
  const isRecipe = slug.startsWith('recipes/');
  return isChapter || isRecipe ? `${base}text/${slug}.md` : null;
}
