/** Imports point down, as `src/README.md` draws them: those of the site, of its commands and tests. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const BELOW_TIMELINE = ['analysis', 'trace'];
const BELOW_WORKBENCH = [
  'editor',
  'timeline',
  'ui',
  'insights',
  'explore',
  'packages',
  'simulator',
  ...BELOW_TIMELINE,
];
const BELOW_COURSE = ['workbench', ...BELOW_WORKBENCH];
const BELOW_PAGES = ['site', 'course', 'study', 'playground', 'offline', 'publishing', 'styles'];

/** For each room, the rooms whose modules it may import. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  trace: [],
  analysis: ['trace'],
  insights: ['analysis', 'trace'],
  timeline: ['insights', ...BELOW_TIMELINE],
  editor: ['styles'],
  ui: [],
  workbench: BELOW_WORKBENCH,
  course: BELOW_COURSE,
  study: ['course', ...BELOW_COURSE],
  playground: ['course', ...BELOW_COURSE],
  site: ['course', 'study', 'ui', 'offline', 'styles'],
  pages: [...BELOW_PAGES, ...BELOW_COURSE],
  packages: ['simulator'],
  simulator: ['trace'],
  explore: ['simulator', 'analysis', 'trace'],
  cli: ['explore', 'packages', 'simulator', 'insights', 'analysis', 'trace'],
  offline: [],
  publishing: ['offline', 'styles'],
  styles: [],
};

/** What may look into every room: the tests, the configurations, and the content's collections. */
const OUTSIDE = ['tests', '.'];

/** What the course's pages are written with. */
const CONTENT_MAY_IMPORT = ['course', 'study'];

/** What is shown may know the simulator's interface and its browser host, and nothing within. */
const CLIENT_INTERFACE = [
  'src/simulator/simulator.ts',
  'src/simulator/schedule.ts',
  'src/simulator/what-if.ts',
  'src/simulator/replay.ts',
  'src/simulator/decode-source.ts',
  'src/simulator/explored-output.ts',
  'src/simulator/hosts/browser.ts',
];

/** The page's side of a host: an engine is in a worker, and the protocol is all it knows of one. */
const PAGE_SIDE =
  /^src\/simulator\/(hosts\/(browser|node|host|compile-once)|simulator|schedule|what-if|check-explored|protocol|limits)\.ts$/;
const WORKER_SIDE = /^src\/simulator\/(engine|kernel)\//;

const CODE = /\.(tsx?|astro|mdx|mjs|css)$/;
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)['"](\.{1,2}\/[^'"?]+)/g;

interface Arrow {
  readonly from: string;
  readonly to: string;
}

const text = ({ from, to }: Arrow) => `${from} imports ${to}`;

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => join(folder, name)).filter((file) => CODE.test(file));
}

async function importsOf(from: string): Promise<Arrow[]> {
  const source = await readFile(from, 'utf8');
  const paths = [...source.matchAll(IMPORT)].map(([, path = '']) => path);
  return (
    paths
      .map((path) => ({ from, to: relative('.', resolve(dirname(from), path)) }))
      // A folder's address is a place to read files in.
      .filter(({ to }) => CODE.test(to))
  );
}

const folders = await Promise.all(['src', 'tests', 'content'].map(filesIn));
const files = [...folders.flat(), 'astro.config.mjs', 'vitest.config.ts'];
const arrows = (await Promise.all(files.map(importsOf))).flat();

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
  expect(upwards.map(text)).toEqual([]);
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

it('the page’s side of a host knows nothing of what runs in its worker', () => {
  const intruders = arrows.filter(({ from, to }) => PAGE_SIDE.test(from) && WORKER_SIDE.test(to));
  expect(intruders.map(text)).toEqual([]);
});

it('no two rooms import from each other', () => {
  const ties = new Set(arrows.map(({ from, to }) => `${roomOf(from)} ${roomOf(to)}`));
  const mutual = [...ties].filter((tie) => {
    const [above = '', below = ''] = tie.split(' ');
    return above < below && ties.has(`${below} ${above}`);
  });
  expect(mutual).toEqual([]);
});

it('no files import each other in a circle', () => {
  const importsFrom = Map.groupBy(arrows, ({ from }) => from);
  const done = new Set<string>();
  const circleFrom = (file: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const { to } of importsFrom.get(file) ?? []) {
      const circle = circleFrom(to, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  const circles = files.map((file) => circleFrom(file, [])).filter((circle) => circle !== null);
  expect(circles.map((circle) => circle.join(' → '))).toEqual([]);
});

it('every folder of src is one of the rooms', async () => {
  const entries = await readdir('src', { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.filter((name) => !(name in MAY_IMPORT))).toEqual([]);
});
