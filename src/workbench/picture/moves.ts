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
import type { Recording } from '../../trace/recording.ts';

export type Move = 'back' | 'forward' | 'time-back' | 'time-forward' | 'start' | 'end';

export function moved(recording: Recording, position: Position, move: Move): Position {
  switch (move) {
    case 'back':
      return stepBack(recording, position);
    case 'forward':
      return stepForward(recording, position);
    case 'time-back':
      return timeBack(recording, position);
    case 'time-forward':
      return timeForward(recording, position);
    case 'start':
      return START;
    case 'end':
      return endOf(recording);
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
