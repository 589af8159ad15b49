/** What `--schedule` names: a seed, a file of what is late, or a trace to replay. */
import { readFile } from 'node:fs/promises';
import { scheduleOf } from '../simulator/replay.ts';
import { isLate, type Schedule } from '../simulator/schedule.ts';
import { parseTrace } from '../trace/validate.ts';

const SEED = /^seed:(-?\d+)$/;

/**
 * @param given `seed:7`, or the path of a JSON file: `{"late": [{"number": 3, "byNs": 1000}]}`, or
 *   what `--json` printed.
 * @throws {Error} says what was expected and what was found.
 */
export async function readSchedule(given: string): Promise<Schedule> {
  const seed = SEED.exec(given)?.[1];
  if (seed !== undefined) {
    if (Number.isSafeInteger(Number(seed))) return { policy: 'seeded', seed: Number(seed) };
    throw new Error(`expected a whole number after seed:, found ${seed}`);
  }
  const text = await readFile(given, 'utf8').catch((error: Error) => {
    throw new Error(`expected seed:NUMBER or a file after --schedule; ${error.message}`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${given} is no JSON: ${(error as Error).message}`);
  }
  const { late, events } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (events !== undefined) return scheduleOf(parseTrace(value));
  if (Array.isArray(late) && late.every(isLate)) return { policy: 'scripted', late };
  throw new Error(
    `${given} is no schedule: expected {"late": [{"number": 3, "byNs": 1000}]} or a trace`,
  );
}
