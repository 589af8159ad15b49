/** What a timeline says in words: under the pointer, and to those who do not see it. */
import type { Cancellation } from '../analysis/collect/cancellations.ts';
import type { Waiting } from '../analysis/intervals.ts';
import type { Finish, Lane, Segment } from '../analysis/lanes.ts';
import { mainLine } from '../analysis/main-line.ts';
import type { TranscriptLine } from '../analysis/transcript.ts';
import type { AgentId } from '../trace/schema.ts';
import { secondsText } from './seconds.ts';

type Labels = ReadonlyMap<AgentId, string>;

/** `"0.000 s to 1.500 s: waiting in sleep until 1.500 s (line 6)"` */
export function segmentText(segment: Segment, labels: Labels): string {
  const { fromNs, toNs } = segment;
  const when =
    fromNs === toNs
      ? `at ${secondsText(fromNs)}`
      : `${secondsText(fromNs)} to ${secondsText(toNs)}`;
  return `${when}: ${stateText(segment, labels)}`;
}

/** `"ready to run, but fetch holds the loop"` */
export function stateText(segment: Segment, labels: Labels): string {
  switch (segment.state) {
    case 'running':
      return 'running';
    case 'waiting':
      return `waiting${waitText(segment, labels)}`;
    case 'ready':
      if (segment.isPreempted) return 'ready to run, but only one thread computes at a time';
      return segment.heldBy === null
        ? 'ready to run'
        : `ready to run, but ${labels.get(segment.heldBy) ?? 'something else'} holds the loop`;
    case 'blocked':
      return segment.call === ''
        ? `computing, and keeping the loop${lineText(segment.line)}`
        : `blocking the loop in ${segment.call}${lineText(segment.line)}`;
  }
}

function waitText({ on, target }: Waiting, labels: Labels): string {
  const { call, untilNs } = on;
  const agent = on.task ?? on.joins ?? on.process;
  const what = agent === null ? call && ` in ${call}` : ` for ${labels.get(agent) ?? 'a task'}`;
  const at = target === null ? '' : ` for ${target}`;
  const until = untilNs === null ? '' : ` until ${secondsText(untilNs)}`;
  return `${what ?? ''}${at}${until}${lineText(mainLine(on.location))}`;
}

function lineText(line: number | null): string {
  return line === null ? '' : ` (line ${line})`;
}

/** `"at 4.500 s: finished"`, `"at 2.000 s: raised ValueError"` */
export function finishText(finish: Pick<Finish, 'atNs' | 'how' | 'detail'>): string {
  return `at ${secondsText(finish.atNs)}: ${finishedText(finish)}`;
}

/** `"at 0.500 s: asked to stop by main, and went on"` */
export function cancelText({ atNs, by, caught }: Cancellation, labels: Labels): string {
  const who = labels.get(by);
  return `at ${secondsText(atNs)}: asked to stop${who ? ` by ${who}` : ''}${caught ? ', and went on' : ''}`;
}

/** `"finished with 42"` */
export function finishedText({ how, detail }: Pick<Finish, 'how' | 'detail'>): string {
  return {
    returned: detail === '' ? 'finished' : `finished with ${detail}`,
    raised: `raised ${detail}`,
    cancelled: 'cancelled',
  }[how];
}

/** The lines written at one instant. */
export function outputText(lines: readonly TranscriptLine[]): string {
  const [first] = lines;
  return first ? `at ${secondsText(first.atNs)}: ${lines.map(({ text }) => text).join('\n')}` : '';
}

/**
 * One sentence a lane: `"A: waiting for 3.000 s, finished at 3.000 s."`
 *
 * @param labels what each lane is called, in the order of `lanes`.
 */
export function timelineText(lanes: readonly Lane[], labels: readonly string[]): string {
  return lanes.map((lane, index) => `${labels[index]}: ${laneText(lane)}.`).join(' ');
}

/** `"waiting for 3.000 s, finished at 3.000 s"` */
export function laneText({ segments, finish, lostNs }: Lane): string {
  const parts = (['running', 'blocked', 'ready', 'waiting'] as const).flatMap((state) => {
    const total = segments
      .filter((segment) => segment.state === state)
      .reduce((sum, { fromNs, toNs }) => sum + toNs - fromNs, 0);
    return total > 0 ? [`${state} for ${secondsText(total)}`] : [];
  });
  if (finish) {
    const how = finish.how === 'returned' ? 'finished' : finish.how;
    parts.push(`${how} at ${secondsText(finish.atNs)}`);
  } else if (lostNs !== null) {
    parts.push(`not recorded after ${secondsText(lostNs)}`);
  } else if (segments.length > 0) {
    parts.push('never finished');
  }
  return parts.join(', ') || 'wrote output';
}
