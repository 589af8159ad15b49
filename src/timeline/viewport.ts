/** The stretch of time in view: zoomed, panned, and kept inside the run. */
import type { Window } from './window.ts';

/** Nothing is to be seen in less than a microsecond. */
const NARROWEST_NS = 1_000;

/** @param at the fraction of the window that stays where it is. */
export function zoom(window: Window, whole: Window, factor: number, at: number): Window {
  const spanNs = lengthNs(window);
  const nextNs = Math.min(lengthNs(whole), Math.max(NARROWEST_NS, spanNs / factor));
  const fixedNs = window.fromNs + at * spanNs;
  return inside({ fromNs: fixedNs - at * nextNs, toNs: fixedNs + (1 - at) * nextNs }, whole);
}

/** @param by the fraction of a window's width by which to go to the right. */
export function pan(window: Window, whole: Window, by: number): Window {
  const shiftNs = lengthNs(window) * by;
  return inside({ fromNs: window.fromNs + shiftNs, toNs: window.toNs + shiftNs }, whole);
}

/** The same length, moved just so far that the instant is in view. */
export function reveal(window: Window, whole: Window, ns: number): Window {
  if (ns >= window.fromNs && ns <= window.toNs) return window;
  const spanNs = lengthNs(window);
  const fromNs = ns < window.fromNs ? ns - spanNs * 0.1 : ns - spanNs * 0.9;
  return inside({ fromNs, toNs: fromNs + spanNs }, whole);
}

export function isWhole(window: Window, whole: Window): boolean {
  return window.fromNs <= whole.fromNs && window.toNs >= whole.toNs;
}

function inside({ fromNs, toNs }: Window, whole: Window): Window {
  const spanNs = Math.min(toNs - fromNs, lengthNs(whole));
  const from = Math.min(Math.max(fromNs, whole.fromNs), whole.toNs - spanNs);
  return { fromNs: from, toNs: from + spanNs };
}

function lengthNs({ fromNs, toNs }: Window): number {
  return toNs - fromNs;
}
