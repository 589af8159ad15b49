/** Whether the reader has asked for pages that keep still. */
export function motionUnwelcome(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
