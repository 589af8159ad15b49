import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { inlineScriptHashes } from './inline-scripts.ts';

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

it('names each inline script once, by the very text between its tags', () => {
  const html =
    '<script>\n a < b && c\n</script><p></p><script type="module">x</script><script>x</script>';
  expect(inlineScriptHashes(html)).toEqual([sha('\n a < b && c\n'), sha('x')]);
});

it('leaves out scripts with an address, and data', () => {
  const html =
    '<script src="a.js"></script><script type="application/json">{}</script><script type="text/x">y</script>';
  expect(inlineScriptHashes(html)).toEqual([]);
});

it('does not take text for a script', () => {
  const html =
    '<p title="<script>a</script>">&lt;script&gt;b&lt;/script&gt;</p><!-- <script>c</script> -->';
  expect(inlineScriptHashes(html)).toEqual([]);
});
