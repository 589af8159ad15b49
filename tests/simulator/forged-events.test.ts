/** Programs that call the recorder themselves. */
import { expect, it } from 'vitest';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import { dedent } from '../dedent.ts';
import { stdoutOf } from './stdout-of.ts';

const simulator = createNodeSimulator();

it('raises in whoever tells the recorder what can’t be, and the run goes on', async () => {
  const trace = await simulator.run({
    source: dedent(`
      import _loopscope.kernel as kernel
      recorder, bridge = kernel.recorder, kernel._bridge
      for call, *given in (
          (recorder.exited, None), (recorder.exited, 1, "Error", "", 2**50 + 5),
          (recorder.line, 5, 77), (recorder.task_ready, 99, None), (recorder.output, "stdout", 5, 0),
          (recorder.primitive_changed, 1, "{}"), (recorder.name_thread, 0, "x"),
          (recorder.enter_loop, 1.5), (recorder.open_step_log, 0, 8),
          (bridge.park, "x"), (bridge.schedule, float("nan"), print), (bridge.discountFrames, "x"),
      ):
          try:
              call(*given)
          except Exception:
              continue
          print("taken:", call, given)
      print("all refused")
    `),
  }).finished;
  expect(stdoutOf(trace)).toBe('all refused\n');
  expect(trace.outcome).toMatchObject({ kind: 'exited', status: 0 });
});

it('records no more of a run whose steps others have written to, but what it prints', async () => {
  const trace = await simulator.run({
    source: dedent(`
      import asyncio
      import _loopscope.step_log as step_log

      async def main():
          print("before")
          step_log.began(9999)
          await asyncio.sleep(1)
          print("after")

      asyncio.run(main())
      raise SystemExit(3)
    `),
  }).finished;
  expect(stdoutOf(trace)).toBe('before\nafter\n');
  expect(trace.events.slice(-2)).toMatchObject([
    { kind: 'trace-cut', failure: 'the program has written to it' },
    { kind: 'output' },
  ]);
  expect(trace.outcome).toMatchObject({ kind: 'exited', status: 3 });
});

it('says what could not be recorded, and lets the program go on', async () => {
  const trace = await simulator.run({
    source: dedent(`
      import asyncio
      import _loopscope.agents as agents

      async def main():
          agents.introduce()
          await asyncio.sleep(1)
          print("after")

      asyncio.run(main())
    `),
  }).finished;
  expect(trace.events.slice(-2)).toMatchObject([
    {
      kind: 'trace-cut',
      failure: expect.stringMatching(/^introduce: TypeError: introduce\(\) missing/),
    },
    { kind: 'output', text: 'after\n', atNs: 1e9 },
  ]);
  expect(trace.outcome).toMatchObject({ kind: 'exited', status: 0 });
});

it.each([
  [
    'a function of the simulator that is gone',
    'import _loopscope.finalization as f; f.finalize = None',
  ],
  ['no recorder', 'import _loopscope.kernel as k; k.recorder = None'],
  [
    'an action that raises',
    'import _loopscope.kernel as k, time; k.schedule(5, lambda: 1 / 0); time.sleep(1)',
  ],
  [
    'an action that raises into the host',
    'import _loopscope.kernel as k, time; k._bridge.schedule(5, lambda: 1 / 0); time.sleep(1)',
  ],
  [
    'a thread that raises',
    'import _loopscope.kernel as k, time; k.spawn(lambda: 1 / 0); time.sleep(1)',
  ],
  [
    'a thread that raises into the host',
    'import _loopscope.kernel as k, time; k._bridge.spawn(lambda: 1 / 0, False, 0); time.sleep(1)',
  ],
])('tells the program that it has reached into the simulator: %s', async (_, source) => {
  const trace = await simulator.run({ source }).finished;
  expect(trace.outcome).toMatchObject({
    kind: 'exited',
    status: 1,
    error: { type: 'SystemError', message: expect.stringContaining(REACHED_IN) },
  });
  expect(trace.events.at(-1)).toMatchObject({
    kind: 'output',
    stream: 'stderr',
    text: expect.stringContaining(`SystemError: ${REACHED_IN} (`),
  });
});

const REACHED_IN = 'the program has reached into the simulator, which can’t go on';

it('forgets what a forged event was about to introduce, and knows no loop or agent that is none', async () => {
  const trace = await simulator.run({
    source: dedent(`
      import asyncio
      import _loopscope.kernel as kernel

      def forge(call, *given):
          try:
              call(*given)
          except Exception:
              return
          print("taken:", call, given)

      recorder = kernel.recorder
      for number in (1, 2, 3):
          forge(recorder.task_created, number, "name", "coroutine", "", False, 77, None)
          forge(recorder.loop_began, 1.5)
      forge(recorder.enter_loop, 2**31)
      forge(recorder.name_thread, 0, 5)

      async def main():
          await asyncio.sleep(1)
          print("after")

      asyncio.run(main())
    `),
  }).finished;
  expect(stdoutOf(trace)).toBe('after\n');
  expect(trace.outcome).toMatchObject({ kind: 'exited', status: 0 });
});
