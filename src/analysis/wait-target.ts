import type { ChannelId, JobId, PrimitiveId, ServerId, Wait } from '../trace/schema.ts';

export interface WaitTargets {
  readonly primitives: ReadonlyMap<PrimitiveId, { readonly label: string }>;
  readonly jobs: ReadonlyMap<JobId, { readonly function: string }>;
  readonly channels: ReadonlyMap<ChannelId, { readonly name: string }>;
  readonly servers: ReadonlyMap<ServerId, { readonly address: string }>;
}

/** What to call what is waited for, where that is neither a task, a thread nor a process. */
export function waitTarget(
  { primitive, job, channel, server }: Wait,
  { primitives, jobs, channels, servers }: WaitTargets,
): string | null {
  if (primitive !== null) return primitives.get(primitive)?.label ?? null;
  if (job !== null) return jobs.get(job)?.function ?? null;
  if (channel !== null) return channels.get(channel)?.name ?? null;
  if (server !== null) return servers.get(server)?.address ?? null;
  return null;
}
