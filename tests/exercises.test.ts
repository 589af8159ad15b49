/**
 * Every starter fails, every solution passes, and every wrong solution fails with the message that
 * its exercise promises.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createNodeSimulator } from '../src/simulator/hosts/node.ts';
import { gradeExercise } from '../src/study/exercises/exercise.ts';
import { exerciseFields } from '../src/study/exercises/exercise-fields.ts';

const FOLDER = 'content/exercises';
const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

const names = (await readdir(FOLDER, { recursive: true }))
  .filter((file) => file.endsWith('exercise.yaml'))
  .map((file) => file.replaceAll('\\', '/').slice(0, -'/exercise.yaml'.length))
  .sort();

describe.each(names)('exercise %s', async (name) => {
  const folder = join(FOLDER, name);
  const { checks, wrong } = exerciseFields.parse(
    parse(await readFile(join(folder, 'exercise.yaml'), 'utf8')),
  );

  const grade = async (program: string) => {
    const source = await readFile(join(folder, `${program}.py`), 'utf8');
    return gradeExercise(checks, source, await simulator.run({ source }).finished);
  };
  const failures = ({ verdicts }: Awaited<ReturnType<typeof grade>>) =>
    verdicts.filter(({ passed }) => !passed).map(({ message }) => message);

  it('is not solved by its starter', async () => {
    expect((await grade('starter')).passed).toBe(false);
  });

  it('is solved by its solution', async () => {
    expect(failures(await grade('solution'))).toEqual([]);
  });

  it('says for each wrong solution what to expect', async () => {
    const files = (await readdir(folder)).filter((file) => /^wrong-.*\.py$/.test(file));
    expect(files.map((file) => file.slice(0, -'.py'.length)).sort()).toEqual(
      Object.keys(wrong).sort(),
    );
  });

  it.each(Object.entries(wrong))('tells %s what is wrong with it', async (program, message) => {
    expect(failures(await grade(program))).toContain(message);
  });
});
