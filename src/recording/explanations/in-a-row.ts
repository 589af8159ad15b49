/** Waits after one another in which nothing else ran. */
import { agentsOf, labelOf } from '../agents.ts';
import type { AgentId, Recording, Wait } from '../recording.ts';
import { distinct, type Explanation } from './explanation.ts';
import { code, durationText, sentenceCase, timesText } from './wording.ts';

const MOST = 2;

export function explainInARow(recording: Recording): Explanation[] {
  return rowsOf(recording)
    .filter(({ waits }) => waits.length > 1)
    .sort((a, b) => totalNs(b) - totalNs(a))
    .slice(0, MOST)
    .map((row) => ({
      kind: 'in-a-row',
      text: sentenceCase(
        `${code(labelOf(recording, row.task))} waited ${timesText(row.waits.length)} in a row, ${durationText(totalNs(row))} in all; nothing else ran meanwhile.`,
      ),
      fromNs: row.waits[0]?.fromNs ?? 0,
      toNs: row.waits.at(-1)?.toNs ?? 0,
      agents: [row.task],
      lines: distinct(row.waits.map(({ on }) => on.line)),
      primitives: [],
    }));
}

interface Row {
  readonly task: AgentId;
  readonly waits: { readonly fromNs: number; readonly toNs: number; readonly on: Wait }[];
}

function totalNs({ waits }: Row): number {
  return waits.reduce((sum, { fromNs, toNs }) => sum + toNs - fromNs, 0);
}

/**
 * Rows of one task's waits for timers. A row ends where anybody else does anything; and waits that
 * went on while others ran, earlier, are a habit of their task and make no row later.
 */
function rowsOf(recording: Recording): Row[] {
  const agents = agentsOf(recording);
  const rows: Row[] = [];
  const asleep = new Map<AgentId, { readonly fromNs: number; readonly on: Wait }>();
  const habits = new Set<string>();
  const habitOf = (task: AgentId, { line }: Wait) => `${task}, line ${line}`;
  let last: AgentId | null = null;

  for (const event of recording.events) {
    switch (event.kind) {
      case 'step-began': {
        const { task, atNs } = event;
        if (agents.get(task)?.hidden) break;
        const nap = asleep.get(task);
        const row = rows.at(-1);
        if (last !== task || !row) {
          rows.push({ task, waits: [] });
          if (nap) habits.add(habitOf(task, nap.on));
        } else if (nap && atNs > nap.fromNs && !habits.has(habitOf(task, nap.on))) {
          row.waits.push({ ...nap, toNs: atNs });
        }
        asleep.delete(task);
        last = task;
        break;
      }
      case 'step-ended':
        if (event.waitsOn && event.waitsOn.untilNs !== null) {
          asleep.set(event.task, { fromNs: event.atNs, on: event.waitsOn });
        }
        break;
      case 'callback-began':
      case 'thread-resumed':
        last = null;
        break;
      default:
        break;
    }
  }
  return rows;
}
