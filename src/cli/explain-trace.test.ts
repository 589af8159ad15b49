import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { began, created, finished, traceOf } from '../trace/test-events.ts';
import { explainTrace } from './explain-trace.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explain-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What is printed of a file with this text, and the exit status. */
async function explained(text: string, ...argv: string[]) {
  const file = join(folder, 'trace.json');
  await writeFile(file, text);
  const printed = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr') => ({
    write: (words: string) => {
      printed[name] += words;
    },
  });
  const status = await explainTrace(argv.length > 0 ? argv : [file], {
    stdin: Readable.from([text]),
    stdout: into('stdout'),
    stderr: into('stderr'),
  });
  return { ...printed, status };
}

const TRACE = JSON.stringify(
  traceOf([created(0, 1, 'fetch'), began(1, 1), ...finished(1, 1, 'returned', 'None')]),
);

it('says how a recorded run went, from a file or from standard input', async () => {
  const { stdout, status } = await explained(TRACE);
  expect(stdout).toMatch(/^Ended at .*\n/);
  expect(status).toBe(0);
  expect(await explained(TRACE, '-')).toMatchObject({ stdout, status: 0 });
});

it('says where what it is given is no trace', async () => {
  expect(await explained('{"version": 2}')).toMatchObject({
    stderr: expect.stringContaining('expected a text, found undefined'),
    status: 1,
  });
  expect(await explained('no JSON')).toMatchObject({ status: 1, stdout: '' });
  expect(await explained(TRACE, '--help')).toMatchObject({ status: 64 });
});
