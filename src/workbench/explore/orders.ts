/** What is known, and shown, of a program's other orders. */
import type { Exploration, FoundOrder } from '../../explore/explore.ts';
import type { Break } from '../../explore/outcomes.ts';
import type { Program } from '../../simulator/simulator.ts';
import { NOTHING_CHANGED } from '../../simulator/what-if.ts';
import type { ProgramResult } from '../run/live-run.ts';

export interface Orders {
  /** What is explored. */
  readonly program: Program;
  /** How many orders are to be tried, with those that were. */
  readonly wanted: number;
  /** What is under way; null where nothing is. */
  readonly work: 'preparing' | 'trying' | 'shrinking' | null;
  /** Null until the usual order was run. */
  readonly exploration: Exploration | null;
  /** The run in the usual order, and how it went. */
  readonly usual: ProgramResult | null;
  /** What counts as broken. */
  readonly breaks: readonly Break[];
  /** Why no other order is tried; null where nothing stands against it. */
  readonly hindrance: Hindrance | null;
  /** The outcome whose order is shown, or looked for; null where none is. */
  readonly chosen: string | null;
  readonly shown: ShownOrder | null;
  /** Whether it was ended before its end, and can be gone on with. */
  readonly wasStopped: boolean;
  /** What went wrong, for the reader; null where nothing did. */
  readonly problem: string | null;
}

export type Hindrance =
  /** The usual order breaks the program already. */
  | 'broken'
  /** It does not come to an end. */
  | 'unended'
  /** Nothing in it could come later than it does. */
  | 'one-order'
  /** The simulator has failed. */
  | 'crashed';

/** An order that comes to the chosen outcome, with no more late than it needs. */
export interface ShownOrder extends FoundOrder {
  readonly result: ProgramResult;
}

/** How many orders are tried by one click. */
export const ORDERS_AT_ONCE = 1_000;

export function noOrdersYet(program: Program, breaks: readonly Break[] = []): Orders {
  return {
    program,
    wanted: ORDERS_AT_ONCE,
    work: 'preparing',
    exploration: null,
    usual: null,
    breaks,
    hindrance: null,
    chosen: null,
    shown: null,
    wasStopped: false,
    problem: null,
  };
}

/** Whether they do the same: a program's orders are no other's. */
export function isSameProgram(one: Program, other: Program): boolean {
  const textOf = ({
    source,
    args = [],
    seed = 0,
    stdin = NOTHING,
    whatIf = NOTHING_CHANGED,
  }: Program) => JSON.stringify([source, args, seed, [...stdin], whatIf]);
  return textOf(one) === textOf(other);
}

const NOTHING = new Uint8Array();
