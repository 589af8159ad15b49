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
  expect(trace.events.map(({ kind }) => kind).slice(-2)).toEqual(['trace-cut', 'output']);
  expect(trace.outcome).toMatchObject({ kind: 'exited', status: 3 });
});
