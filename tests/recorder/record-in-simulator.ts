/** Runs a program under the recorder, all of it inside the simulator: so that its times are exact. */
import { readFile } from 'node:fs/promises';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import type { Trace } from '../../src/trace/schema.ts';
import { parseTrace } from '../../src/trace/validate.ts';
import { dedent } from '../dedent.ts';

const RECORDER = await readFile('public/loopscope_record.py', 'utf8');

const simulator = createNodeSimulator({ keepSpare: true });

export interface Recorded {
  readonly trace: Trace;
  /** What the program printed, and nothing of the recorder's. */
  readonly stdout: string;
  readonly stderr: string;
  /** What went wrong in the recorder itself. */
  readonly errors: string | null;
}

/**
 * @param source ends by itself, with or without an exception.
 * @param options as those of `start` in Python.
 */
export async function recordInSimulator(source: string, options = ''): Promise<Recorded> {
  const { events, outcome } = await simulator.run({
    source: around(dedent(source), options),
    name: 'main.py',
  }).finished;
  const printed = (stream: string) =>
    events
      .flatMap((event) => (event.kind === 'output' && event.stream === stream ? [event.text] : []))
      .join('');
  const stdout = printed('stdout');
  const at = stdout.lastIndexOf(MARK);
  if (at < 0) {
    throw new Error(`no trace was written: ${JSON.stringify(outcome)}\n${printed('stderr')}`);
  }
  const [json = '', errors = ''] = stdout.slice(at + MARK.length).split('\n');
  return {
    trace: parseTrace(JSON.parse(json)),
    stdout: stdout.slice(0, at),
    stderr: printed('stderr'),
    errors: errors === 'None' ? null : errors,
  };
}

const MARK = '\u0001trace\u0001';

/**
 * The program has the name that it would have. In asyncio's debug mode, the simulator leaves the handles
 * of steps as they are, as CPython does.
 */
function around(source: string, options: string): string {
  return `
import json, os, sys, time, types
recorder = types.ModuleType("loopscope_record")
sys.modules["loopscope_record"] = recorder
exec(compile(${JSON.stringify(RECORDER)}, "loopscope_record.py", "exec"), vars(recorder))
def clock(last=[0]):
    # Two readings of a real clock differ; virtual time may stand still.
    last[0] = max(last[0] + 1, time.perf_counter_ns())
    return last[0]
recorder._clock = clock
main = types.ModuleType("__main__")
program = compile(${JSON.stringify(source)}, __file__, "exec")
main.__file__ = __file__
sys.modules["__main__"] = main
os.environ["PYTHONASYNCIODEBUG"] = "1"
outcome = {"kind": "exited", "status": 0, "error": None}
recorder.start(${options})
try:
    exec(program, vars(main))
except BaseException as error:
    outcome = recorder._outcome_of(error)
recorder.stop()
recorder._source_of = lambda name: None
print(${JSON.stringify(MARK)} + json.dumps(recorder.trace_of(outcome)))
print(recorder._state.first_error)
`;
}

/** Stop the engines. */
export function dispose(): void {
  simulator.dispose();
}
