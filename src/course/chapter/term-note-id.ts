const timesOnPage = new WeakMap<object, Map<string, number>>();

/**
 * An id for a term's note that is unique in its page, also where a term stands twice.
 *
 * @param page Something that lives as long as the page is being made: its request.
 */
export function termNoteId(page: object, id: string): string {
  const times = timesOnPage.get(page) ?? new Map<string, number>();
  timesOnPage.set(page, times);
  const time = (times.get(id) ?? 0) + 1;
  times.set(id, time);
  return time === 1 ? `term-${id}` : `term-${id}-${time}`;
}
