/** A step of a trace in a sentence: what a commentator would say as it happens. */
import { goesOn } from '../analysis/goes-on.ts';
import { callbackName, labelOf, primitiveLabel, shortName } from '../analysis/labels.ts';
import type { LoopState } from '../analysis/loop-state.ts';
import { type Step, stepAt, stepCount } from '../analysis/steps.ts';
import {
  type AgentId,
  MAIN_AGENT,
  type PrimitiveState,
  type Trace,
  UNKNOWN_WAIT,
} from '../trace/schema.ts';
import type { Position } from './position.ts';
import { secondsText } from './seconds.ts';
import { waitText } from './wait-words.ts';
import { finishedText } from './words.ts';

/** ``"1.500 s: step 12 of 40: `a` resumes at line 7"`` */
export function positionText(trace: Trace, position: Position, state: LoopState): string {
  const count = stepCount(trace);
  const when = secondsText(position.atNs);
  if (position.step < 0) return `${when}: before the first of ${count} steps`;
  const numbered = `${when}: step ${position.step + 1} of ${count}`;
  return `${numbered}: ${momentText(trace, position, state)}`;
}

/** ``"`a` resumes at line 7"``; between two steps, what the loop does meanwhile. */
export function momentText(trace: Trace, position: Position, state: LoopState): string {
  if (position.step < 0) return 'nothing has run yet';
  const step = stepAt(trace, position.step);
  if (step.atNs === position.atNs) return stepText(trace, step, state);
  if (position.atNs >= trace.endedNs) {
    return goesOn(trace.outcome) ? 'the program goes on' : 'the run is over';
  }
  if (state.blocked) {
    const { by, call } = state.blocked;
    const how = call === '' ? 'computes' : `is in ${code(call)}`;
    return `${nameOf(trace, by)} ${how}, and nothing else can run`;
  }
  const waiting = state.tasks.filter(({ status }) => status === 'waiting').length;
  if (waiting === 0) return 'nothing runs';
  return waiting === 1
    ? 'the loop sleeps; one task waits'
    : `the loop sleeps; ${waiting} tasks wait`;
}

/** @param state how things stand right after the step. */
export function stepText(trace: Trace, step: Step, state: LoopState): string {
  const name = (agent: AgentId) => nameOf(trace, agent);
  const who = name(step.agent);
  const doer = name(step.by ?? MAIN_AGENT);
  const task = state.tasks.find(({ task }) => task === step.agent);
  const at = lineText(step.line);
  switch (step.kind) {
    case 'task-created':
      return `${doer} creates ${who}${at}`;
    case 'thread-started':
    case 'process-started':
      return `${doer} starts ${who}${at}`;
    case 'task-ready':
      return step.by === null || step.by === step.agent
        ? `${who} is ready to run`
        : `${doer} wakes ${who}`;
    case 'step-began':
      return task?.line ? `${who} resumes at line ${task.line}` : `${who} begins to run`;
    case 'step-ended':
      if (!task?.waitsOn) return `${who} returns to the loop${at}`;
      return `${who} waits ${waitText(trace, task.waitsOn)}${whereText(step.line)}`;
    case 'parked': {
      const event = trace.events[step.eventIndex];
      const waitsOn = event?.kind === 'parked' ? event.waitsOn : UNKNOWN_WAIT;
      const isKnown = Object.values(waitsOn).some(
        (what) => what !== null && what !== step.location,
      );
      const what = isKnown ? `waits ${waitText(trace, waitsOn)}` : 'pauses';
      return `${who} ${what}${whereText(step.line)}`;
    }
    case 'task-finished':
      return task?.finish ? `${who} ${finishedText(task.finish)}` : `${who} finishes`;
    case 'cancel-requested':
      return cancelText(trace, step, { who, doer });
    case 'cancel-caught':
      return `${who} catches CancelledError${at}, and goes on`;
    case 'preempted':
      return `${who} lets others run${whereText(step.line)}`;
    case 'resumed':
      return `${who} runs again`;
    case 'thread-ended':
    case 'process-ended':
      return `${who} ends`;
    case 'callback-scheduled':
      return `${who} gives the loop the callback ${callback(trace, step)}${at}`;
    case 'callback-began':
      return `the loop calls ${callback(trace, step)}`;
    case 'callback-ended':
      return `${callback(trace, step)} returns`;
    case 'callback-cancelled':
      return `${who} cancels ${callback(trace, step)}`;
    case 'primitive-seen':
    case 'primitive-changed':
      return primitiveText(trace, step, state);
    case 'line':
      return `${who} is at line ${step.line}`;
    case 'blocking-began':
      return `${who} blocks the loop${at}`;
    case 'blocking-ended':
      return `${who} no longer holds the loop`;
    case 'wake-missed':
      return `${who} makes something ready in a loop of another thread${at}, and the loop is not told`;
    case 'exception-handler-called':
    case 'never-awaited':
      return noticeText(trace, step);
    case 'exception-stored':
      return `the exception of ${who} becomes a result of ${doer}${at}`;
    case 'output': {
      const event = trace.events[step.eventIndex];
      const text = event?.kind === 'output' ? event.text.trim() : '';
      return text === '' ? `${who} ends a line of output` : `${who} prints “${shorten(text)}”`;
    }
    case 'trace-cut':
      return 'from here on, only output is recorded';
  }
}

