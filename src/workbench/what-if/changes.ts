/** What is changed of a program's run: put in, taken back, said, and kept with its lines. */
import { followLine } from '../../editor/follow-line.ts';
import type { ChangedWait, WhatIf } from '../../simulator/what-if.ts';
import { type WaitName, waitKey } from '../../trace/timed-waits.ts';
import { lengthText } from './lengths.ts';

export function withWait(whatIf: WhatIf, wait: WaitName, lengthNs: number): WhatIf {
  const key = waitKey(wait);
  const changed: ChangedWait = { wait, lengthNs };
  const isThere = whatIf.waits.some((each) => waitKey(each.wait) === key);
  return {
    ...whatIf,
    waits: isThere
      ? whatIf.waits.map((each) => (waitKey(each.wait) === key ? changed : each))
      : [...whatIf.waits, changed],
  };
}

export function withoutWait(whatIf: WhatIf, wait: WaitName): WhatIf {
  const key = waitKey(wait);
  return { ...whatIf, waits: whatIf.waits.filter((each) => waitKey(each.wait) !== key) };
}

export function lengthOf({ waits }: WhatIf, wait: WaitName): number | null {
  const key = waitKey(wait);
  return waits.find((each) => waitKey(each.wait) === key)?.lengthNs ?? null;
}

/** `"2 waits changed, latency 50 ms"` */
export function changesText({ waits, latencyNs }: WhatIf): string {
  const count = waits.length === 1 ? '1 wait changed' : `${waits.length} waits changed`;
  const latency = latencyNs === null ? [] : [`latency ${lengthText(latencyNs)}`];
  return [...(waits.length > 0 ? [count] : []), ...latency].join(', ');
}

/** Of `"program / :20 main #1 / :12 fetch #3"`: `"fetch #3"`. */
export function shortAgent(key: string): string {
  const last = key.split(' / ').at(-1) ?? key;
  return key === 'program' ? 'the program' : last.replace(/^\S+ /, '');
}

/** The program was edited: what is changed stays with its line, and goes with it. */
export function followEdit(whatIf: WhatIf, before: string, after: string): WhatIf {
  const lines = new Map<number, number | null>();
  const follow = (line: number): number | null => {
    const known = lines.get(line);
    if (known !== undefined) return known;
    // A line that is edited is still that line.
    const next = followLine(before, after, line) ?? (sameLines(before, after) ? line : null);
    lines.set(line, next);
    return next;
  };
  const waits = whatIf.waits.flatMap(({ wait, lengthNs }): ChangedWait[] => {
    const line = wait.line === null ? null : follow(wait.line);
    if (wait.line !== null && line === null) return [];
    const agent = wait.agent.replace(
      /(?<= \/ :)\d+/g,
      (digits) => `${follow(Number(digits)) ?? digits}`,
    );
    return [{ wait: { ...wait, line, agent }, lengthNs }];
  });
  return { ...whatIf, waits };
}

function sameLines(before: string, after: string): boolean {
  return before.split('\n').length === after.split('\n').length;
}
