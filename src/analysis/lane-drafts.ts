/**
 * The first half of making lanes: what each task and thread did, from its own events alone. How it
 * spent the time in which it ran, and who kept it from running, is not asked yet.
 */
import {
  type AgentId,
  type Recording,
  type RecordingEvent,
  UNKNOWN_WAIT,
  type Wait,
} from '../trace/recording.ts';

export interface LaneDraft {
  readonly agent: AgentId;
  /** In order, each beginning where the one before it ended. */
  readonly pieces: readonly DraftPiece[];
}

export type DraftPiece = { readonly fromNs: number; readonly toNs: number } & (
  | { readonly state: 'running' }
  | { readonly state: 'ready' }
  | { readonly state: 'waiting'; readonly on: Wait }
);

/**
 * The drafts of all tasks and threads, in order of creation. Pieces that took no time are left out,
 * but for running ones, and for the last of an agent that never finished.
 *
 * @param endNs where what was still going on is cut off.
 */
export function laneDrafts(recording: Recording, endNs: number): LaneDraft[] {
  const drafts = new Map<AgentId, Draft>();
  for (const event of recording.events) record(drafts, event);
  for (const { open, pieces } of drafts.values()) {
    if (!open) continue;
    open.toNs = Math.max(open.fromNs, endNs);
    pieces.push(open);
  }
  return [...drafts.values()];
}

interface Draft extends LaneDraft {
  readonly pieces: DraftPiece[];
  open: Open | null;
  /** It was put into the ready queue during its own step, as `sleep(0)` does. */
  again: boolean;
}

/** What an agent does from then on: its end is not known yet, and stands at its beginning. */
type Open = DraftPiece & { toNs: number };

function record(drafts: Map<AgentId, Draft>, event: RecordingEvent): void {
  const { atNs } = event;
  switch (event.kind) {
    case 'task-created':
      start(drafts, event.task, { state: 'waiting', fromNs: atNs, toNs: atNs, on: UNKNOWN_WAIT });
      break;
    case 'task-ready': {
      const draft = draftOf(drafts, event.task);
      if (draft.open?.state === 'running') draft.again = true;
      else if (draft.open?.state === 'waiting')
        turn(draft, { state: 'ready', fromNs: atNs, toNs: atNs });
      break;
    }
    case 'step-began':
      turn(draftOf(drafts, event.task), { state: 'running', fromNs: atNs, toNs: atNs });
      break;
    case 'step-ended': {
      const draft = draftOf(drafts, event.task);
      const on = event.waitsOn;
      if (on === null) finish(draft, atNs);
      else if (draft.again) turn(draft, { state: 'ready', fromNs: atNs, toNs: atNs });
      else turn(draft, { state: 'waiting', fromNs: atNs, toNs: atNs, on });
      break;
    }
    case 'task-finished':
      finish(draftOf(drafts, event.task), atNs);
      break;
    case 'thread-started':
      start(drafts, event.thread, { state: 'running', fromNs: atNs, toNs: atNs });
      break;
    case 'thread-parked':
      turn(draftOf(drafts, event.thread), {
        state: 'waiting',
        fromNs: atNs,
        toNs: atNs,
        on: event.waitsOn,
      });
      break;
    case 'thread-resumed':
      turn(draftOf(drafts, event.thread), { state: 'running', fromNs: atNs, toNs: atNs });
      break;
    case 'thread-ended':
      finish(draftOf(drafts, event.thread), atNs);
      break;
    default:
      break;
  }
}

function start(drafts: Map<AgentId, Draft>, agent: AgentId, open: Open): void {
  drafts.set(agent, { agent, pieces: [], open, again: false });
}

function turn(draft: Draft, open: Open): void {
  finish(draft, open.fromNs);
  draft.open = open;
}

function finish(draft: Draft, atNs: number): void {
  const { open } = draft;
  if (open && (open.state === 'running' || atNs > open.fromNs)) {
    open.toNs = atNs;
    draft.pieces.push(open);
  }
  draft.open = null;
  draft.again = false;
}

function draftOf(drafts: ReadonlyMap<AgentId, Draft>, agent: AgentId): Draft {
  const draft = drafts.get(agent);
  if (!draft) throw new Error(`the recording speaks of task ${agent} before creating it`);
  return draft;
}
