/** The ways to move a playhead by hand, and their keys. */

import {
  endOf,
  type Position,
  START,
  stepBack,
  stepForward,
  timeBack,
  timeForward,
} from '../../timeline/position.ts';
import type { Trace } from '../../trace/schema.ts';

export type Move = 'back' | 'forward' | 'time-back' | 'time-forward' | 'start' | 'end';

export function moved(trace: Trace, position: Position, move: Move): Position {
  switch (move) {
    case 'back':
      return stepBack(trace, position);
    case 'forward':
      return stepForward(trace, position);
    case 'time-back':
      return timeBack(trace, position);
    case 'time-forward':
      return timeForward(trace, position);
    case 'start':
      return START;
    case 'end':
      return endOf(trace);
  }
}

type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Null for a key that moves nothing. */
export function moveOfKey({ key, shiftKey, ctrlKey, metaKey, altKey }: Keys): Move | null {
  if (ctrlKey || metaKey || altKey) return null;
  switch (key) {
    case 'ArrowLeft':
      return shiftKey ? 'time-back' : 'back';
    case 'ArrowRight':
      return shiftKey ? 'time-forward' : 'forward';
    case 'Home':
      return 'start';
    case 'End':
      return 'end';
    default:
      return null;
  }
}
