/** Everything may be read; where the site's address is known, its sitemap is named. */
import type { APIRoute } from 'astro';
import { pagePath } from '../ui/page-path.ts';

export const GET: APIRoute = ({ site }) => {
  const sitemap = site ? `\nSitemap: ${new URL(pagePath('sitemap-index.xml'), site)}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
