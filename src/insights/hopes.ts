import { agentsOf } from '../analysis/agents.ts';
import type { LoopState, PrimitiveStanding } from '../analysis/loop-state.ts';
import type { Recording, Wait } from '../trace/recording.ts';
import { code, countText, lineText, listText } from './wording.ts';

/**
 * What somebody waits for, and why it will not come:
 * ``"for `ready` to be set (line 4), and nothing is left that could set it"``.
 */
export function hopeText(recording: Recording, state: LoopState, waitsOn: Wait): string {
  const at = lineText(waitsOn.line);
  const standing = state.primitives.find(({ primitive }) => primitive === waitsOn.primitive);
  if (standing) return hopeAt(recording, standing, waitsOn.call ?? '', at);
  return waitsOn.call === null
    ? `for something${at} that nothing is left to bring about`
    : `in ${code(waitsOn.call)}${at} for something that nothing is left to bring about`;
}

function hopeAt(
  recording: Recording,
  { label, state, holders }: PrimitiveStanding,
  call: string,
  at: string,
): string {
  const name = code(label);
  const left = (deed: string) => `, and nothing is left that could ${deed}`;
  switch (state.kind) {
    case 'event':
      return `for ${name} to be set${at}${left('set it')}`;
    case 'future':
      return `for ${name} to be given a result${at}${left('give it one')}`;
    case 'barrier':
      return `at ${name}${at} for all ${countText(state.parties)} to come, and only ${countText(state.arrived)} did`;
    case 'queue':
      if (call.startsWith('Queue.join')) {
        const items = state.unfinished === 1 ? 'one item' : `${countText(state.unfinished)} items`;
        return `for ${name} to be worked off${at}, and ${items} never got a ${code('task_done()')}`;
      }
      return call.startsWith('Queue.put')
        ? `for room in ${name}${at}, which is full with ${countText(state.size)}${left('take one out')}`
        : `for an item in ${name}${at}${left('put one in')}`;
    case 'condition':
      if (call.startsWith('Condition.wait')) {
        return `for ${name} to be notified${at}${left('notify it')}`;
      }
      return `for ${name}${at}${holdersText(recording, holders)}`;
    case 'lock':
    case 'semaphore':
      return `for ${name}${at}${holdersText(recording, holders)}`;
  }
}

function holdersText(recording: Recording, holders: PrimitiveStanding['holders']): string {
  const agents = agentsOf(recording);
  const names = holders.map((holder) => code(agents.get(holder)?.label ?? ''));
  return names.length === 0
    ? ', which nobody is left to release'
    : `, held by ${listText(names)}, which ended without releasing it`;
}
