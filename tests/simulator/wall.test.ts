/** The wall round a program, on the command line: see `engine/seal.ts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { engineFolder } from '../../src/simulator/build/engine-folder.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import { BREAK_OUTS, signsOfBreakingOut } from '../break-outs.ts';
import { GRASP } from '../grasp.ts';
import { findWaysOut, WALK, WALKING_LIMITS } from '../reachable.ts';
import { stdoutOf } from './stdout-of.ts';

const simulator = createNodeSimulator();
const openSimulator = createNodeSimulator({
  workerUrl: new URL('./open-door-worker.ts', import.meta.url),
});

it('lets Python into no object of JavaScript’s but the bridge', async () => {
  const [closed, open] = await Promise.all(
    [simulator, openSimulator].map(async (each) => {
      const trace = await each.run({ source: GRASP, limits: WALKING_LIMITS }).finished;
      expect(trace.outcome).toMatchObject({ kind: 'exited', status: 0 });
      return stdoutOf(trace).trimEnd().split('\n');
    }),
  );
  expect(Number(closed?.[0])).toBeGreaterThan(100);
  expect(closed?.slice(1)).toEqual([]);
  // The ways that were tried are ways, where nothing is narrowed.
  expect(open?.length).toBeGreaterThan(500);
});

it.each(BREAK_OUTS)('holds behind an open door against $name', async ({ source }) => {
  expect(signsOfBreakingOut(await openSimulator.run({ source }).finished)).toEqual([]);
});

it('leaves nothing behind an open door but the language and the engine’s own files', async () => {
  const trace = await openSimulator.run({ source: WALK, limits: WALKING_LIMITS }).finished;
  expect(trace.outcome).toMatchObject({ kind: 'exited', status: 0 });
  const lines = stdoutOf(trace).trimEnd().split('\n');
  // As many as Emscripten alone has functions, or the walk ended early.
  expect(lines.length).toBeGreaterThan(10_000);
  expect(findWaysOut(lines, [...pyodideFiles(), ...ourFiles()])).toEqual([]);
});

it('leaves a thread that has given up no file, module, process, thread or connection', async () => {
  const worker = new Worker(new URL('./given-up-worker.ts', import.meta.url), {
    env: {},
    execArgv: ['--permission', '--allow-fs-read=*'],
  });
  const answers = await new Promise((resolve, reject) => {
    worker.on('message', resolve).on('error', reject);
  });
  await worker.terminate();
  expect(answers).toEqual({
    'reads a file': 'ERR_ACCESS_DENIED',
    'reads its environment': 'ERR_ACCESS_DENIED',
    'writes a file': 'ERR_ACCESS_DENIED',
    'starts a process': 'ERR_ACCESS_DENIED',
    'starts a thread': 'ERR_ACCESS_DENIED',
    'loads native code': 'ERR_DLOPEN_DISABLED',
    'reaches into Node': 'ERR_ACCESS_DENIED',
    connects: 'ERR_ACCESS_DENIED',
    'loads a module': 'no modules are loaded here, not even node:os',
    'loads a text as a module': expect.stringMatching(/^no modules are loaded here/),
  });
});

function pyodideFiles(): string[] {
  return ['pyodide.mjs', 'pyodide.asm.mjs'].map((name) =>
    readFileSync(new URL(name, engineFolder()), 'utf8'),
  );
}

/** What runs beside the program, as Node runs it; the hosts' files hold the powers. */
function ourFiles(): string[] {
  return ['simulator/engine', 'simulator/kernel', 'trace'].flatMap((folder) =>
    readdirSync(`src/${folder}`)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => stripTypeScriptTypes(readFileSync(`src/${folder}/${name}`, 'utf8'))),
  );
}
