/** A step of a recording in a sentence: what a commentator would say as it happens. */
import { labelOf } from '../analysis/agents.ts';
import { callbackName } from '../analysis/callbacks.ts';
import type { LoopState } from '../analysis/loop-state.ts';
import { primitivesOf } from '../analysis/primitives.ts';
import { type Step, stepAt, stepCount } from '../analysis/steps.ts';
import {
  type AgentId,
  MAIN_AGENT,
  type PrimitiveState,
  type Recording,
} from '../trace/recording.ts';
import type { Position } from './position.ts';
import { secondsText } from './seconds.ts';
import { waitText } from './wait-words.ts';
import { finishedText } from './words.ts';

/** ``"1.500 s: step 12 of 40: `a` resumes at line 7"`` */
export function positionText(recording: Recording, position: Position, state: LoopState): string {
  const count = stepCount(recording);
  const when = secondsText(position.atNs);
  if (position.step < 0) return `${when}: before the first of ${count} steps`;
  const numbered = `${when}: step ${position.step + 1} of ${count}`;
  return `${numbered}: ${momentText(recording, position, state)}`;
}

/** ``"`a` resumes at line 7"``; between two steps, what the loop does meanwhile. */
export function momentText(recording: Recording, position: Position, state: LoopState): string {
  if (position.step < 0) return 'nothing has run yet';
  const step = stepAt(recording, position.step);
  if (step.atNs === position.atNs) return stepText(recording, step, state);
  if (position.atNs >= recording.endedNs) return 'the run is over';
  if (state.blocked) {
    const { by, call } = state.blocked;
    const how = call === '' ? 'computes' : `is in ${code(call)}`;
    return `${nameOf(recording, by)} ${how}, and nothing else can run`;
  }
  const waiting = state.tasks.filter(({ status }) => status === 'waiting').length;
  return waiting === 1
    ? 'the loop sleeps; one task waits'
    : `the loop sleeps; ${waiting} tasks wait`;
}

/** @param state how things stand right after the step. */
export function stepText(recording: Recording, step: Step, state: LoopState): string {
  const name = (agent: AgentId) => nameOf(recording, agent);
  const who = name(step.agent);
  const task = state.tasks.find(({ task }) => task === step.agent);
  const thread = state.threads.find(({ thread }) => thread === step.agent);
  const at = lineText(step.line);
  switch (step.kind) {
    case 'created':
    case 'thread-started':
      return `${name(step.by ?? 0)} ${step.kind === 'created' ? 'creates' : 'starts'} ${who}${at}`;
    case 'woken':
      return step.by === null || step.by === step.agent
        ? `${who} is ready to run`
        : `${name(step.by)} wakes ${who}`;
    case 'began':
      return task?.line ? `${who} resumes at line ${task.line}` : `${who} begins to run`;
    case 'suspended':
    case 'thread-parked': {
      const waitsOn = task?.waitsOn ?? thread?.waitsOn;
      if (waitsOn)
        return `${who} waits ${waitText(recording, waitsOn)}${waitsOn.line === null ? '' : `, at line ${waitsOn.line}`}`;
      return `${who} gives way to the loop${at}`;
    }
    case 'finished':
      return task?.finish ? `${who} ${finishedText(task.finish)}` : `${who} finishes`;
    case 'thread-resumed':
      return `${who} runs again`;
    case 'thread-ended':
      return `${who} ends`;
    case 'scheduled':
      return `${who} gives the loop the callback ${callback(recording, step)}${at}`;
    case 'callback-began':
      return `the loop calls ${callback(recording, step)}`;
    case 'callback-ended':
      return `${callback(recording, step)} returns`;
    case 'callback-cancelled':
      return `${who} cancels ${callback(recording, step)}`;
    case 'primitive':
      return primitiveText(recording, step, state);
    case 'line':
      return `${who} is at line ${step.line}`;
    case 'unblocked':
      return `${who} lets go of the loop${at}`;
    case 'output': {
      const event = recording.events[step.place];
      const text = event?.kind === 'output' ? event.text.trim() : '';
      return text === '' ? `${who} ends a line of output` : `${who} prints “${shorten(text)}”`;
    }
    case 'cut':
      return 'the recording is full: from here on, only output is recorded';
  }
}

function primitiveText(recording: Recording, step: Step, state: LoopState): string {
  const id = step.primitive;
  const label = code(primitivesOf(recording).get(id ?? 0)?.label ?? 'a primitive');
  const changed = state.primitives.find(({ primitive }) => primitive === id);
  return changed ? `${label} is now ${primitiveStateText(recording, changed.state)}` : label;
}

/** ``"held by `worker #2`"``, `"2 of 5 full"`, `"unset"` */
export function primitiveStateText(recording: Recording, state: PrimitiveState): string {
  const names = (holders: readonly AgentId[]) =>
    holders.map((holder) => nameOf(recording, holder)).join(', ');
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
  }
}

/** The program itself has no name of its own to quote. */
function nameOf(recording: Recording, agent: AgentId): string {
  const label = labelOf(recording, agent);
  return agent === MAIN_AGENT ? label : code(label);
}

function callback(recording: Recording, step: Step): string {
  return code(callbackName(recording, step.callback ?? 0));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function lineText(line: number | null): string {
  return line === null ? '' : ` on line ${line}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
