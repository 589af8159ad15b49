/** Pieces of work given to executors. */
import type { AgentId, EventOf, JobId, Location, PrimitiveId } from '../../trace/schema.ts';
import type { Collector, Growing } from './collector.ts';

export interface Job {
  readonly id: JobId;
  readonly pool: PrimitiveId;
  /** What is called. */
  readonly function: string;
  /** Who gave it to the executor. */
  readonly by: AgentId;
  readonly location: Location | null;
  readonly submittedNs: number;
  /** When a worker took it up, and which; null where none did. */
  readonly beganNs: number | null;
  readonly thread: AgentId | null;
  /** Null where it was not done at the end. */
  readonly endedNs: number | null;
  readonly how: EventOf<'job-ended'>['how'] | null;
  /** That it was asked to be cancelled, and whether a worker had taken it up by then. */
  readonly cancelled: {
    readonly atNs: number;
    readonly by: AgentId;
    readonly wasRunning: boolean;
    readonly eventIndex: number;
  } | null;
  /** With what its function failed. */
  readonly failed: {
    readonly atNs: number;
    readonly error: string;
    readonly location: Location | null;
    /** Whether anybody asked for the result, before or after. */
    readonly isHeard: boolean;
    readonly eventIndex: number;
  } | null;
  readonly eventIndex: number;
}

/** By number, in the order in which they were submitted. */
export function collectJobs(): Collector<ReadonlyMap<JobId, Job>> {
  const jobs = new Map<JobId, Growing<Job>>();
  return {
    on: {
      'job-submitted': (event, eventIndex) => {
        const { job: id, pool, function: name, by, location, atNs: submittedNs } = event;
        const begun = { beganNs: null, thread: null, endedNs: null, how: null };
        jobs.set(id, {
          id,
          pool,
          function: name,
          by,
          location,
          submittedNs,
          ...begun,
          cancelled: null,
          failed: null,
          eventIndex,
        });
      },
      'job-began': ({ job: id, atNs, thread }) => {
        const job = jobs.get(id);
        if (job && job.beganNs === null) Object.assign(job, { beganNs: atNs, thread });
      },
      'job-ended': ({ job: id, how, atNs }) => {
        const job = jobs.get(id);
        if (job && job.endedNs === null) Object.assign(job, { endedNs: atNs, how });
      },
      'job-failed': ({ job: id, error, location, isHeard, atNs }, eventIndex) => {
        const job = jobs.get(id);
        if (job) job.failed ??= { atNs, error, location, isHeard, eventIndex };
      },
      'job-heard': ({ job: id }) => {
        const job = jobs.get(id);
        if (job?.failed) job.failed = { ...job.failed, isHeard: true };
      },
      'job-cancelled': ({ job: id, by, isRunning, atNs }, eventIndex) => {
        const job = jobs.get(id);
        if (job) job.cancelled ??= { atNs, by, wasRunning: isRunning, eventIndex };
      },
    },
    end: () => jobs,
  };
}
