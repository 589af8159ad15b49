/** The built site holds together: every link, every anchor, every id, every heading. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const DIST = process.env['SITE_DIST'] ?? 'dist';
const BASE = `/${(process.env['BASE_PATH'] ?? '').replace(/^\/|\/$/g, '')}/`.replace('//', '/');
/** Programs travel in the fragments of links to these pages. */
const TAKES_PROGRAMS = ['playground/', 'embed/'];
const PROGRAM = /^p\d+\./;

if (!existsSync(join(DIST, 'index.html'))) {
  throw new Error(`expected a built site in ${DIST}, found none; run: npm run build`);
}

interface BuiltPage {
  /** Its address below the base path: "", "tasks/", "404.html". */
  readonly path: string;
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
}

const pages: BuiltPage[] = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .sort()
  .map((file) => {
    const elements = elementsIn(parse(readFileSync(join(DIST, file), 'utf8')));
    return {
      path: file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'),
      elements,
      ids: new Set(elements.map((element) => attribute(element, 'id')).filter((id) => id !== null)),
    };
  });

function elementsIn(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  // What stands in a template is no part of the page until a script puts it there.
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...own, ...children.flatMap(elementsIn)];
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

/** What is wrong with an address that stands in a page; null where nothing is. */
function faultOf(address: string, from: BuiltPage): string | null {
  const url = new URL(address, `http://site${BASE}${from.path}`);
  if (url.host !== 'site' || !url.protocol.startsWith('http')) return null;
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(BASE)) return `${address}: leads out of the site’s folder ${BASE}`;
  const below = path.slice(BASE.length);
  const page = pages.find((other) => other.path === below);
  if (!page) {
    const file = join(DIST, below);
    return existsSync(file) && statSync(file).isFile() ? null : `${address}: there is no such page`;
  }
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor === '' || page.ids.has(anchor)) return null;
  if (TAKES_PROGRAMS.includes(below) && PROGRAM.test(anchor)) return null;
  return `${address}: there is no such place in /${below}`;
}

it('has the pages that every reader looks for', () => {
  const paths = pages.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['', '404.html', 'glossary/', 'recipes/']));
});

describe('the plain text', () => {
  const index = readFileSync(join(DIST, 'llms.txt'), 'utf8');
  const addresses = [...index.matchAll(/\]\(([^)]+)\)/g)].map(([, address]) => address ?? '');

  it('is listed whole: every chapter and every recipe', () => {
    const below = addresses.map((address) => new URL(address, 'http://site').pathname);
    const written = readdirSync(join(DIST, 'text'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${BASE}text/${file.replaceAll('\\', '/')}`);
    expect(below.toSorted()).toEqual(written.sort());
    const linked = pages.flatMap(({ elements }) =>
      elements
        .filter((element) => attribute(element, 'type') === 'text/markdown')
        .map((element) => attribute(element, 'href')),
    );
    expect([...new Set(linked)].sort()).toEqual(written);
  });

  it('has programs and their output, and nothing of what pages are made from', () => {
    for (const address of addresses) {
      const file = new URL(address, 'http://site').pathname.slice(BASE.length);
      const text = readFileSync(join(DIST, file), 'utf8');
      const prose = text.replace(/```.*?```/gs, '');
      expect(text, file).toMatch(/```python\n.*```text\n\[/s);
      expect(prose, file).not.toMatch(/^import |<\/?[A-Z]\w+/m);
    }
  });
});

describe.each(pages)('/$path', (page) => {
  it('has no dead link', () => {
    const addresses = page.elements.flatMap((element) =>
      ['href', 'src'].map((name) => attribute(element, name)).filter((value) => value !== null),
    );
    const faults = [...new Set(addresses)].map((address) => faultOf(address, page));
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });

  // Chromium lays a page out anew at every change of its head where one is linked twice.
  it('links each stylesheet once', () => {
    const sheets = page.elements
      .filter((element) => attribute(element, 'rel') === 'stylesheet')
      .map((element) => attribute(element, 'href'));
    expect(new Set(sheets).size).toBe(sheets.length);
  });

  it('names each place once', () => {
    const ids = page.elements
      .map((element) => attribute(element, 'id'))
      .filter((id) => id !== null);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('describes and labels by what is there', () => {
    const named = page.elements.flatMap((element) =>
      ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for'].flatMap((name) =>
        (attribute(element, name) ?? '').split(/\s+/).filter((id) => id !== ''),
      ),
    );
    expect([...new Set(named)].filter((id) => !page.ids.has(id))).toEqual([]);
  });

  it('has headings in order, below one title', () => {
    const levels = page.elements
      .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
      .map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const below = levels.slice(levels.indexOf(1));
    const jumps = below.filter((level, index) => index > 0 && level > Number(below[index - 1]) + 1);
    expect(jumps).toEqual([]);
  });
});
