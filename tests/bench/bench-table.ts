/** Measuring in turns, and a table of the results. */
export interface Row {
  readonly what: string;
  readonly ms: number;
  readonly beside: { readonly than: string; readonly ms: number } | null;
}

export function rowOf(what: string, ms: number, beside: Row['beside'] = null): Row {
  return { what, ms, beside };
}

/** Runs the measurements one after another, `rounds` times; the results of each, in their order. */
export async function takeTurns(
  rounds: number,
  measurements: readonly (() => number | Promise<number>)[],
): Promise<number[][]> {
  const results: number[][] = measurements.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, measure] of measurements.entries()) results[at]?.push(await measure());
  }
  return results;
}

/** The middle value; of an even number of values the lower of the two in the middle. */
export function median(values: readonly number[] | undefined): number {
  const sorted = [...(values ?? [])].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
}

/** One line a row: what, milliseconds, and how it compares with what it stands beside. */
export function formatRows(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows
    .map(({ what, ms, beside }) => {
      const figure = `${what.padEnd(width)}  ${ms.toFixed(1).padStart(9)} ms`;
      if (!beside) return figure;
      const quicker = beside.ms >= ms;
      const ratio = quicker ? beside.ms / ms : ms / beside.ms;
      return `${figure}  ${ratio.toFixed(2)} times ${quicker ? 'quicker' : 'slower'} than ${beside.than} (${beside.ms.toFixed(1)} ms)`;
    })
    .join('\n');
}
