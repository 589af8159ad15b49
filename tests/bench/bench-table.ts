/** Measuring in turns, and a table of the results. */
export interface Row {
  readonly what: string;
  readonly amount: number;
  readonly unit: 'ms' | 'KB' | 'per second';
  readonly beside: { readonly than: string; readonly amount: number } | null;
}

/** A time, in milliseconds. */
export function rowOf(what: string, ms: number, beside: Row['beside'] = null): Row {
  return { what, amount: ms, unit: 'ms', beside };
}

/** A size, in units of 1,024 bytes. */
export function sizeOf(what: string, kilobytes: number, beside: Row['beside'] = null): Row {
  return { what, amount: kilobytes, unit: 'KB', beside };
}

/** A rate. */
export function rateOf(what: string, perSecond: number, beside: Row['beside'] = null): Row {
  return { what, amount: perSecond, unit: 'per second', beside };
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

/** One line a row: what, how much, and how it compares with what it stands beside. */
export function formatRows(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows
    .map(({ what, amount, unit, beside }) => {
      const figure = `${what.padEnd(width)}  ${format(amount, unit)}`;
      if (!beside) return figure;
      const ratio = Math.max(amount / beside.amount, beside.amount / amount).toFixed(2);
      const more = amount >= beside.amount;
      return `${figure}  ${ratio} times ${WORDS[unit][more ? 'more' : 'less']} than ${beside.than} (${format(beside.amount, unit).trim()})`;
    })
    .join('\n');
}

const WORDS = {
  ms: { more: 'slower', less: 'quicker' },
  KB: { more: 'larger', less: 'smaller' },
  'per second': { more: 'quicker', less: 'slower' },
} as const;

function format(amount: number, unit: Row['unit']): string {
  return `${amount.toFixed(unit === 'per second' ? 0 : 1).padStart(9)} ${unit}`;
}
