/** Of one run, how long its waits are where that was changed from outside. */
import type { EncodedEvents } from '../../trace/encoding.ts';
import { EventDecoder } from '../../trace/event-decoder.ts';
import { type AgentId, type FileId, type Location, MAIN_AGENT } from '../../trace/schema.ts';
import { type TimedKind, WaitCounter, waitingKeys, waitKey } from '../../trace/timed-waits.ts';
import type { WhatIf } from '../what-if.ts';

export interface TimedWait {
  readonly kind: TimedKind;
  readonly agent: AgentId;
  readonly location: Location | null;
}

export class ChangedWaits {
  readonly #lengths: ReadonlyMap<string, number>;
  /** The kinds and lines at which any wait is changed: the others need not be named. */
  readonly #places: ReadonlySet<string>;
  readonly #counter = new WaitCounter();
  readonly #decoder = new EventDecoder();
  readonly #files = new Map<FileId, { readonly name: string }>();
  readonly #keys = waitingKeys(this.#files);

  constructor({ waits }: WhatIf) {
    this.#lengths = new Map(waits.map(({ wait, lengthNs }) => [waitKey(wait), lengthNs]));
    this.#places = new Set(waits.map(({ wait }) => placeOf(wait.kind, wait.line)));
    this.#keys.add({
      ...{ id: MAIN_AGENT, kind: 'program', coroutine: '', parent: MAIN_AGENT, location: null },
    });
  }

  /** Everything that is told of the run, as it is sent. */
  see(encoded: EncodedEvents): void {
    for (const event of this.#decoder.decode(encoded)) {
      if (event.kind === 'file-seen') this.#files.set(event.file, event);
      else if (event.kind === 'task-created') {
        this.#keys.add({ ...event, id: event.task, kind: 'task' });
      } else if (event.kind === 'thread-started') {
        this.#keys.add({ ...event, id: event.started, kind: 'thread', coroutine: '' });
      } else if (event.kind === 'process-started') {
        this.#keys.add({ ...event, id: event.process, kind: 'process', coroutine: '' });
      }
    }
  }

  /**
   * A wait begins: how long it is to be; null for as long as it was going to be.
   *
   * @param tell has all that was told so far {@link see | seen}.
   */
  lengthOf({ kind, agent, location }: TimedWait, tell: () => void): number | null {
    // Lines of other files of the program have no name of their own.
    if (location !== null && location.file !== 0) return null;
    const line = location?.line ?? null;
    if (!this.#places.has(placeOf(kind, line))) return null;
    const nth = this.#counter.next(agent, kind, line);
    tell();
    const key = this.#keys.of(agent);
    if (key === undefined) return null;
    return this.#lengths.get(waitKey({ agent: key, kind, line, nth })) ?? null;
  }
}

function placeOf(kind: TimedKind, line: number | null): string {
  return `${kind} ${line}`;
}
