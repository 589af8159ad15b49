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
  turn(): void;
  grade(how: Grade): void;
  suspend(): void;
  undo(): void;
}

/** What Undo takes back: an entry of the log, or a step of cramming. */
type Done = { readonly card: string; readonly entry: string | null };

/** Goes from card to card, as the reader answers. */
export function useReview({ queue, kept, cram }: ReviewOptions): Reviewing {
  const [turned, setTurned] = useState(false);
  const [crammed, setCrammed] = useState(0);
  const [done, setDone] = useState<readonly Done[]>([]);
  const [said, setSaid] = useState('');
  const [, redraw] = useReducer<number, undefined>((times) => times + 1, 0);
  const writing = useRef(false);
  // The card that is shown stays, whatever another tab does meanwhile.
  const held = useRef<string | null>(null);

  const able = queue.cards.filter((card) => !kept.records.get(card)?.suspended);
  if (held.current === null) held.current = cram ? (able[crammed] ?? null) : nextCard(queue);
  const card = held.current;

  // One answer at a time: a key held down must not answer the next card unseen.
  const once = async (work: () => Promise<void>, undoing?: string) => {
    if (writing.current) return;
    writing.current = true;
    try {
      await work();
      await kept.settled();
      held.current = undoing ?? null;
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
    turn() {
      setTurned(true);
      setSaid('');
    },
    grade: (how) => void once(() => grade(how)),
    suspend: () => void once(suspend),
    undo: () => void once(undo, done.at(-1)?.card),
  };
}
