/** Times as the timeline writes them. */

/** `4500000000` gives `"4.500 s"`. */
export function secondsText(ns: number): string {
  return `${(ns / 1e9).toFixed(3)} s`;
}

/**
 * A round distance between marks so that a span has at most `most` of them.
 *
 * `roundStep(11e9, 8)` gives `2e9`.
 */
export function roundStep(spanNs: number, most: number): number {
  const least = spanNs / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= least) ?? 10;
  return factor * power;
}

/** A mark's label, with as many decimals as its step needs: `0.5` s apart gives `"1.5"`. */
export function markText(ns: number, stepNs: number): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(stepNs / 1e9) + 1e-9));
  return (ns / 1e9).toFixed(decimals);
}
