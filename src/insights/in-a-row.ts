/** Waits after one another in which nothing else went on. */
import { agentsOf } from '../analysis/agents.ts';
import type { AgentId, Recording, Wait } from '../trace/recording.ts';
import { distinct, type Explanation, spanOf } from './explanation.ts';
import { durationText, namesText, sentenceCase, timesText } from './wording.ts';

const MOST = 2;

export function explainInARow(recording: Recording): Explanation[] {
  return rowsOf(recording)
    .filter((row) => row.length > 1)
    .sort((a, b) => totalNs(b) - totalNs(a))
    .slice(0, MOST)
    .map((row) => {
      const labels = new Map(row.map(({ task, label }) => [task, label]));
      const names = namesText([...labels.values()]);
      const inAll = `${durationText(totalNs(row))} in all`;
      const text =
        labels.size === 1
          ? `${names} waited ${timesText(row.length)} in a row, ${inAll}; nothing else ran meanwhile.`
          : `${names} waited one after another, ${inAll}, and never two at the same time.`;
      return {
        kind: 'in-a-row',
        text: sentenceCase(text),
        ...spanOf(row),
        agents: [...labels.keys()],
        lines: distinct(row.map(({ line }) => line)),
        primitives: [],
      };
    });
}

/** A task's wait for a timer, beside which nothing else went on. */
interface Nap {
  readonly task: AgentId;
  readonly label: string;
  readonly line: number | null;
  readonly fromNs: number;
  readonly toNs: number;
}

function totalNs(row: readonly Nap[]): number {
  return row.reduce((sum, { fromNs, toNs }) => sum + toNs - fromNs, 0);
}

/**
 * A wait beside which something else went on ends a row; so do later ones on the same line of its
 * task: that is a habit, of which only the others had their end.
 */
function rowsOf(recording: Recording): Nap[][] {
  const agents = agentsOf(recording);
  const rows: Nap[][] = [[]];
  const habits = new Set<string>();
  /** Who waits for a timer or at a primitive, since when; and callbacks, by negative numbers. */
  const waiting = new Map<number, { readonly fromNs: number; readonly on: Wait | null }>();
  /** The only one that waits, as long as nobody else does anything. */
  let alone: number | null = null;

  const wait = (who: number, fromNs: number, on: Wait | null) => {
    alone = waiting.size === 0 ? who : null;
    waiting.set(who, { fromNs, on });
  };
  const act = (who: number, toNs: number) => {
    const wasAlone = alone === who;
    alone = null;
    const since = waiting.get(who);
    waiting.delete(who);
    if (!since || since.fromNs === toNs) return;
    const { fromNs, on } = since;
    const habit = `${who}, line ${on?.line}`;
    if (!wasAlone) habits.add(habit);
    if (wasAlone && on && on.untilNs !== null && !habits.has(habit)) {
      const label = agents.get(who)?.label ?? '';
      rows.at(-1)?.push({ task: who, label, line: on.line, fromNs, toNs });
    } else if (rows.at(-1)?.length !== 0) {
      rows.push([]);
    }
  };

  for (const event of recording.events) {
    if ('task' in event && agents.get(event.task)?.hidden) continue;
    switch (event.kind) {
      case 'step-began':
        act(event.task, event.atNs);
        break;
      case 'step-ended': {
        const on = event.waitsOn;
        const goesOn = on !== null && (on.untilNs !== null || on.primitive !== null);
        if (goesOn) wait(event.task, event.atNs, on);
        break;
      }
      case 'callback-scheduled':
        if (event.dueNs !== null) wait(-event.callback, event.atNs, null);
        break;
      case 'callback-began':
        act(-event.callback, event.atNs);
        break;
      case 'thread-parked':
        // A worker of a pool that has nothing to do stands outside the program.
        // Nor does one wait that lets others compute.
        if (event.waitsOn.line !== null && event.waitsOn.call !== null) {
          wait(event.thread, event.atNs, null);
        }
        break;
      case 'thread-resumed':
        act(event.thread, event.atNs);
        break;
      default:
        break;
    }
  }
  return rows;
}
