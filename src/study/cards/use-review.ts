import { useReducer, useRef, useState } from 'preact/hooks';
import { writeEntry } from '../study-session.ts';
import type { Kept } from '../use-study.ts';
import { nextCard, type QueueOptions } from './review-queue.ts';
import type { Grade } from './schedule.ts';

export interface ReviewOptions {
  readonly queue: QueueOptions;
  readonly kept: Kept;
  /** Goes through all cards once, and leaves schedule and log alone. */
  readonly cram: boolean;
}

export interface Reviewing {
  /** The card that is shown; null once there is none left for now. */
  readonly card: string | null;
  readonly turned: boolean;
  /** How many answers can be taken back. */
  readonly done: number;
  /** How many cards can be crammed, and how many have been. */
  readonly able: number;
  readonly crammed: number;
  /** What is said of the last step to those who cannot see it. */
  readonly said: string;
  /** The card that was shown has been answered in another window: it was passed over, or still is shown. */
  readonly elsewhere: 'passed' | 'shown' | null;
  turn(): void;
  grade(how: Grade): void;
  suspend(): void;
  undo(): void;
}

/** What Undo takes back: an entry of the log, or a step of cramming. */
type Done = { readonly card: string; readonly entry: string | null };

/** The card that is shown, and its record by then; null where that is yet to be read. */
interface Held {
  readonly card: string;
  record: string | null;
}

function recordText({ records }: Kept, card: string): string {
  return JSON.stringify(records.get(card) ?? 'new');
}

/** Goes from card to card, as the reader answers. */
export function useReview({ queue, kept, cram }: ReviewOptions): Reviewing {
  const [turned, setTurned] = useState(false);
  const [crammed, setCrammed] = useState(0);
  const [done, setDone] = useState<readonly Done[]>([]);
  const [said, setSaid] = useState('');
  const [, redraw] = useReducer<number, undefined>((times) => times + 1, 0);
  const writing = useRef(false);
  // The card that is shown stays while the reader is at it, whatever another tab does meanwhile.
  const held = useRef<Held | null>(null);
  const elsewhere = useRef<Reviewing['elsewhere']>(null);

  const able = queue.cards.filter((card) => !kept.records.get(card)?.suspended);
  if (held.current && !writing.current && !cram) {
    const record = recordText(kept, held.current.card);
    held.current.record ??= record;
    if (record !== held.current.record) {
      elsewhere.current = turned ? 'shown' : 'passed';
      held.current = turned ? { card: held.current.card, record } : null;
    }
  }
  if (held.current === null) {
    const next = cram ? (able[crammed] ?? null) : nextCard(queue);
    held.current = next === null ? null : { card: next, record: recordText(kept, next) };
  }
  const card = held.current?.card ?? null;

  // One answer at a time: a key held down must not answer the next card unseen.
  const once = async (work: () => Promise<void>, undoing?: string) => {
    if (writing.current) return;
    writing.current = true;
    try {
      await work();
      await kept.settled();
      held.current = undoing === undefined ? null : { card: undoing, record: null };
      elsewhere.current = null;
      setTurned(false);
      // A card that was not turned leaves `turned` as it was, and has to go all the same.
      redraw(undefined);
    } finally {
      writing.current = false;
    }
  };

  const grade = async (how: Grade) => {
    if (card === null) return;
    if (cram) {
      setCrammed(crammed + 1);
      setDone([...done, { card, entry: null }]);
      return;
    }
    const entry = await writeEntry({ kind: 'review', card, grade: how });
    setDone([...done, { card, entry: entry.id }]);
  };
  const suspend = async () => {
    if (card === null) return;
    const entry = await writeEntry({ kind: 'suspend', card });
    setDone([...done, { card, entry: entry.id }]);
    setSaid('Suspended.');
  };
  const undo = async () => {
    const last = done.at(-1);
    if (!last) return;
    if (last.entry === null) setCrammed(crammed - 1);
    else await writeEntry({ kind: 'undo', card: last.card, of: last.entry });
    setDone(done.slice(0, -1));
    setSaid('Taken back.');
  };
  return {
    card,
    turned,
    done: done.length,
    able: able.length,
    crammed,
    said,
    elsewhere: elsewhere.current,
    turn() {
      setTurned(true);
      setSaid('');
    },
    grade: (how) => void once(() => grade(how)),
    suspend: () => void once(suspend),
    undo: () => void once(undo, done.at(-1)?.card),
  };
}
