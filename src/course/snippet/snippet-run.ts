import type { LiveRun } from '../../workbench/run/live-run.ts';
import type { ComparedResult } from './compare-run.ts';

/** Where a snippet's run is, and so what its output panel shows. */
export type SnippetRun =
  /** Nothing has been run: the expected output is shown. */
  | { readonly phase: 'rest' }
  /** The recording plays, or was stopped, or is over. */
  | { readonly phase: 'playing' | 'paused' | 'played'; readonly nowNs: number }
  | LiveRun<ComparedResult>;
