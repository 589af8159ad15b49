/** How it is told that an event loop was stopped, or has nothing to do. */
import type { Analysis } from '../../analysis/analysis.ts';
import { type AgentId, MAIN_AGENT } from '../../trace/schema.ts';
import { agentText, code, onLine, timeText } from './phrases.ts';

/** Where nobody waits for anything: a loop that has nothing to do runs until it is stopped. */
export function nothingLeftText({ loops }: Analysis): string {
  const runsOn = [...loops.values()].some(({ runs }) => runs.at(-1)?.toNs === null);
  return runsOn
    ? `the event loop runs and has nothing to do, and nothing is left that could call ${code('loop.stop()')}`
    : 'no task is left that could wake the program';
}

/** Who had the loop of a task stop, where somebody had. */
export function stopText(analysis: Analysis, [agent = MAIN_AGENT]: readonly AgentId[]): string {
  const loop = analysis.agents.get(agent)?.loop ?? null;
  const stopped = loop === null ? null : analysis.loops.get(loop)?.stopped;
  if (!stopped) return '';
  const { by, location, atNs } = stopped;
  return `: ${agentText(analysis, by)} had it stop at ${timeText(atNs)}${onLine(analysis, location)}`;
}

/** A thread that runs a loop without anything to do ends when that is stopped. */
export function idleLoopText({ agents, loops }: Analysis, thread: AgentId): string {
  const runsOn = [...loops.values()].some(({ runs, stopped }) => {
    const last = runs.at(-1);
    return last?.thread === thread && last.toNs === null && stopped === null;
  });
  const hasTasks = [...agents.values()].some(
    (each) => each.kind === 'task' && each.thread === thread && each.finish === null,
  );
  return runsOn && !hasTasks
    ? `, which runs an event loop that has nothing to do and that nobody stops (${code('loop.stop()')})`
    : '';
}
