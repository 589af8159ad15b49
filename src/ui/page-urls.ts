import { pagePath } from './page-path.ts';
/** The address of a page of this site, wherever the site lives. */
export function pageUrl(page: 'playground/' | 'embed/' | 'playground/examples.json'): string {
  return new URL(pagePath(page), location.origin).href;
}
