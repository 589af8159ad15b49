/** What to call tasks, threads and processes. */
import type { AgentId } from '../../trace/schema.ts';

export interface Labelled {
  readonly id: AgentId;
  readonly kind: 'program' | 'task' | 'thread' | 'process';
  readonly name: string;
  readonly coroutine: string;
  readonly args: string;
  readonly hidden: boolean;
}

/** Labels and calls longer than this push everything else out of a picture. */
const LONGEST = 48;

/**
 * By the name that the program gave, else by the coroutine. Where several tasks would be called the
 * same, with the arguments, `fetch("kiosk", 1)`, if these tell each from all others; else with the
 * number in asyncio's own name for the task (`Task-3`).
 */
export function labelsOf(agents: readonly Labelled[]): ReadonlyMap<AgentId, string> {
  const plain = agents.map((agent) => [agent, plainLabel(agent)] as const);
  const uses = new Map<string, number>();
  for (const [{ hidden }, label] of plain) {
    if (!hidden) uses.set(label, (uses.get(label) ?? 0) + 1);
  }
  const isNumbered = ([agent, label]: (typeof plain)[number]) =>
    agent.kind === 'task' && agent.name !== label && (uses.get(label) ?? 0) > 1;
  const alike = Map.groupBy(plain.filter(isNumbered), ([, label]) => label);
  const labels = new Map(plain.map(([{ id }, label]) => [id, label]));
  for (const [label, group] of alike) {
    const calls = group.map(([agent]) => callText(agent));
    const areCalled = new Set(calls).size === calls.length;
    for (const [index, [{ id, name }]] of group.entries()) {
      const call = areCalled ? calls[index] : undefined;
      labels.set(id, call ?? `${label} ${name.replace('Task-', '#')}`);
    }
  }
  return labels;
}

/** `fetch("kiosk", 1)`; of what is left out at the end, once: `fetch("kiosk", …)`. */
function callText({ coroutine, args }: Labelled): string {
  return `${shortName(coroutine)}(${shorten(args.replace(/(, …)+$/, ', …'))})`;
}

/** What a function is called where it is defined: `"main.<locals>.fetch"` gives `"fetch"`. */
export function shortName(qualifiedName: string): string {
  return qualifiedName.split('.<locals>.').at(-1) ?? qualifiedName;
}

function plainLabel({ kind, name, coroutine }: Labelled): string {
  if (kind === 'program') return 'the main program';
  if (kind === 'process') return shorten(name);
  const isNamed = name.trim() !== '' && !isNumberedByAsyncio(name);
  if (kind === 'thread' || isNamed) return name;
  // Such as `<async_generator_athrow object at 0x16f2f48>`: what has no name but its class's.
  return /^<(\S+) object at /.exec(coroutine)?.[1] ?? shortName(coroutine);
}

function isNumberedByAsyncio(name: string): boolean {
  return /^Task-\d+$/.test(name);
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
