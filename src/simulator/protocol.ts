/** The messages between a host and its engine's worker: data only, one union per direction. */
import type { EncodedEvents } from '../trace/encoding.ts';
import type { Outcome } from '../trace/schema.ts';
import type { Schedule } from './schedule.ts';
import type { CompleteProgram, ExploredRun } from './simulator.ts';

/** Where an engine finds its parts. */
export interface EngineFiles {
  /** URL of the folder that `pack-engine` made, with a slash at its end. */
  readonly folderUrl: string;
  /** Whether to boot from the memory image, if there is one. */
  readonly useImage: boolean;
  /** `pyodide.asm.wasm`, compiled once for all engines; they share what V8 learns about it. */
  readonly compiled?: WebAssembly.Module | undefined;
}

export type ToEngine =
  | { readonly type: 'boot'; readonly files: EngineFiles }
  | { readonly type: 'run'; readonly program: CompleteProgram }
  /** The program is to be run again and again, unrecorded: */
  | { readonly type: 'explore'; readonly program: CompleteProgram }
  /** by each of these. */
  | { readonly type: 'run-again'; readonly schedules: readonly Schedule[] };

export type FromEngine =
  | { readonly type: 'booted' }
  /** It computes; or waits for what has to be fetched, and says nothing until it has that. */
  | { readonly type: 'sign'; readonly isWaiting: boolean }
  | { readonly type: 'events'; readonly events: EncodedEvents }
  | { readonly type: 'finished'; readonly outcome: Outcome; readonly endedNs: number }
  /** Of some of the schedules, in their order. */
  | { readonly type: 'explored'; readonly runs: readonly ExploredRun[] }
  | { readonly type: 'failed'; readonly message: string };

/** A message that the protocol does not know: the two ends are of different builds. */
export class UnknownMessage extends Error {
  constructor(where: string, message: never) {
    super(
      `${where} got a message it does not know: ${JSON.stringify(message)}. The page and its engine are of different versions; reload the page.`,
    );
  }
}
