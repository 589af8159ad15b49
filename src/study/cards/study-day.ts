/** A day of study begins in the reader's own early morning, so that late evenings belong to it. */
const MORNING_HOUR = 4;

/** When the day of study to which an instant belongs began, `later` days on. */
export function dayStart(atMs: number, later = 0): number {
  const date = new Date(atMs);
  const early = date.getHours() < MORNING_HOUR ? 1 : 0;
  // Through the calendar, since a day with a change of the clocks is not 24 hours long.
  return new Date(
    date.getFullYear(),
    date.getMonth(),
    date.getDate() - early + later,
    MORNING_HOUR,
  ).getTime();
}

/** How many days of study after `fromMs` an instant is: 0 on the same day. */
export function daysBetween(fromMs: number, toMs: number): number {
  return Math.round((dayStart(toMs) - dayStart(fromMs)) / 86_400_000);
}
