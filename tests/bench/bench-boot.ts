import { median, type Row, rowOf, takeTurns } from './bench-table.ts';

/** How long one boot takes, in milliseconds. */
export interface Boots {
  /** The first of a process, or of an empty browser profile. */
  cold(useImage: boolean): number | Promise<number>;
  /** A later one in the same. */
  warm(useImage: boolean): number | Promise<number>;
}

/** Boots from the memory image beside plain ones. */
export async function bootRows(host: string, rounds: number, boots: Boots): Promise<Row[]> {
  const kinds = ['cold', 'warm'] as const;
  const times = await takeTurns(
    rounds,
    kinds.flatMap((kind) => [() => boots[kind](true), () => boots[kind](false)]),
  );
  return kinds.map((kind, at) =>
    rowOf(`boot in ${host}, ${kind}, from the image`, median(times[2 * at]), {
      than: 'plain',
      amount: median(times[2 * at + 1]),
    }),
  );
}
