/** The address of a page of this site, wherever the site lives. */
export function pageUrl(page: 'playground/' | 'embed/' | 'playground/examples.json'): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return new URL(`${base}/${page}`, location.origin).href;
}
