/** Every sentence that is told of a run is made here and in the files beside this one. */
import { analysisOf } from '../../analysis/analysis.ts';
import type { Trace } from '../../trace/schema.ts';
import type { Insight } from '../insight.ts';
import {
  tellCancelled,
  tellLeftUnfinished,
  tellSwallowedCancel,
  tellTimeLimit,
} from './cancellation.ts';
import {
  tellConcurrent,
  tellMadePerCall,
  tellSerialWaits,
  tellTakingTurns,
} from './concurrency.ts';
import { tellDeadlock } from './deadlock.ts';
import {
  tellAwaitOutside,
  tellCancelledFromBelow,
  tellComputing,
  tellEndless,
  tellExitInTask,
  tellLoopMisuse,
  tellMissingName,
  tellMissingPackage,
  tellPassedOn,
  tellServing,
  tellStillOpen,
  tellTraceCut,
} from './ending.ts';
import {
  tellCallbackFailed,
  tellDestroyed,
  tellGatherFailed,
  tellHiddenResults,
  tellNeverAwaited,
  tellThreadFailed,
  tellUnheard,
} from './exceptions.ts';
import { tellGeneratorLeft } from './generators.ts';
import { tellExitHeld, tellNotStopped, tellPoolFull } from './pools.ts';
import { tellAsCompletedUp, tellShieldCancelled } from './shields.ts';
import { tellLimitLate, tellLoopHeld } from './stalls.ts';
import { tellEventUnseen, tellMissedWake, tellOtherLoop, tellTwoLoops } from './wakes.ts';

/** One sentence or a few. What stands between backticks is the program's own. */
export function tellInsight(trace: Trace, insight: Insight): string {
  const analysis = analysisOf(trace);
  switch (insight.kind) {
    case 'missing-name':
      return tellMissingName(analysis, insight);
    case 'missing-package':
      return tellMissingPackage(analysis, insight);
    case 'await-outside':
      return tellAwaitOutside(analysis, insight);
    case 'loop-misuse':
      return tellLoopMisuse(analysis, insight);
    case 'passed-on':
      return tellPassedOn(analysis, insight);
    case 'cancelled-from-below':
      return tellCancelledFromBelow(analysis, insight);
    case 'exit-in-task':
      return tellExitInTask(analysis, insight);
    case 'deadlock':
      return tellDeadlock(analysis, insight);
    case 'computing':
      return tellComputing(analysis, insight);
    case 'endless':
      return tellEndless(analysis, insight);
    case 'still-open':
      return tellStillOpen(analysis, insight);
    case 'serving':
      return tellServing(analysis, insight);
    case 'trace-cut':
      return tellTraceCut(insight);
    case 'unheard':
      return tellUnheard(analysis, insight);
    case 'destroyed':
      return tellDestroyed(analysis, insight);
    case 'callback-failed':
      return tellCallbackFailed(analysis, insight);
    case 'hidden-results':
      return tellHiddenResults(analysis, insight);
    case 'gather-failed':
      return tellGatherFailed(analysis, insight);
    case 'thread-failed':
      return tellThreadFailed(analysis, insight);
    case 'never-awaited':
      return tellNeverAwaited(analysis, insight);
    case 'generator-left':
      return tellGeneratorLeft(analysis, insight);
    case 'loop-held':
      return tellLoopHeld(analysis, insight);
    case 'limit-late':
      return tellLimitLate(analysis, insight);
    case 'cancelled':
      return tellCancelled(analysis, insight);
    case 'shield-cancelled':
      return tellShieldCancelled(analysis, insight);
    case 'as-completed-up':
      return tellAsCompletedUp(analysis, insight);
    case 'time-limit':
      return tellTimeLimit(analysis, insight);
    case 'left-unfinished':
      return tellLeftUnfinished(analysis, insight);
    case 'swallowed-cancel':
      return tellSwallowedCancel(analysis, insight);
    case 'exit-held':
      return tellExitHeld(analysis, insight);
    case 'not-stopped':
      return tellNotStopped(analysis, insight);
    case 'missed-wake':
      return tellMissedWake(analysis, insight);
    case 'event-unseen':
      return tellEventUnseen(analysis, insight);
    case 'other-loop':
      return tellOtherLoop(analysis, insight);
    case 'two-loops':
      return tellTwoLoops(analysis, insight);
    case 'pool-full':
      return tellPoolFull(analysis, insight);
    case 'serial-waits':
      return tellSerialWaits(analysis, insight);
    case 'concurrent':
      return tellConcurrent(analysis, insight);
    case 'made-per-call':
      return tellMadePerCall(analysis, insight);
    case 'taking-turns':
      return tellTakingTurns(analysis, insight);
  }
}
