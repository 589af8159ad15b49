/** What this project takes from others: which versions, and what of it may run when it is installed. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly deprecated?: string;
  readonly hasInstallScript?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = read('package.json');
const locked: [path: string, Locked][] = Object.entries(read('package-lock.json').packages);
const names = (found: typeof locked) =>
  found.map(([path]) => path.replace(/^.*node_modules\//, ''));

it('is named by exact versions', () => {
  const versions: string[] = Object.values({
    ...manifest.dependencies,
    ...manifest.devDependencies,
  });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('runs nothing when it is installed but what package.json allows by name', () => {
  const scripted = names(locked.filter(([, entry]) => entry.hasInstallScript));
  expect([...new Set(scripted)].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
});

it('has not been given up by its authors', () => {
  expect(names(locked.filter(([, entry]) => entry.deprecated))).toEqual([]);
});
