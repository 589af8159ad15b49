const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focusin'] as const;

let touched: Promise<void> | null = null;

/** Resolves when the reader first moves, presses or reaches anything in the page. */
export function firstTouch(): Promise<void> {
  touched ??= new Promise((resolve) => {
    const done = () => {
      for (const sign of SIGNS) removeEventListener(sign, done, true);
      resolve();
    };
    for (const sign of SIGNS) addEventListener(sign, done, { capture: true, passive: true });
  });
  return touched;
}
