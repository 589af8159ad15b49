/** Imports point down, as `src/README.md` draws them: those of the site, of its commands and tests. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const BELOW_TIMELINE = ['analysis', 'trace'];
const BELOW_WORKBENCH = ['editor', 'timeline', 'ui', 'insights', 'simulator', ...BELOW_TIMELINE];
const BELOW_COURSE = ['workbench', ...BELOW_WORKBENCH];
const BELOW_PAGES = ['site', 'course', 'study', 'playground', 'offline', 'publishing', 'styles'];

/** For each room, the rooms whose modules it may import. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  trace: [],
  analysis: ['trace'],
  insights: ['analysis', 'trace'],
  timeline: BELOW_TIMELINE,
  editor: ['styles'],
  ui: [],
  workbench: BELOW_WORKBENCH,
  course: BELOW_COURSE,
  study: ['course', ...BELOW_COURSE],
  playground: ['course', ...BELOW_COURSE],
  site: ['course', 'study', 'ui', 'offline', 'styles'],
  pages: [...BELOW_PAGES, ...BELOW_COURSE],
  simulator: ['trace'],
  cli: ['simulator', 'insights', 'analysis', 'trace'],
  offline: [],
  publishing: ['offline', 'styles'],
  styles: [],
};

/** What may look into every room: the tests, the configurations, and the content's collections. */
const OUTSIDE = ['tests', '.'];

/** What the course's pages are written with. */
const CONTENT_MAY_IMPORT = ['course', 'study'];

/** What is shown may know the simulator's interface and its browser host, and nothing within. */
const CLIENT_INTERFACE = ['src/simulator/simulator.ts', 'src/simulator/hosts/browser.ts'];

/** Still to be taken away. */
const EXCEPTIONS = ['src/cli/conformance.ts imports tests/conformance/exceptions.ts'];

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)(['"])(\.{1,2}\/[^'"?]+)/g;

interface Arrow {
  readonly from: string;
  readonly to: string;
}

const text = ({ from, to }: Arrow) => `${from} imports ${to}`;

async function importsOf(folder: string): Promise<Arrow[]> {
  const files = (await readdir(folder, { recursive: true }))
    .map((file) => join(folder, file))
    .filter((file) => /\.(tsx?|astro|mdx|mjs|css)$/.test(file));
  const arrows = await Promise.all(
    files.map(async (file) => {
      const source = await readFile(file, 'utf8');
      return [...source.matchAll(IMPORT)].map(([, , path = '']) => ({
        from: file,
        to: relative('.', resolve(dirname(file), path)),
      }));
    }),
  );
  // A folder's address is a place to read files in.
  return arrows.flat().filter(({ to }) => /\.\w+$/.test(to));
}

const arrows: readonly Arrow[] = (
  await Promise.all(['src', 'tests', 'content'].map(importsOf))
).flat();

/** `src/study/quizzes/quiz.ts` gives `study`, `src/content.config.ts` and `vitest.config.ts` give `.`. */
function roomOf(path: string): string {
  const [top = '', room = '', ...rest] = path.split('/');
  if (top !== 'src') return room === '' ? '.' : top;
  return rest.length > 0 ? room : '.';
}

function mayImport(room: string): readonly string[] {
  return room === 'content' ? CONTENT_MAY_IMPORT : (MAY_IMPORT[room] ?? []);
}

it('no room imports from a room above it', () => {
  expect(arrows.length).toBeGreaterThan(1_000);
  const upwards = arrows.filter(({ from, to }) => {
    const [above, below] = [roomOf(from), roomOf(to)];
    return above !== below && !OUTSIDE.includes(above) && !mayImport(above).includes(below);
  });
  expect(upwards.map(text).filter((each) => !EXCEPTIONS.includes(each))).toEqual([]);
});

it('only the simulator, its commands and its tests look inside the simulator', () => {
  const intruders = arrows.filter(
    ({ from, to }) =>
      roomOf(to) === 'simulator' &&
      !['simulator', 'cli', ...OUTSIDE].includes(roomOf(from)) &&
      !CLIENT_INTERFACE.includes(to),
  );
  expect(intruders.map(text)).toEqual([]);
});

it('every folder of src is one of the rooms', async () => {
  const entries = await readdir('src', { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.filter((name) => !(name in MAY_IMPORT))).toEqual([]);
});
