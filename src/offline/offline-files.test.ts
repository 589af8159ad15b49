import { expect, it } from 'vitest';
import { offlineFiles } from './offline-files.ts';

const file = (path: string, text = path) => ({ path, content: new TextEncoder().encode(text) });
const addresses = (...paths: string[]) =>
  offlineFiles(paths.map((path) => file(path))).files.map(([address]) => address);

it('keeps a page under the address by which it is asked for', () => {
  expect(addresses('index.html', 'tasks/index.html', '404.html')).toEqual([
    '',
    '404.html',
    'tasks/',
  ]);
});

it('leaves out what only hosts and crawlers read', () => {
  expect(
    addresses('_headers', '.htaccess', 'vercel.json', 'sitemap-index.xml', 'llms-full.txt', 'a.js'),
  ).toEqual(['a.js']);
});

it('has another version when a file changes, and the same one when none does', () => {
  const version = (text: string) => offlineFiles([file('a.js', text), file('b.js')]).version;
  expect(version('1')).toBe(version('1'));
  expect(version('2')).not.toBe(version('1'));
});
