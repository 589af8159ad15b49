import type { Trace } from '../trace/schema.ts';

/** Whether there is anything to draw: a program without tasks and threads has no lanes worth it. */
export function isPictured({ events }: Pick<Trace, 'events'>): boolean {
  return events.some(({ kind }) => kind === 'task-created' || kind === 'thread-started');
}
