import { createContext } from 'preact';
import type { TimedWait } from '../../analysis/timed-waits.ts';
import type { WhatIf } from '../../simulator/what-if.ts';
import type { WaitName } from '../../trace/timed-waits.ts';
import type { Literal } from './literal.ts';

/** What a picture's reader may change of its run. */
export interface WhatIfControl {
  /** What is changed, as it was taken back or put in last. */
  readonly inForce: WhatIf;
  /** The wait whose end is dragged; null where none is. */
  readonly held: TimedWait | null;
  /** The number that was changed last in the code, as long as that can be undone; else null. */
  readonly edit: { readonly before: string; readonly after: string; readonly call: string } | null;
  /** Where the length of a wait is written as a number; null where changing it is for this run alone. */
  literalOf(wait: TimedWait): Literal | null;
  /** Makes ready for what will be asked. */
  prepare(): void;
  /** Runs with this length, of what may become others yet; the first time it holds the wait. */
  change(wait: TimedWait, lengthNs: number): void;
  /** Lets go: as it is now, it is to be. */
  keep(): void;
  /** Lets go: as it was before. */
  giveUp(): void;
  setLatency(latencyNs: number | null): void;
  takeBack(wait: WaitName): void;
  takeAllBack(): void;
  undoEdit(): void;
}

/** Null where nothing can be changed. */
export const WhatIfContext = createContext<WhatIfControl | null>(null);
