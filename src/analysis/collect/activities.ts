/**
 * What each agent did, from its own events alone: it ran, waited, was ready, or stood in a blocking
 * call. Whether its running held anybody up, and who kept it from running, is not asked yet.
 *
 * A thread that runs a loop does nothing of its own meanwhile, but for the loop's callbacks: it has
 * no activity then. The main program is the thread that is there from the beginning.
 */
import { type AgentId, MAIN_AGENT, UNKNOWN_WAIT } from '../../trace/schema.ts';
import { type Activity, ActivityTrack, type Context } from './activity-track.ts';
import type { Collector } from './collector.ts';

export type { Activity } from './activity-track.ts';

/** Those of each agent, in order: each begins where the one before it ended, or after a gap. */
export type Activities = ReadonlyMap<AgentId, readonly Activity[]>;

export interface ActivityCollector extends Collector<Activities> {
  /** What an agent does at this point of the replay; null where it has ended, or is a loop's thread. */
  readonly current: (agent: AgentId) => Activity | null;
}

/**
 * Those that took no time are left out, but for running ones, and for the last of an agent that
 * never finished: that one says where it still stood.
 */
export function collectActivities(end: () => EndOfActivities): ActivityCollector {
  const tracks = new Map<AgentId, ActivityTrack>([[MAIN_AGENT, new ActivityTrack()]]);
  const trackOf = (agent: AgentId) => tracks.get(agent);
  const start = (agent: AgentId) => {
    const track = new ActivityTrack();
    tracks.set(agent, track);
    return track;
  };
  tracks.get(MAIN_AGENT)?.run({ ...BEGINNING, thread: MAIN_AGENT }, -1);

  return {
    on: {
      'task-created': (event, index) => start(event.task).wait(UNKNOWN_WAIT, event, index),
      'task-ready': (event, index) => trackOf(event.task)?.wake(event, index),
      'step-began': (event, index) => {
        trackOf(event.thread)?.leaveToLoop(event, index);
        trackOf(event.task)?.run(event, index);
      },
      'step-ended': (event, index) => trackOf(event.task)?.suspend(event.waitsOn, event, index),
      'task-finished': (event, index) => trackOf(event.task)?.finish(event, index),

      'thread-started': (event, index) =>
        start(event.started).begin({ ...event, thread: event.started, loop: null }, index),
      'thread-ended': (event, index) => trackOf(event.thread)?.finish(event, index),
      'process-started': (event, index) =>
        start(event.process).run({ ...event, thread: event.process, loop: null }, index),
      'process-ended': (event, index) => trackOf(event.process)?.finish(event, index),
      parked: (event, index) => trackOf(event.agent)?.wait(event.waitsOn, event, index),
      preempted: (event, index) => trackOf(event.agent)?.preempt(event, index),
      resumed: (event, index) => trackOf(event.agent)?.goOn(event, index),

      'loop-began': (event, index) => trackOf(event.thread)?.beginLoop(event, index),
      'loop-ended': (event, index) => trackOf(event.thread)?.endLoop(event, index),
      'callback-began': (event, index) => trackOf(event.thread)?.run(event, index, event.callback),
      'callback-ended': (event, index) => trackOf(event.thread)?.leaveToLoop(event, index),

      'blocking-began': (event, index) => trackOf(event.by)?.block(event.waitsOn, event, index),
      'blocking-ended': (event, index) => trackOf(event.by)?.unblock(event, index),
      computing: (event) => trackOf(event.by)?.seenAt(event.location),
      'job-began': (event, index) => trackOf(event.thread)?.acted(null, event, index),
      line: (event, index) => trackOf(event.by)?.acted(event.location, event, index),
      output: (event, index) => trackOf(event.by)?.acted(null, event, index),
    },
    current: (agent) => trackOf(agent)?.open ?? null,
    end: () => {
      const { atNs, eventIndex } = end();
      return new Map(
        Array.from(tracks, ([agent, track]) => [agent, track.end(atNs, eventIndex)] as const),
      );
    },
  };
}

/** Where what was still going on is cut off. */
export interface EndOfActivities {
  readonly atNs: number;
  readonly eventIndex: number;
}

const BEGINNING: Context = { atNs: 0, thread: MAIN_AGENT, loop: null };
