import { describe, expect, it } from 'vitest';
import { Kernel, MAIN_THREAD } from './kernel.ts';

const SECOND = 1e9;

function createKernel(virtualTimeLimitNs = 1e15): Kernel {
  return new Kernel({
    epochMs: 0,
    virtualTimeLimitNs,
    computingLimitNs: 10 * SECOND,
    threadTurnsLimit: 100,
    onLimit(limit) {
      throw new Error(`limit: ${limit}`);
    },
  });
}

describe('Kernel', () => {
  it('begins at zero and moves only when something waits', () => {
    const kernel = createKernel();
    expect(kernel.nowNs).toBe(0);
    kernel.schedule(5 * SECOND, () => {});
    expect(kernel.nowNs).toBe(0);
    expect(kernel.park(2 * SECOND)).toBe('woken');
    expect(kernel.nowNs).toBe(2 * SECOND);
  });

  it('runs what is due at the same instant in the order in which it was scheduled', () => {
    const kernel = createKernel();
    const order: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) kernel.schedule(SECOND, () => order.push(name));
    kernel.park(SECOND);
    expect(order.join(' ')).toBe('a b c d e');
  });

  it('ends ten waits of a tenth of a second at one second exactly', () => {
    const kernel = createKernel();
    for (let i = 0; i < 10; i++) kernel.park(kernel.nowNs + 100_000_000);
    expect(kernel.nowNs).toBe(SECOND);
  });

  it('wakes early when an event unparks the thread, and forgets the deadline', () => {
    const kernel = createKernel();
    kernel.schedule(SECOND, () => kernel.unpark(MAIN_THREAD));
    expect(kernel.park(9 * SECOND)).toBe('woken');
    expect(kernel.nowNs).toBe(SECOND);
    expect(kernel.park(null)).toBe('stuck');
    expect(kernel.nowNs).toBe(SECOND);
  });

  it('says stuck, and moves no clock, when nothing could ever end a wait', () => {
    const kernel = createKernel();
    expect(kernel.park(null)).toBe('stuck');
    expect(kernel.nowNs).toBe(0);
  });

  it('does not take a wait of a day for a deadlock', () => {
    const kernel = createKernel();
    expect(kernel.park(86_400 * SECOND)).toBe('woken');
    expect(kernel.nowNs).toBe(86_400 * SECOND);
  });

  it('skips what was cancelled', () => {
    const kernel = createKernel();
    const order: string[] = [];
    kernel.schedule(1, () => order.push('kept'));
    kernel.schedule(1, () => order.push('cancelled')).cancelled = true;
    kernel.schedule(2, () => order.push('later'));
    kernel.park(3);
    expect(order.join(' ')).toBe('kept later');
  });

  it('lets a program read the clock for nothing, but not poll it for nothing', () => {
    const kernel = createKernel();
    for (let i = 0; i < 1_000; i++) kernel.readMonotonicNs();
    expect(kernel.nowNs).toBe(0);
    let readings = 0;
    while (kernel.readMonotonicNs() < SECOND) readings += 1;
    expect(kernel.nowNs).toBe(SECOND);
    expect(readings).toBeLessThan(200_000);
  });

  it('charges for computing only what goes past the free allowance between two waits', () => {
    const kernel = createKernel();
    for (let i = 0; i < 10; i++) kernel.compute(100_000);
    expect(kernel.nowNs).toBe(0);
    kernel.compute(100_000);
    expect(kernel.nowNs).toBe(100_000);
    kernel.park(SECOND);
    kernel.compute(100_000);
    expect(kernel.nowNs).toBe(SECOND);
  });

  it('charges nothing while the running thread is exempt', () => {
    const kernel = createKernel();
    kernel.running.exempt = true;
    expect(kernel.compute(10 * SECOND)).toBe(false);
    kernel.running.exempt = false;
    expect(kernel.nowNs).toBe(0);
    kernel.compute(2 * SECOND);
    expect(kernel.nowNs).toBe(2 * SECOND);
  });

  it('stops at the limit of virtual time instead of passing it', () => {
    const kernel = createKernel(3 * SECOND);
    expect(() => kernel.park(4 * SECOND)).toThrow('limit');
    expect(kernel.nowNs).toBe(0);
  });

  it('lets threads take turns in the order in which they became runnable', async () => {
    const kernel = createKernel();
    const story: string[] = [];
    const wait = async (durationNs: number) => {
      if (kernel.park(kernel.nowNs + durationNs) === 'switched') await kernel.resumption;
    };
    const thread = (name: string, durationNs: number) => () =>
      Promise.resolve().then(async () => {
        story.push(`${kernel.nowNs / SECOND} ${name} begins`);
        await wait(durationNs);
        story.push(`${kernel.nowNs / SECOND} ${name} ends`);
        kernel.exit();
      });
    kernel.spawn(thread('slow', 3 * SECOND));
    kernel.spawn(thread('quick', SECOND));
    story.push('0 main waits');
    await wait(2 * SECOND);
    story.push(`${kernel.nowNs / SECOND} main`);
    await wait(2 * SECOND);
    expect(story).toEqual([
      '0 main waits',
      '0 slow begins',
      '0 quick begins',
      '1 quick ends',
      '2 main',
      '3 slow ends',
    ]);
    expect(kernel.nowNs).toBe(4 * SECOND);
  });

  it('says stuck only to the last thread that could have run', async () => {
    const kernel = createKernel();
    const results: string[] = [];
    kernel.spawn(() => {
      queueMicrotask(() => results.push(kernel.park(null)));
    });
    results.push(kernel.park(null));
    await Promise.resolve();
    expect(results).toEqual(['switched', 'stuck']);
  });

  it('lets what a thread computes on a processor of its own delay that thread alone', async () => {
    const kernel = createKernel();
    const story: string[] = [];
    kernel.spawn(
      () =>
        queueMicrotask(async () => {
          kernel.compute(2 * SECOND);
          story.push(`${kernel.nowNs / SECOND} for all, ${kernel.localNowNs / SECOND} for itself`);
          if (kernel.settle() === 'switched') await kernel.resumption;
          story.push(`${kernel.nowNs / SECOND} settled`);
          kernel.exit();
        }),
      { ownCpu: true },
    );
    if (kernel.park(SECOND) === 'switched') await kernel.resumption;
    story.push(`${kernel.nowNs / SECOND} main`);
    if (kernel.park(3 * SECOND) === 'switched') await kernel.resumption;
    expect(story).toEqual(['0 for all, 2 for itself', '1 main', '2 settled']);
  });

  it('asks to interrupt a thread whose alarm is due', () => {
    const kernel = createKernel();
    const alarm = kernel.interruptAt(SECOND / 50, MAIN_THREAD);
    expect(kernel.compute(SECOND / 100)).toBe(false);
    expect(kernel.compute(SECOND / 100)).toBe(true);
    alarm.cancelled = true;
    expect(kernel.compute(SECOND / 100)).toBe(false);
  });

  it('starts later what is to start later, and never what was killed before', () => {
    const kernel = createKernel();
    const story: string[] = [];
    const start = (name: string) => () => {
      story.push(name);
      kernel.exit();
    };
    kernel.spawn(start('later'), { afterNs: 1 });
    const killed = kernel.spawn(start('killed'), { afterNs: 1 });
    kernel.spawn(start('first'));
    expect(kernel.kill(killed)).toBe(true);
    expect(kernel.kill(killed)).toBe(false);
    kernel.park(SECOND);
    expect(story).toEqual(['first', 'later']);
  });

  it('has a thread that computes give way to what has waited for 5 ms', () => {
    const kernel = createKernel();
    const order: string[] = [];
    kernel.spawn(() => {
      order.push(`thread at ${kernel.nowNs / 1e6}`);
      kernel.exit();
    });
    const computeUntilAsked = () => {
      while (!kernel.compute(500_000)) if (kernel.nowNs > SECOND) throw new Error('never asked');
    };
    computeUntilAsked();
    expect(kernel.nowNs).toBe(5_000_000);
    kernel.settle();
    expect(order).toEqual(['thread at 5']);

    kernel.schedule(8_200_000, () => order.push(`event at ${kernel.nowNs / 1e6}`));
    computeUntilAsked();
    expect(kernel.nowNs).toBe(13_500_000);
    expect(kernel.settle()).toBe('woken');
    expect(order[1]).toBe('event at 13.5');
  });

  it('never asks a thread to give way for which nobody waits', () => {
    const kernel = createKernel();
    let asked = 0;
    while (kernel.nowNs < 0.4 * SECOND) asked += Number(kernel.compute(1_000_000));
    expect(asked).toBe(0);
  });

  it('asks after a while what a thread computes until something is due, and goes there if that is nothing', () => {
    const kernel = createKernel();
    kernel.schedule(9 * SECOND, () => {});
    const askedAt: number[] = [];
    while (kernel.nowNs < 0.18 * SECOND) {
      kernel.compute(10_000_000);
      if (kernel.mayOnlySpin()) askedAt.push(kernel.nowNs / SECOND);
    }
    expect(askedAt).toEqual([0.05, 0.1, 0.15]);
    kernel.spin();
    expect(kernel.nowNs).toBe(9 * SECOND);
    expect(kernel.readCpuNs('thread')).toBe(9 * SECOND);
    kernel.spin();
    expect(kernel.nowNs).toBe(9 * SECOND);
  });

  it('tells of a slice that computes for half a second, and again at each doubling', () => {
    const kernel = createKernel();
    kernel.park(SECOND);
    const toldAt: number[] = [];
    while (kernel.nowNs < 6 * SECOND) {
      if (!kernel.compute(10_000_000)) continue;
      expect(kernel.running.slice.takeLong()).toBe(SECOND);
      expect(kernel.running.slice.takeLong()).toBe(null);
      toldAt.push(kernel.nowNs / SECOND);
    }
    expect(toldAt).toEqual([1.5, 2, 3, 5]);
    kernel.running.slice.begin();
    expect(kernel.compute(0.4 * SECOND)).toBe(false);
  });

  it('counts what all threads compute towards one limit, waits between it or not', () => {
    const kernel = createKernel();
    for (let second = 0; second < 10; second += 1) {
      kernel.compute(SECOND);
      kernel.park(kernel.nowNs + SECOND);
    }
    expect(() => kernel.compute(1)).toThrow('limit: computing');
  });

  it('lets turns of a loop take time once they are very many at one instant', () => {
    const kernel = createKernel();
    const turnUntil = (ns: number) => {
      let turns = 0;
      for (; kernel.nowNs < ns; turns++) kernel.turn(1e14);
      return turns;
    };
    for (let turn = 1; turn < 10_000; turn++) kernel.turn();
    expect(kernel.nowNs).toBe(0);
    expect(turnUntil(SECOND / 2)).toBe(10_417);
    expect(turnUntil(60 * SECOND)).toBeLessThan(40_000);
    kernel.park(kernel.nowNs + SECOND);
    const { nowNs } = kernel;
    for (let turn = 1; turn < 10_000; turn++) kernel.turn();
    expect(kernel.nowNs).toBe(nowNs);
  });

  it('does not miss what comes while a loop polls', () => {
    const kernel = createKernel();
    const happened: number[] = [];
    kernel.schedule(SECOND, () => happened.push(kernel.nowNs));
    while (kernel.nowNs < 2 * SECOND) {
      kernel.turn(1.25 * SECOND);
      if (kernel.isBusy) kernel.park(kernel.nowNs);
      if (kernel.nowNs === 1.25 * SECOND && happened.length === 1) happened.push(kernel.nowNs);
    }
    expect(happened).toEqual([SECOND, 1.25 * SECOND]);
  });
});
