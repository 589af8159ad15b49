/**
 * `explain TRACE.json`: what is worth knowing of a run that somebody recorded, a simulated one
 * (`simulate --json`) or a real program's (`loopscope_record.py`). `-` reads from standard input.
 */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Trace } from '../trace/schema.ts';
import { InvalidTrace, parseTrace } from '../trace/validate.ts';
import { explain } from './explain.ts';
import { STATUS, type Streams } from './simulate.ts';

export const USAGE = `usage: explain TRACE.json

Says how a recorded run went and what is worth knowing of it. TRACE.json is what simulate --json or
loopscope_record.py wrote; - is standard input.
`;

/** @returns the exit status: 0, or 1 where it is no trace. */
export async function explainTrace(
  argv: readonly string[],
  { stdin, stdout, stderr }: Streams,
): Promise<number> {
  const [file, ...more] = argv;
  if (file === undefined || more.length > 0 || (file !== '-' && file.startsWith('-'))) {
    stderr.write(USAGE);
    return STATUS.usage;
  }
  let trace: Trace;
  try {
    trace = parseTrace(JSON.parse(file === '-' ? await text(stdin) : await readFile(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof InvalidTrace || error instanceof SyntaxError) && !isMissing(error)) {
      throw error;
    }
    stderr.write(`explain: ${(error as Error).message}\n`);
    return 1;
  }
  for (const line of explain(trace)) stdout.write(`${line}\n`);
  return 0;
}

/** Whether a file could not be read. */
function isMissing(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException).code === 'string';
}

if (import.meta.main) process.exitCode = await explainTrace(process.argv.slice(2), process);
