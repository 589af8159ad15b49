import { browserStorage } from '../../ui/browser-storage.ts';

const KEY = 'loopscope:tab-moves-focus';

/** Whether Tab moves focus in the editor rather than indent; the reader's choice is remembered. */
export function tabMovesFocus(): boolean {
  return browserStorage('localStorage')?.getItem(KEY) === 'yes';
}

export function rememberTabMovesFocus(moves: boolean): void {
  try {
    browserStorage('localStorage')?.setItem(KEY, moves ? 'yes' : 'no');
  } catch {
    // Where storage is full the choice lasts as long as the editor.
  }
}
