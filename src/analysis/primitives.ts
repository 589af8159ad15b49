/** The locks, queues, futures and their kin of a recording, and what they are called. */

import type { PrimitiveId, PrimitiveSeen, Recording } from '../trace/recording.ts';
import { perRecording } from './per-recording.ts';

export interface Primitive {
  readonly id: PrimitiveId;
  readonly type: PrimitiveSeen['type'];
  /** What the program calls it; else its type. With a number where several are called the same. */
  readonly label: string;
  /** Whether the label is the program's own name for it. */
  readonly named: boolean;
}

/** By number, in the order of their first use. */
export const primitivesOf = perRecording(
  (recording: Recording): ReadonlyMap<PrimitiveId, Primitive> => {
    const seen = recording.events.filter((event) => event.kind === 'primitive-seen');
    const uses = Map.groupBy(seen, plainLabel);
    const numbers = new Map(
      [...uses.values()].flatMap((alike) =>
        alike.map((event, index) => [event, alike.length > 1 ? ` #${index + 1}` : ''] as const),
      ),
    );
    return new Map(
      seen.map((event) => [
        event.primitive,
        {
          id: event.primitive,
          type: event.type,
          label: plainLabel(event) + (numbers.get(event) ?? ''),
          named: event.name !== null,
        },
      ]),
    );
  },
);

function plainLabel({ name, type }: PrimitiveSeen): string {
  return name ?? type;
}
