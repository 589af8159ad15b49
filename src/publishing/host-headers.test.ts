import { expect, it } from 'vitest';
import { apacheConfig, headerRules, netlifyHeaders, vercelConfig } from './host-headers.ts';

const rules = headerRules({ base: '/course/', policy: "script-src 'self'", embedPolicy: 'embed' });

it('begins every path with the base path', () => {
  expect(rules.map(({ path }) => path)).toEqual([
    '/course/',
    '/course/embed/',
    '/course/_astro/',
    '/course/engine/',
  ]);
});

it('takes back the policy of the site where embeds have their own', () => {
  expect(netlifyHeaders(rules)).toContain(
    '/course/embed/*\n  ! Content-Security-Policy\n  Content-Security-Policy: embed\n',
  );
});

it('writes what Vercel reads', () => {
  const { headers } = JSON.parse(vercelConfig(rules));
  expect(headers[2]).toEqual({
    source: '/course/_astro/(.*)',
    headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
  });
});

it('writes what Apache reads, one block a rule', () => {
  const config = apacheConfig(rules);
  expect(config.match(/<If /g)).toHaveLength(4);
  expect(config).toContain(`Header set Content-Security-Policy "script-src 'self'"`);
});