function cancelText(trace: Trace, step: Step, names: { who: string; doer: string }): string {
  const event = trace.events[step.eventIndex];
  const reason = event?.kind === 'cancel-requested' ? event.reason : 'explicit';
  const { who, doer } = names;
  switch (reason) {
    case 'time-limit':
      return `a time limit is up: ${who} is cancelled`;
    case 'runner-closed':
    case 'run-ended':
      return `the run ends: ${who} is cancelled`;
    case 'interrupt':
      return `an interrupt cancels ${who}`;
    default:
      return `${doer} cancels ${who}${lineText(step.line)}`;
  }
}

/** In Python's own words. */
function noticeText(trace: Trace, step: Step): string {
  const event = trace.events[step.eventIndex];
  if (event?.kind === 'never-awaited') {
    return `the coroutine ${code(shortName(event.coroutine))} goes, and was never awaited`;
  }
  const message = event?.kind === 'exception-handler-called' ? event.message : '';
  return `the loop's exception handler is told: ${shorten(message)}`;
}

function primitiveText(trace: Trace, step: Step, state: LoopState): string {
  const id = step.primitive;
  const label = code(primitiveLabel(trace, id ?? 0));
  const standing = state.primitives.find(({ primitive }) => primitive === id);
  return standing ? `${label} is now ${primitiveStateText(trace, standing.state)}` : label;
}

/** ``"held by `worker #2`"``, `"2 of 5 full"`, `"unset"` */
export function primitiveStateText(trace: Trace, state: PrimitiveState): string {
  const names = (holders: readonly AgentId[]) =>
    holders.map((holder) => nameOf(trace, holder)).join(', ');
  switch (state.kind) {
    case 'lock':
    case 'condition':
      return state.holder === null ? 'free' : `held by ${names([state.holder])}`;
    case 'semaphore':
      return `at ${state.value}${state.holders.length > 0 ? `, held by ${names(state.holders)}` : ''}`;
    case 'event':
      return state.isSet ? 'set' : 'not set';
    case 'barrier':
      return `at ${state.arrived} of ${state.parties}`;
    case 'queue':
      if (state.maxSize > 0) return `${state.size} of ${state.maxSize} full`;
      return state.size === 0 ? 'empty' : `${state.size} long`;
    case 'future':
      return {
        pending: 'pending',
        result: 'done, with a result',
        exception: 'done, with an exception',
        cancelled: 'cancelled',
      }[state.state];
    case 'pool':
      return `at most ${state.places} at once`;
    case 'threading':
      return 'in use';
  }
}

/** The program itself has no name of its own to quote. */
function nameOf(trace: Trace, agent: AgentId): string {
  const label = labelOf(trace, agent);
  return agent === MAIN_AGENT ? label : code(label);
}

function callback(trace: Trace, step: Step): string {
  return code(callbackName(trace, step.callback ?? 0));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function whereText(line: number | null): string {
  return line === null ? '' : `, at line ${line}`;
}

function lineText(line: number | null): string {
  return line === null ? '' : ` on line ${line}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
