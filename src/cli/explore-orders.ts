/** `simulate --explore`: tries a program in many orders, and says which one breaks it. */
import { writeFile } from 'node:fs/promises';
import { type Finding, findOrder } from '../explore/find-order.ts';
import {
  BREAKS,
  type Break,
  groupOutcomes,
  type OutcomeGroup,
  ranOf,
  USUAL_BREAKS,
} from '../explore/outcomes.ts';
import { scheduleText } from '../explore/schedule-text.ts';
import { lateWords } from '../insights/words/late.ts';
import type { ExploredRun, Program, Simulator } from '../simulator/simulator.ts';
import type { Outcome } from '../trace/schema.ts';

export interface ExploreRequest {
  readonly program: Program;
  readonly name: string;
  /** Where the schedule goes that breaks it. */
  readonly scheduleFile: string;
  readonly orders: number;
  readonly breaks: readonly Break[];
}

/** More orders than these take an hour. */
const MOST_ORDERS = 1_000_000;

/** `"1000"` gives 1,000. @throws {Error} says what was expected. */
export function parseOrders(given: string): number {
  const orders = Number(given);
  if (Number.isSafeInteger(orders) && orders > 0 && orders <= MOST_ORDERS) return orders;
  throw new Error(`expected a number of orders from 1 after --explore, found ${given}`);
}

/** `"deadlock,output"`. @throws {Error} says what was expected. */
export function parseBreaks(given: string | undefined): readonly Break[] {
  if (given === undefined) return USUAL_BREAKS;
  const names = given.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !BREAKS.includes(name as Break));
  if (unknown === undefined) return names as Break[];
  throw new Error(
    `expected one or more of ${BREAKS.join(', ')} after --fail-on, found ${unknown || 'nothing'}`,
  );
}

/** @returns the exit status: 1 where an order breaks the program. */
export async function exploreOrders(
  simulator: Simulator,
  { program, name, scheduleFile, orders, breaks }: ExploreRequest,
  tell: (line: string) => void,
): Promise<number> {
  const finding = await findOrder(simulator, program, { orders, breaks });
  for (const line of report(finding, name, breaks)) tell(line);
  const { found } = finding;
  if (!found) return 0;
  await writeFile(scheduleFile, scheduleText(found.late));
  tell(`The schedule is in ${scheduleFile}: --schedule ${scheduleFile} runs it again.`);
  return 1;
}

function report(
  { usual, runs, isApart, found }: Finding,
  name: string,
  breaks: readonly Break[],
): string[] {
  const groups = groupOutcomes(runs, ranOf(usual), breaks);
  const lines = [
    `${runs.length} orders of ${name} came to ${groups.length === 1 ? 'one outcome' : `${groups.length} outcomes`}:`,
    ...groups.slice(0, MOST_GROUPS).map(groupText),
  ];
  if (groups.length > MOST_GROUPS) lines.push(`  … and ${groups.length - MOST_GROUPS} more`);
  if (isApart)
    lines.push(
      `Each run had an interpreter of its own: in one, ${name} did not come to the same again.`,
    );
  if (!found) return [...lines, 'No order broke it.'];
  const late = lateWords(found.trace);
  return [
    ...lines,
    late.length === 0
      ? `Order ${found.number} breaks it, and so does the usual one.`
      : `Order ${found.number} breaks it. ${late.length === 1 ? 'One thing is enough' : `${late.length} things together are enough`}:`,
    ...late.map((words) => `  ${words}`),
  ];
}

const MOST_GROUPS = 10;

function groupText({ runs, isUsual, isBroken }: OutcomeGroup<ExploredRun>): string {
  const [first] = runs;
  const what = [isUsual && 'as usual', isBroken && 'broken'].filter(Boolean).join(', ');
  const printed = first?.output.trimEnd().split('\n').at(-1) ?? '';
  const shown = printed.length > 60 ? `${printed.slice(0, 59)}…` : printed;
  const ending = first ? endingText(first.outcome) : '';
  return `${String(runs.length).padStart(7)} × ${what === '' ? '' : `${what}: `}${ending}${shown === '' ? '' : `, ${JSON.stringify(shown)}`}`;
}

function endingText(outcome: Outcome): string {
  if (outcome.kind === 'deadlocked') return 'deadlock';
  if (outcome.kind === 'limited') return `no end: a limit was reached (${outcome.limit})`;
  if (outcome.kind !== 'exited') return outcome.kind;
  return outcome.error?.type ?? `exit status ${outcome.status}`;
}
