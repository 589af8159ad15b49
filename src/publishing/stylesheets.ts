const LINK = /<link rel="stylesheet" href="([^"]*)"[^>]*>/g;

/** A page that links each stylesheet once: one that is made of several is given some of them again. */
export function linkedOnce(html: string): string {
  const seen = new Set<string>();
  return html.replace(LINK, (link, href: string) => {
    if (seen.has(href)) return '';
    seen.add(href);
    return link;
  });
}
