/** The site's theme, which Starlight keeps in an attribute of the page. */
export type SiteTheme = 'light' | 'dark';

export function siteTheme(): SiteTheme {
  return document.documentElement.getAttribute('data-theme') === 'light' ? 'light' : 'dark';
}

/** Calls back whenever the reader switches the theme. Returns what ends that. */
export function watchSiteTheme(onChange: (theme: SiteTheme) => void): () => void {
  const observer = new MutationObserver(() => onChange(siteTheme()));
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
