/** Imports point down, as `src/README.md` draws them. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const SRC = resolve('src');

/** For each room, the rooms whose modules it may import. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  recording: [],
  simulator: ['recording'],
  timeline: ['recording'],
  study: ['recording', 'simulator'],
  editor: ['recording', 'simulator', 'styles'],
  offline: [],
  publishing: ['offline', 'styles'],
  cli: ['simulator', 'recording'],
  styles: [],
  components: ['timeline', 'study', 'offline', 'editor', 'recording', 'simulator', 'styles'],
  pages: [
    'components',
    'publishing',
    'timeline',
    'study',
    'editor',
    'recording',
    'simulator',
    'styles',
  ],
};

/** What is shown may know the simulator's interface and its browser host, and nothing within. */
const CLIENT_INTERFACE = ['simulator/simulator.ts', 'simulator/hosts/browser.ts'];

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)['"](\.{1,2}\/[^'"?]+)/g;

async function importsOfProject(): Promise<{ from: string; to: string }[]> {
  const files = (await readdir(SRC, { recursive: true })).filter((file) =>
    /\.(tsx?|astro)$/.test(file),
  );
  const arrows = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(SRC, file), 'utf8');
      return [...text.matchAll(IMPORT)].map(([, path = '']) => ({
        from: file,
        to: relative(SRC, resolve(SRC, dirname(file), path)),
      }));
    }),
  );
  return arrows.flat().filter(({ to }) => !to.startsWith('..'));
}

const roomOf = (path: string) => (path.includes('/') ? (path.split('/')[0] as string) : '.');

it('no room imports from a room above it', async () => {
  const arrows = await importsOfProject();
  expect(arrows.length).toBeGreaterThan(30);
  const upwards = arrows.filter(({ from, to }) => {
    const [above, below] = [roomOf(from), roomOf(to)];
    if (above === below || above === '.') return false;
    return !(MAY_IMPORT[above] ?? []).includes(below);
  });
  expect(upwards.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

it('only the simulator and its commands look inside the simulator', async () => {
  const arrows = await importsOfProject();
  const intruders = arrows.filter(
    ({ from, to }) =>
      roomOf(to) === 'simulator' &&
      !['simulator', 'cli'].includes(roomOf(from)) &&
      !CLIENT_INTERFACE.includes(to),
  );
  expect(intruders.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

it('every folder of src is one of the rooms', async () => {
  const entries = await readdir(SRC, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.filter((name) => !(name in MAY_IMPORT))).toEqual([]);
});
