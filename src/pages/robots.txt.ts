/** Everything may be read; where the site's address is known, its sitemap is named. */
import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ site }) => {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const sitemap = site ? `\nSitemap: ${new URL(`${base}sitemap-index.xml`, site)}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
