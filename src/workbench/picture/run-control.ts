import { useMemo } from 'preact/hooks';
import type { Position } from '../../timeline/position.ts';
import type { Move } from './moves.ts';
import type { PictureTool } from './picture-tools.tsx';

/** What may be asked of a watched run from outside: by Run, by a verdict, by a moment in the text. */
export interface RunControl {
  /** From the start; where motion is unwelcome, shows the whole run. */
  play(): void;
  pause(): void;
  /** To an instant of virtual time, after everything that had happened by then. */
  moveTo(ns: number): void;
  /** Between two steps of one instant as well. */
  standAt(position: Position): void;
  move(how: Move): void;
  /** To where the verdict points, with all that it speaks of lit. */
  explain(): void;
  /** As if that were pressed beneath the picture. */
  use(tool: PictureTool): void;
  /** @returns whether the key means something to a watched run. */
  press(event: KeyboardEvent): boolean;
}

export interface RunRemote {
  /** The view of a run takes hold, or with null lets go. */
  attach(control: RunControl | null): void;
  /** Done now, or once there is a view. */
  ask(what: (control: RunControl) => void): void;
  /** Done where there is a view; else `false`. */
  tell(what: (control: RunControl) => boolean): boolean;
}

/** Speaks to a view of a run that is loaded only when it is wanted. */
export function useRunRemote(): RunRemote {
  return useMemo(() => {
    let attached: RunControl | null = null;
    let asked: ((control: RunControl) => void) | null = null;
    return {
      attach(control) {
        attached = control;
        if (!control || !asked) return;
        const what = asked;
        asked = null;
        what(control);
      },
      ask(what) {
        if (attached) what(attached);
        else asked = what;
      },
      tell: (what) => attached !== null && what(attached),
    };
  }, []);
}
