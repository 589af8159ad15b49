/** The memory image that runs start from is the same wherever it was made. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { engineFolder } from '../../src/simulator/build/engine-folder.ts';
import { sha256Of } from './sha256-of.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

it('holds nothing of the paths, the language and the time zone of the machine', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'a-rather-longer-name-than-elsewhere-'));
  folders.push(elsewhere);
  await cp(engineFolder(), elsewhere, { recursive: true });
  const script = new URL('./hash-boot-image.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, pathToFileURL(`${elsewhere}/`).href],
    { env: { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', HOME: elsewhere } },
  );
  const image = await readFile(new URL('boot-image.raw', engineFolder()));
  expect(stdout.trim()).toBe(sha256Of(image));
});
