/** What is changed of a run, as a link carries it: short, and a stranger's when it is read. */
import { changesSomething, isWhatIf, type WhatIf } from '../../simulator/what-if.ts';

/** The latency, and the waits: who, what kind, line, which time, and the length. */
export type PackedWhatIf = readonly [
  latencyNs: number | null,
  ...waits: (readonly [string, string, number | null, number, number])[],
];

/** Null where nothing is changed. */
export function packWhatIf(whatIf: WhatIf): PackedWhatIf | null {
  if (!changesSomething(whatIf)) return null;
  return [
    whatIf.latencyNs,
    ...whatIf.waits.map(
      ({ wait: { agent, kind, line, nth }, lengthNs }) =>
        [agent, kind, line, nth, lengthNs] as const,
    ),
  ];
}

/** Null where there is nothing, undefined where it is something else. */
export function unpackWhatIf(value: unknown): WhatIf | null | undefined {
  if (value === null) return null;
  if (!Array.isArray(value)) return undefined;
  const [latencyNs, ...packed] = value as unknown[];
  const waits = packed.map((each) => {
    const [agent, kind, line, nth, lengthNs, ...rest] = Array.isArray(each) ? each : [];
    return rest.length > 0 ? null : { wait: { agent, kind, line, nth }, lengthNs };
  });
  const whatIf: unknown = { waits, latencyNs };
  return isWhatIf(whatIf) ? whatIf : undefined;
}
