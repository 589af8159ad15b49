/** Which call it is in which somebody waits at a primitive, by its name in a trace. */

export function isJoin(call: string): boolean {
  return /\bjoin$/.test(call);
}

export function isPut(call: string): boolean {
  return /\bput$/.test(call);
}

/** Whether it waits for a condition to be notified, and not for its lock. */
export function isForNotice(call: string): boolean {
  return /^Condition\.wait/.test(call);
}
