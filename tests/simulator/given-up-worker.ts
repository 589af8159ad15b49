/** Gives up what Node could do for it, tries all of it, and reports what came of that. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { parentPort, Worker } from 'node:worker_threads';
import { giveUp } from '../../src/simulator/hosts/give-up.ts';

type Attempt = () => unknown;

const TEXT: string = 'data:text/javascript,';

const ATTEMPTS: Record<string, Attempt> = {
  'reads a file': () => readFileSync('package.json'),
  'reads its environment': () => readFileSync('/proc/self/environ'),
  'writes a file': () => writeFileSync('written.txt', ''),
  'starts a process': () => {
    const { error } = spawnSync('true');
    if (error) throw error;
  },
  'starts a thread': () => new Worker('', { eval: true }),
  'loads native code': () => process.dlopen({ exports: {} }, '/none.node'),
  'reaches into Node': () => (process as unknown as { binding: Attempt }).binding(),
  connects: () =>
    new Promise((resolve, reject) =>
      connect(80, '127.0.0.1', () => resolve('')).on('error', reject),
    ),
  'loads a module': () => import('node:os'),
  'loads a text as a module': () => import(TEXT),
};

giveUp(process.permission);
const answers: Record<string, string> = {};
for (const [name, attempt] of Object.entries(ATTEMPTS)) {
  try {
    await attempt();
    answers[name] = 'done';
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    answers[name] = code ?? message;
  }
}
parentPort?.postMessage(answers);
