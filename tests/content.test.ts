/** What chapters, recipes and glossary say of each other and of the snippets holds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { snippetNames } from '../src/cli/snippets.ts';
import { chapterFile } from '../src/course/chapter/chapter-files.ts';

/** How many words a minute a reader takes in, and how long a program takes to be understood. */
const WORDS_A_MINUTE = 230;
const MINUTES_A_PROGRAM = 0.4;

const chapters = filesIn('content/chapters', '.mdx');
const recipes = filesIn('content/recipes', '.mdx');
const terms = filesIn('content/glossary', '.md');
const termIds = new Set(terms.map(({ name }) => name));
const snippets = await snippetNames();

interface ContentFile {
  readonly path: string;
  /** Without its ending. */
  readonly name: string;
  readonly text: string;
}

function filesIn(folder: string, ...endings: string[]): ContentFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .sort()
    .map((file) => {
      const path = join(folder, file).replaceAll('\\', '/');
      const name = path.slice(folder.length + 1).replace(/\.\w+$/, '');
      return { path, name, text: readFileSync(path, 'utf8') };
    });
}

/** Without front matter, listings and imports: what a reader reads, and its markup. */
function proseOf(text: string): string {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1.*$/gm, '')
    .replace(/^import .*$/gm, '');
}

describe('snippets', () => {
  it('are all shown somewhere', () => {
    const sources = [
      ...filesIn('content', '.mdx', '.md', '.yaml', '.yml', '.json'),
      ...filesIn('src', '.astro', '.ts', '.tsx').filter(({ path }) => !path.includes('.test.')),
    ];
    const mentions = sources.map(({ text }) => text).join('\n');
    const mentioned = new Set(mentions.match(/[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9-]*/g));
    expect(snippets.filter((name) => !mentioned.has(name))).toEqual([]);
  });

  it.each([...chapters, ...recipes])('of $path all exist', ({ text }) => {
    const names = [...text.matchAll(/<Snippet\s+name=["']([^"']+)["']/g)].map(([, name]) => name);
    const compared = [...text.matchAll(/\bname: ["']([a-z0-9-]+\/[a-z0-9-]+)["']/g)];
    names.push(...compared.map(([, name]) => name));
    expect(names.filter((name) => !snippets.includes(String(name)))).toEqual([]);
  });
});

describe.each([...chapters, ...recipes])('$path', ({ text }) => {
  it('links terms that the glossary defines', () => {
    const linked = [...text.matchAll(/<Term\s+id=["']([^"']+)["']/g)].map(([, id]) => String(id));
    expect(linked.filter((id) => !termIds.has(id))).toEqual([]);
  });

  it('has headings that go down by one level at a time', () => {
    const levels = [...proseOf(text).matchAll(/^(#+) /gm)].map(([, marks]) => marks?.length ?? 0);
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1);
    expect({ jumps, titles: levels.filter((level) => level === 1) }).toEqual({
      jumps: [],
      titles: [],
    });
  });

  it('has neither a term nor code in a link’s place: headings are plain text and code', () => {
    const headings = proseOf(text).match(/^#+ .*$/gm) ?? [];
    expect(headings.filter((heading) => /<|\]\(/.test(heading))).toEqual([]);
  });
});

describe.each(chapters)('$path', ({ path, name, text }) => {
  it('says truly how long it takes to read', () => {
    const minutes = Number(/^minutes: (\d+)$/m.exec(text)?.[1]);
    const words = proseOf(text)
      .replace(/<[^>]*>/g, ' ')
      .split(/\s+/).length;
    const programs = text.match(/<Snippet\s/g)?.length ?? 0;
    const reckoned = words / WORDS_A_MINUTE + programs * MINUTES_A_PROGRAM;
    expect(minutes, `${words} words and ${programs} programs`).toBeGreaterThan(reckoned * 0.75);
    expect(minutes, `${words} words and ${programs} programs`).toBeLessThan(reckoned * 1.3);
  });

  it('has the concept map and the checklist of its own name, each once', () => {
    const { slug } = chapterFile(path);
    const maps = [...text.matchAll(/<ConceptMap\s+chapter=["']([^"']+)["']/g)];
    const lists = [...text.matchAll(/<Checklist\s+id=["']([^"']+)["']/g)];
    expect(maps.map(([, chapter]) => chapter)).toEqual([slug]);
    expect(lists.map(([, id]) => id)).toEqual([slug]);
    expect(name).toContain(slug);
  });
});

describe('the glossary', () => {
  const relations = terms.flatMap(({ name, text }) => {
    const [, block = ''] = /^relations:\n((?: {2}.*\n)+)/m.exec(text) ?? [];
    return block.split('\n').flatMap((line) => {
      const [, targets = ''] = line.split(': ');
      return (targets.match(/[a-z0-9-]+/g) ?? []).map((to) => ({ from: name, to }));
    });
  });

  it('has a term for each relation', () => {
    expect(relations.length).toBeGreaterThan(terms.length / 2);
    expect(relations.filter(({ to }) => !termIds.has(to))).toEqual([]);
  });

  it('joins two terms once at most, so that no two lines of a map lie on each other', () => {
    const pairs = relations.map(({ from, to }) => [from, to].sort().join(' and '));
    expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
  });

  it('leaves no term without a relation to another', () => {
    const joined = new Set(relations.flatMap(({ from, to }) => [from, to]));
    expect([...termIds].filter((id) => !joined.has(id))).toEqual([]);
  });

  it('gives each term to a chapter of the course', () => {
    const slugs = chapters.map(({ path }) => chapterFile(path).slug);
    const strays = terms.filter(
      ({ text }) => !slugs.includes(/^chapter: (.*)$/m.exec(text)?.[1] ?? ''),
    );
    expect(strays.map(({ path }) => path)).toEqual([]);
  });
});
