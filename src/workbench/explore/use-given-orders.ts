import { useState } from 'preact/hooks';
import type { Late } from '../../simulator/schedule.ts';

/** The orders that programs are run in by the reader's wish, or by a link's. */
export interface GivenOrders {
  /** What is late in it; null where a program runs in its usual order. */
  of(programKey: string): readonly Late[] | null;
  give(programKey: string, late: readonly Late[]): void;
  takeBack(programKey: string): void;
}

/** Each fits its own program alone, text, arguments and seed: that is what a key stands for. */
export function useGivenOrders(): GivenOrders {
  const [given, setGiven] = useState<ReadonlyMap<string, readonly Late[]>>(new Map());
  return {
    of: (key) => given.get(key) ?? null,
    give: (key, late) => setGiven((before) => new Map(before).set(key, late)),
    takeBack: (key) =>
      setGiven((before) => new Map([...before].filter(([other]) => other !== key))),
  };
}
