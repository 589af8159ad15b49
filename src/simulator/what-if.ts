/**
 * What is changed of a program's run from outside, its code being as it is: how long some of its
 * waits are, and how long what it sends is under way.
 */
import { TIMED_KINDS, type WaitName } from '../trace/timed-waits.ts';
import { isWhole } from './schedule.ts';

export interface WhatIf {
  readonly waits: readonly ChangedWait[];
  /** Of every connection over TCP and of UDP, whatever the program says; null for as it says. */
  readonly latencyNs: number | null;
}

export interface ChangedWait {
  readonly wait: WaitName;
  /** How long it is instead. */
  readonly lengthNs: number;
}

export const NOTHING_CHANGED: WhatIf = Object.freeze({ waits: Object.freeze([]), latencyNs: null });

/** A day: nobody drags further, and many of them fit into a run. */
export const LONGEST_WAIT_NS = 86_400 * 1e9;
/** Round the earth it is a fifth of a second. */
export const LONGEST_LATENCY_NS = 60 * 1e9;

export const MOST_CHANGED_WAITS = 100;
const LONGEST_KEY = 1_000;

export function changesSomething({ waits, latencyNs }: WhatIf): boolean {
  return waits.length > 0 || latencyNs !== null;
}

/** What comes from outside, such as a link, may be anything. */
export function isWhatIf(value: unknown): value is WhatIf {
  const { waits, latencyNs } = fieldsOf(value);
  return (
    Array.isArray(waits) &&
    waits.length <= MOST_CHANGED_WAITS &&
    waits.every(isChangedWait) &&
    (latencyNs === null || isWithin(latencyNs, 0, LONGEST_LATENCY_NS))
  );
}

function isChangedWait(value: unknown): value is ChangedWait {
  const { wait, lengthNs } = fieldsOf(value);
  return isWaitName(wait) && isWithin(lengthNs, 0, LONGEST_WAIT_NS);
}

function isWaitName(value: unknown): value is WaitName {
  const { agent, kind, line, nth } = fieldsOf(value);
  return (
    typeof agent === 'string' &&
    agent.length <= LONGEST_KEY &&
    TIMED_KINDS.some((known) => known === kind) &&
    (line === null || isWhole(line, 1)) &&
    isWhole(nth, 1)
  );
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return isWhole(value, least) && (value as number) <= most;
}

function fieldsOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
