/** What CPython itself complained of on stderr. */
import { agentsOf, shortName } from '../analysis/agents.ts';
import { formatSeconds, type TranscriptLine, transcriptLines } from '../analysis/transcript.ts';
import type { Recording } from '../trace/recording.ts';
import type { Explanation } from './explanation.ts';
import { code, lineText, sentenceCase, timesText } from './wording.ts';

const NEVER_AWAITED = /^(?:(.+):(\d+): )?RuntimeWarning: coroutine '(.+)' was never awaited$/;
const DESTROYED = 'Task was destroyed but it is pending!';
const NEVER_RETRIEVED = /^(Task|Future) exception was never retrieved$/;
/** The line after one of the latter two: `task: <Task pending name='Task-1' coro=<long() …`. */
const TASK_NAME = /<Task \w+ name='([^']*)'/;
const EXCEPTION = /exception=(.*)>$/;

export function explainWarnings(recording: Recording): Explanation[] {
  const lines = transcriptLines(recording.events).filter(({ stream }) => stream === 'stderr');
  return [
    ...neverAwaited(recording, lines),
    ...lines.flatMap((line, index) => {
      const next = lines[index + 1]?.text ?? '';
      if (NEVER_RETRIEVED.test(line.text)) return [neverRetrieved(recording, line, next)];
      return line.text === DESTROYED ? [destroyed(recording, line, next)] : [];
    }),
  ];
}

function neverAwaited(recording: Recording, lines: readonly TranscriptLine[]): Explanation[] {
  const found = lines.flatMap(({ atNs, text }) => {
    const [, file, line, coroutine] = NEVER_AWAITED.exec(text) ?? [];
    if (coroutine === undefined) return [];
    return [{ atNs, coroutine, line: file === recording.program.name ? Number(line) : null }];
  });
  const alike = Map.groupBy(found, ({ coroutine, line }) => `${coroutine}, line ${line}`);
  return [...alike.values()].flatMap((warnings) => {
    const [first] = warnings;
    if (!first) return [];
    const { coroutine, line, atNs } = first;
    const often = warnings.length > 1 ? `, ${timesText(warnings.length)}` : '';
    return {
      ...NOTHING,
      kind: 'never-awaited' as const,
      text: `Coroutine ${code(shortName(coroutine))} was called but never awaited${lineText(line)}${often}: nothing of it ran.`,
      fromNs: atNs,
      toNs: warnings.at(-1)?.atNs ?? atNs,
      lines: line === null ? [] : [line],
    };
  });
}

function neverRetrieved(recording: Recording, { atNs }: TranscriptLine, next: string): Explanation {
  const task = taskNamed(recording, next);
  const error = task?.finish?.detail || EXCEPTION.exec(next)?.[1] || 'an exception';
  const who = task ? `task ${code(task.label)}` : 'a future';
  const failedNs = task?.finish?.atNs ?? atNs;
  return {
    ...NOTHING,
    kind: 'never-retrieved',
    text: sentenceCase(
      `${who} failed with ${code(error)} at ${formatSeconds(failedNs)}, and nobody ever asked for its result.`,
    ),
    fromNs: failedNs,
    toNs: atNs,
    agents: task ? [task.id] : [],
    lines: task?.line == null ? [] : [task.line],
  };
}

function destroyed(recording: Recording, { atNs }: TranscriptLine, next: string): Explanation {
  const task = taskNamed(recording, next);
  return {
    ...NOTHING,
    kind: 'destroyed',
    text: `${task ? `Task ${code(task.label)}` : 'A task'} was destroyed while it was still pending: it never finished.`,
    fromNs: task?.createdNs ?? atNs,
    toNs: atNs,
    agents: task ? [task.id] : [],
    lines: task?.line == null ? [] : [task.line],
  };
}

const NOTHING = { agents: [], lines: [], primitives: [] } as const;

function taskNamed(recording: Recording, text: string) {
  const name = TASK_NAME.exec(text)?.[1];
  const agents = [...agentsOf(recording).values()];
  return agents.find((agent) => agent.kind === 'task' && agent.name === name);
}
