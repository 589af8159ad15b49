/**
 * Every starter fails, every solution passes and so does every other right answer, and every wrong
 * one fails with the message that its exercise promises.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { recordProgram } from '../src/cli/snippets.ts';
import { findOrder } from '../src/explore/find-order.ts';
import { createNodeSimulator } from '../src/simulator/hosts/node.ts';
import { type ExerciseOrders, exerciseFields } from '../src/study/exercises/exercise-fields.ts';
import { gradeExercise } from '../src/study/exercises/grade-exercise.ts';
import type { Trace } from '../src/trace/schema.ts';

const FOLDER = 'content/exercises';
/**
 * Hundreds of short programs, most of which take less time than the engine that each of them has to
 * itself: two at a time, and only those that are not as they were when they were last recorded.
 */
const lines = [0, 1].map(() => ({
  simulator: createNodeSimulator({ keepSpare: true }),
  last: Promise.resolve() as Promise<unknown>,
}));
let runs = 0;

/** @param name under which the recording is kept. */
function run(name: string, source: string): Promise<Trace> {
  return inLine(({ simulator }) => recordProgram(name, source, simulator));
}

function inLine<T>(start: (line: (typeof lines)[number]) => Promise<T>): Promise<T> {
  const line = lines[runs++ % lines.length] as (typeof lines)[number];
  const finished = line.last.then(() => start(line));
  line.last = finished;
  return finished;
}

/** Which order breaks a program, and what is late in it, follows from how orders are chosen. */
function withoutOrder(message: string): string {
  return message.replace(
    /^it broke in order \d+: (.*?)\. (The|What) .*$/s,
    'it broke in an order: $1',
  );
}

afterAll(() => {
  for (const { simulator } of lines) simulator.dispose();
});

const names = (await readdir(FOLDER, { recursive: true }))
  .filter((file) => file.endsWith('exercise.yaml'))
  .map((file) => file.replaceAll('\\', '/').slice(0, -'/exercise.yaml'.length))
  .sort();

describe.concurrent.each(names)('exercise %s', async (name) => {
  const folder = join(FOLDER, name);
  const programs = (await readdir(folder))
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.slice(0, -'.py'.length))
    .sort();
  const right = programs.filter((program) => program.startsWith('right-'));
  const { wrong, ...exercise } = exerciseFields.parse(
    parse(await readFile(join(folder, 'exercise.yaml'), 'utf8')),
  );

  const grade = async (program: string) => {
    const source = await readFile(join(folder, `${program}.py`), 'utf8');
    const recording = `exercises/${name}/${program}`;
    let again = 0;
    const rerun = (other: string) => run(`${recording}-again-${++again}`, other);
    const tryOrders = (tried: string, { count, breaks }: ExerciseOrders) =>
      inLine(({ simulator }) =>
        findOrder(simulator, { source: tried }, { orders: count, breaks, stopsAtFirst: true }),
      );
    return gradeExercise(exercise, source, await run(recording, source), { rerun, tryOrders });
  };
  const failures = ({ verdicts }: Awaited<ReturnType<typeof grade>>) =>
    verdicts.filter(({ passed }) => !passed).map(({ message }) => withoutOrder(message));

  it('is not solved by its starter', async () => {
    expect((await grade('starter')).passed).toBe(false);
  });

  it('is solved by its solution', async () => {
    expect(failures(await grade('solution'))).toEqual([]);
  });

  it('has two right answers besides', () => {
    expect(right.length).toBeGreaterThanOrEqual(2);
  });

  it.each(right)('is solved by %s', async (program) => {
    expect(failures(await grade(program))).toEqual([]);
  });

  it('says for each wrong answer what to expect', () => {
    expect(programs.filter((program) => program.startsWith('wrong-'))).toEqual(
      Object.keys(wrong).sort(),
    );
  });

  it.each(Object.entries(wrong))('tells %s what is wrong with it', async (program, message) => {
    expect(failures(await grade(program))).toContain(message);
  });
});
