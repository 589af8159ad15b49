/** What chapters, recipes and glossary say of each other and of the snippets holds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { snippetNames } from '../src/cli/snippets.ts';
import { courseOrder, type UnitFile } from '../src/course/units/unit-files.ts';
import { minutesOf, unitContents } from '../src/course/units/unit-minutes.ts';

const units = filesIn('content/chapters', '.mdx');
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

  it.each([...units, ...recipes])('of $path all exist', ({ text }) => {
    const names = [...text.matchAll(/<Snippet\s+name=["']([^"']+)["']/g)].map(([, name]) => name);
    const compared = [...text.matchAll(/\bname: ["']([a-z0-9-]+\/[a-z0-9-]+)["']/g)];
    names.push(...compared.map(([, name]) => name));
    expect(names.filter((name) => !snippets.includes(String(name)))).toEqual([]);
  });
});

describe.each([...units, ...recipes])('$path', ({ text }) => {
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

const course = courseOrder(units.map(({ path }) => path));
const chapters = course.filter(({ kind }) => kind === 'front');
const textOf = ({ file }: UnitFile) => readFileSync(file, 'utf8');
const quizzes = filesIn('content/quizzes', '.yaml').map(({ text }) => text);

describe.each(chapters)('the chapter $slug', ({ chapter }) => {
  const own = course.filter((unit) => unit.chapter === chapter);
  const whole = own.map(textOf).join('\n');

  it('has a front page, lessons, practice and review', () => {
    expect(new Set(own.map(({ kind }) => kind))).toEqual(
      new Set(['front', 'lesson', 'practice', 'review']),
    );
  });

  it('has the list of its lessons, its concept map and its checklist, each once', () => {
    for (const [component, prop] of [
      ['Lessons', 'chapter'],
      ['ConceptMap', 'chapter'],
      ['Checklist', 'id'],
    ]) {
      const found = [...whole.matchAll(new RegExp(`<${component}\\s+${prop}="([^"]+)"`, 'g'))];
      expect(found.map(([, name]) => name)).toEqual([chapter]);
    }
  });
});

describe.each(course.filter(({ kind }) => kind === 'lesson'))('the lesson $slug', (lesson) => {
  const text = textOf(lesson);
  const closings = [
    ...text.matchAll(/<Closing lesson="([^"]+)" (question|exercise)="([^"]+)" \/>/g),
  ];

  it('says what it is about, and ends with one thing to do', () => {
    expect(text).toMatch(/^description: .{20,}$/m);
    expect(closings.map(([, slug]) => slug)).toEqual([lesson.slug]);
    expect(text.trimEnd().endsWith('/>')).toBe(true);
  });

  it('takes five to ten minutes, or less', () => {
    const sources = {
      program: (name: string) => readFileSync(`content/snippets/${name}.py`, 'utf8'),
      questions: () => 0,
      exercises: () => 0,
    };
    const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
    const minutes = minutesOf(unitContents(body, sources));
    expect(minutes).toBeGreaterThan(1);
    expect(minutes).toBeLessThanOrEqual(10);
  });
});

it('each question that closes a lesson closes one', () => {
  const closed = [
    ...units
      .map(({ text }) => text)
      .join('\n')
      .matchAll(/question="[^"/]+\/([^"]+)"/g),
  ];
  const closing = quizzes.flatMap((text) =>
    text.split(/^ {2}- (?=id:)/m).filter((entry) => /^ {4}closes: true$/m.test(entry)),
  );
  const ids = closing.map((entry) => /^id: (\S+)/.exec(entry)?.[1]);
  expect(closed.map(([, id]) => id).sort()).toEqual(ids.sort());
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
    const slugs = chapters.map(({ slug }) => slug);
    const strays = terms.filter(
      ({ text }) => !slugs.includes(/^chapter: (.*)$/m.exec(text)?.[1] ?? ''),
    );
    expect(strays.map(({ path }) => path)).toEqual([]);
  });
});
