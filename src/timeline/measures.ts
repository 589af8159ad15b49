/** Sizes in a picture, known without what it is a picture of. */
export const AXIS_PX = 28;
/** Of a lock's holder, a queue's filling, an event's setting. */
export const HOLD_PX = 18;
export const LEVEL_PX = 26;
export const FLAG_PX = 14;
/** A task ends after its last slice of running: its mark stands to the right of that tick. */
export const FINISH_PX = 7;
/** Above the middle of a row: where somebody asks it to stop. */
export const CANCEL_PX = 12;

/** `0.5` gives `"50%"`. */
export function percent(fraction: number): string {
  return `${Number((fraction * 100).toFixed(3))}%`;
}

/** Whether the end's text, centred, would stand out over the right edge. */
export function endsAtEdge({ at }: { readonly at: number }): boolean {
  return at > 0.88;
}
