/** When other things come that are ahead: faults hide where two meet, or where one only just passes. */

/** Of more, the oldest are forgotten. */
const MOST_KNOWN = 32;

export class Comings {
  #at: number[] = [];

  /** Something comes then; what has come by now is forgotten. */
  add(atNs: number, nowNs: number): void {
    this.#at = this.#at.filter((ns) => ns > nowNs).slice(1 - MOST_KNOWN);
    this.#at.push(atNs);
  }

  /** One that comes after `fromNs`, at most so much later; null if there is none. */
  oneWithin(fromNs: number, latestNs: number, random: () => number): number | null {
    const within = this.#at.filter((ns) => ns > fromNs && ns <= fromNs + latestNs);
    return within[Math.floor(random() * within.length)] ?? null;
  }
}
