import { unitFile } from '../course/units/unit-files.ts';
import { pagePath } from '../ui/page-path.ts';

/**
 * Where the chapter of a page, or a recipe, stands as plain text; null for any other page.
 *
 * @param pathname of the page: `/tasks/keep-a-reference/`, `/recipes/batches/`
 * @param filePath of its source, where it is a page of a collection
 */
export function plainTextHref(pathname: string, filePath: string | undefined): string | null {
  const slug = pathname.slice(pagePath('').length).replace(/\/$/, '');
  if (filePath?.startsWith('content/chapters/')) {
    return pagePath(`text/${unitFile(filePath).chapter}.md`);
  }
  return slug.startsWith('recipes/') ? pagePath(`text/${slug}.md`) : null;
}
