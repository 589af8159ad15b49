/** What one agent did, event by event. Whatever the order of these, its activities are in order. */
import type {
  AgentId,
  CallbackId,
  Location,
  LoopId,
  TraceEvent,
  Wait,
} from '../../trace/schema.ts';

export interface Activity {
  readonly state: 'running' | 'ready' | 'waiting' | 'blocked';
  readonly fromNs: number;
  readonly toNs: number;
  /** False where the run, or the trace of it, was over first. */
  readonly isOver: boolean;
  /** What it waits for, or stands in; what it waited for until it was ready. */
  readonly wait: Wait | null;
  /** When that wait began. */
  readonly waitedFromNs: number;
  /** Of ready: it computed, and lets others compute. */
  readonly isPreempted: boolean;
  /** The callback of a loop that ran, or that called what blocks. */
  readonly callback: CallbackId | null;
  /** Of running and blocking: where that was. */
  readonly thread: AgentId;
  readonly loop: LoopId | null;
  /** Of running and blocking: the line at which it was when time began to pass. */
  readonly location: Location | null;
  /** The lines of which it was told that it was there later; the first ones of very many. */
  readonly laterLines: readonly Location[];
  /** The last thing it did before time went by, and the event that ended it. */
  readonly fromIndex: number;
  readonly toIndex: number;
}

/** When and where something happened. */
export type Context = Pick<TraceEvent, 'atNs' | 'thread' | 'loop'>;

/** So many lines are enough to say where a computation goes round. */
const MOST_LINES_KEPT = 8;

interface Open extends Activity {
  toNs: number;
  toIndex: number;
  fromIndex: number;
  isOver: boolean;
  location: Location | null;
  laterLines: readonly Location[];
}

const NONE: readonly Location[] = [];

export class ActivityTrack {
  readonly #done: Activity[] = [];
  open: Open | null = null;
  /** It was put into the ready queue during its own step, as `sleep(0)` does. */
  #isQueued = false;
  /** Something of the slice that runs is told already. */
  #isSliceKept = false;
  #isInLoop = false;
  #isFinished = false;
  /** A thread of which nothing was seen yet. */
  #isFresh = false;
  #preempted: Pick<Activity, 'callback' | 'location'> | null = null;

  run(context: Context, index: number, callback: CallbackId | null = null): void {
    this.#isQueued = false;
    this.#turn('running', context, index, { callback });
    this.#isSliceKept = false;
  }

  /** A thread begins; another may have the processor for a while. */
  begin(context: Context, index: number): void {
    this.run(context, index);
    this.#isFresh = true;
  }

  /** Until a loop calls something, or ends, this thread does nothing of its own. */
  leaveToLoop(context: Context, index: number): void {
    if (this.open && this.open.state !== 'waiting') this.#close(context, index);
  }

  beginLoop(context: Context, index: number): void {
    this.#isInLoop = true;
    this.#close(context, index);
  }

  endLoop(context: Context, index: number): void {
    this.#isInLoop = false;
    this.run(context, index);
  }

  wait(wait: Wait, context: Context, index: number): void {
    this.#turn('waiting', context, index, { wait });
  }

  /** It computed, and could go on if it had the processor. */
  preempt(context: Context, index: number): void {
    if (this.open?.state !== 'running') return;
    const { callback, location } = this.open;
    this.#preempted = { callback, location };
    this.#turn('ready', context, index, { isPreempted: true });
  }

  /** It does what it did before it was parked or preempted. */
  goOn(context: Context, index: number): void {
    const before = this.#preempted;
    this.#preempted = null;
    if (before && this.open?.state === 'ready') this.#turn('running', context, index, before);
    else if (this.#isInLoop) this.#close(context, index);
    else this.run(context, index);
  }

  wake(context: Context, index: number): void {
    const { open } = this;
    if (open?.state === 'waiting') {
      const { wait, waitedFromNs } = open;
      this.#turn('ready', context, index, { wait, waitedFromNs });
    } else if (open && (open.state !== 'ready' || open.isPreempted)) {
      this.#isQueued = true;
    }
  }

  suspend(waitsOn: Wait | null, context: Context, index: number): void {
    if (waitsOn === null) this.#close(context, index);
    else if (this.#isQueued) this.#turn('ready', context, index);
    else this.wait(waitsOn, context, index);
    this.#isQueued = false;
  }

  finish(context: Context, index: number): void {
    this.#close(context, index);
    this.#isFinished = true;
  }

  block(wait: Wait, context: Context, index: number): void {
    if (this.open === null && !this.#isInLoop) return;
    const { callback = null, location = null } = this.open ?? {};
    // What it ran for no time before the call is no slice of its own.
    if (this.open?.state === 'running' && this.open.fromNs === context.atNs) this.open = null;
    this.#turn('blocked', context, index, { wait, callback, location: wait.location ?? location });
  }

  unblock(context: Context, index: number): void {
    if (this.open?.state !== 'blocked') return;
    const { callback, location } = this.open;
    const isLoopsOwn = this.#isInLoop && callback === null;
    if (isLoopsOwn) this.#close(context, index);
    else this.#turn('running', context, index, { callback, location });
  }

  seenAt(location: Location | null): void {
    if (this.open?.state === 'running' && location) keepLine(this.open, location);
  }

  acted(location: Location | null, { atNs }: Context, index: number): void {
    const { open } = this;
    if (open?.state !== 'running') return;
    if (this.#isFresh && atNs > open.fromNs) {
      this.open = null;
      this.#turn('ready', { ...open, atNs: open.fromNs }, open.fromIndex, { isPreempted: true });
      this.run({ ...open, atNs }, index);
      this.acted(location, { ...open, atNs }, index);
      return;
    }
    this.#isFresh = false;
    if (atNs > open.fromNs) {
      if (location) keepLine(open, location);
      return;
    }
    open.fromIndex = index;
    if (location) open.location = location;
  }

  /** All of it; what is still open lasts until then. */
  end(atNs: number, eventIndex: number): readonly Activity[] {
    const { open } = this;
    if (open) {
      open.toNs = Math.max(open.fromNs, atNs);
      open.toIndex = eventIndex;
      this.#done.push(open);
    }
    return this.#done;
  }

  #turn(
    state: Activity['state'],
    context: Context,
    index: number,
    more: Partial<Activity> = {},
  ): void {
    this.#close(context, index);
    if (this.#isFinished) return;
    const { atNs, thread, loop } = context;
    this.open = {
      state,
      fromNs: atNs,
      toNs: atNs,
      isOver: false,
      wait: more.wait ?? null,
      waitedFromNs: more.waitedFromNs ?? atNs,
      isPreempted: more.isPreempted ?? false,
      callback: more.callback ?? null,
      thread,
      loop,
      location: more.location ?? null,
      laterLines: NONE,
      fromIndex: index,
      toIndex: index,
    };
  }

  #close({ atNs }: Context, index: number): void {
    const { open } = this;
    this.#isFresh = false;
    if (open && (atNs > open.fromNs || (open.state === 'running' && !this.#isSliceKept))) {
      open.toNs = atNs;
      open.toIndex = index;
      open.isOver = true;
      this.#done.push(open);
      this.#isSliceKept = true;
    }
    this.open = null;
  }
}

function keepLine(open: Open, { file, line }: Location): void {
  const known = open.laterLines;
  if (known.length >= MOST_LINES_KEPT) return;
  if (known.some((each) => each.file === file && each.line === line)) return;
  open.laterLines = [...known, { file, line }];
}
