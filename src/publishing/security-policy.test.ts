import { expect, it } from 'vitest';
import { securityHeader, securityPolicy, withPolicy } from './security-policy.ts';

const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.startsWith(`${name} `));

it('runs no inline script but those that it names, and no eval', () => {
  const policy = securityPolicy({ scriptHashes: ["'sha256-a'"] });
  expect(directive(policy, 'script-src')).toBe("script-src 'self' 'wasm-unsafe-eval' 'sha256-a'");
});

it('takes nothing from another origin', () => {
  expect(securityPolicy({ scriptHashes: [] })).not.toMatch(/https?:|\*/);
});

it('says in a header, and only there, who may show the page in a frame', () => {
  expect(securityHeader({ scriptHashes: [], framedBy: '*' })).toMatch(/; frame-ancestors \*$/);
  expect(securityPolicy({ scriptHashes: [] })).not.toContain('frame-ancestors');
});

it('stands before anything that it has to hold for', () => {
  const html = '<head><meta charset="utf-8"/><script>a</script></head>';
  expect(withPolicy(html, 'p')).toBe(
    '<head><meta charset="utf-8"/><meta http-equiv="content-security-policy" content="p"><script>a</script></head>',
  );
});

it('refuses a page that does not say its encoding', () => {
  expect(() => withPolicy('<head></head>', 'p')).toThrow('expected <meta charset');
});
