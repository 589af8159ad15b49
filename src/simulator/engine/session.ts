/** One run: a kernel, and what the Python half calls in it. */
import { endOfPossible } from '../../trace/check-encoded.ts';
import { decodeLocation, numberOfKind, type Stamp } from '../../trace/encoding.ts';
import type {
  AgentId,
  EventOf,
  LimitName,
  LoopId,
  Outcome,
  TraceEvent,
} from '../../trace/schema.ts';
import { EventChecker } from '../../trace/validate.ts';
import { Kernel, MAIN_THREAD } from '../kernel/kernel.ts';
import type { ThreadId } from '../kernel/virtual-thread.ts';
import { allowedBy } from '../limits.ts';
import { type Bridge, OTHERS_TOLD, type PyCallable } from './bridge.ts';
import { moment, number, numberUpTo, text } from './bridge-arguments.ts';
import type { OwnWork } from './computing.ts';
import { createEmitters } from './emitters.ts';
import type { SessionOptions } from './session-options.ts';
import { StepLog } from './step-log.ts';
import { crashOf } from './traps.ts';

/** Thrown into Python once the trace is closed; nothing that follows is seen. */
export class RunOver extends Error {
  constructor() {
    super('the run is over');
  }
}

/** A kernel and the bridge to it, for one run. */
export interface Session {
  readonly kernel: Kernel;
  readonly bridge: Bridge;
  readonly ownWork: OwnWork;
  /** The program was refused memory; should it fail now, that is why. */
  memoryRefused(): void;
  /** Closes the trace because of an error that came out of Python, unless it is closed already. */
  escaped(error: unknown): void;
}

export function createSession(options: SessionOptions): Session {
  const { limits, policy, changes, memory, outbox, locks, finish } = options;
  const kernel = new Kernel({
    virtualTimeLimitNs: limits.virtualTimeNs,
    computingLimitNs: limits.computingNs,
    threadTurnsLimit: limits.threadTurns,
    onLimit: exceed,
    policy,
    onLate: ({ number, kind, dueNs, byNs, whose }) =>
      emit({ ...stamp(), kind: 'put-off', choice: number, what: kind, dueNs, byNs, of: whose }),
    beforeChange: () => steps.drain(),
  });
  const checker = new EventChecker();
  const agents = new Map<ThreadId, AgentId>([[MAIN_THREAD, 0]]);
  const loops = new Map<ThreadId, LoopId>();
  /** Threads of child processes. The interpreter that one of them crashes is not theirs alone. */
  const ofChildren = new Set<ThreadId>();
  let over = false;
  let stepsTaken = 0;
  let tasks = 0;
  let outputChars = 0;
  let recorded = 0;
  let memoryWasRefused = false;
  let hasBegun = false;

  const stamp = (): Stamp => ({
    atNs: kernel.nowNs,
    thread: agents.get(kernel.running.id) ?? 0,
    loop: loops.get(kernel.running.id) ?? null,
  });
  const end = (outcome: Outcome) => {
    if (over) return;
    steps.drain();
    over = true;
    // What is cut by the clock lasted until then: nothing happened after the last event.
    const isCut = outcome.kind === 'limited' && outcome.limit === 'virtual-time';
    finish(outcome, isCut ? limits.virtualTimeNs : kernel.nowNs);
  };
  const limited = (limit: LimitName): Outcome => ({
    kind: 'limited',
    limit,
    allowed: allowedBy(limits, limit),
  });
  function exceed(limit: LimitName): never {
    end(limited(limit));
    throw new RunOver();
  }
  const countStep = () => {
    stepsTaken += 1;
    if (stepsTaken > limits.steps) exceed('steps');
    if (over) throw new RunOver();
  };
  /** From here on there is only output. */
  const cutTrace = (failure: string) => {
    if (over) return;
    steps.drain();
    if (recorded < MOST_EVENTS) addCut(failure);
    recorded = MOST_EVENTS;
  };
  const addCut = (failure: string | null) => {
    const cut: TraceEvent = { ...stamp(), kind: 'trace-cut', failure };
    checker.check(cut);
    outbox.add(cut);
  };
  /** What is introduced when there is no room for it is known all the same. */
  const known = (family: 'agent' | 'loop', value: unknown) =>
    numberUpTo(value, recorded < MOST_EVENTS ? checker.known[family] : MOST_EVENTS);
  const keep = (event: TraceEvent) => {
    if (over) return;
    recorded += 1;
    if (recorded < MOST_EVENTS || event.kind === 'output') outbox.add(event);
    else if (recorded === MOST_EVENTS) addCut(null);
  };
  const steps = new StepLog({
    memory,
    endOf: (entries, at) =>
      endOfPossible(entries, at, recorded < MOST_EVENTS ? checker.known : null, outbox.texts),
    onForged: () => cutTrace('the program has written to it'),
    onEntry(kind) {
      if (kind === BEGAN) kernel.running.slice.begin();
      else if (kind === CREATED) tasks += 1;
    },
    emit(entries, from, to, count) {
      if (over || recorded >= MOST_EVENTS) return;
      outbox.addEncoded(stamp(), entries, from, to, count);
      recorded = Math.min(recorded + count, MOST_EVENTS);
      if (recorded === MOST_EVENTS) addCut(null);
    },
  });
  const emit = (event: TraceEvent) => {
    if (over) throw new RunOver();
    steps.drain();
    if (event.kind === 'output') return write(event);
    // It may be anything, if a program calls the recorder: then the caller is told so.
    if (recorded < MOST_EVENTS) checker.check(event);
    if (tasks > limits.tasks) exceed('tasks');
    if (event.kind === 'callback-began') kernel.running.slice.begin();
    keep(event);
  };
  const write = (event: EventOf<'output'>) => {
    const room = limits.outputChars - outputChars;
    const isTooMuch = event.text.length > room;
    const fitting = isTooMuch ? { ...event, text: event.text.slice(0, room) } : event;
    // Only then is it short enough to be an event.
    checker.check(fitting);
    outputChars += fitting.text.length;
    keep(fitting);
    if (isTooMuch) exceed('output');
  };
  /** The interpreter cannot go on; where a limit of ours is the cause, that is how the run ended. */
  const crashed = (message: string) => {
    if (STACK_OVERFLOW.test(message)) end(limited('recursion'));
    else if (memoryWasRefused) end(limited('memory'));
    else end({ kind: 'crashed', message });
  };
  /** Our half of Python can't go on; where that is the program's own doing, it is told so. */
  const gaveOut = (message: string, isByProgram: boolean) => {
    if (!isByProgram || over) return crashed(message);
    const told = `${REACHED_IN} (${message})`;
    emit({ ...stamp(), kind: 'output', stream: 'stderr', text: `SystemError: ${told}\n`, by: 0 });
    end({
      kind: 'exited',
      status: 1,
      error: { type: 'SystemError', message: told, location: null },
    });
  };
  /** An error that Python's half let through: `edge.py` lets none, unless others have got at it. */
  const escaped = (error: unknown) => {
    const { type } = error as { type?: string };
    const crash = crashOf(error, ofChildren.has(kernel.running.id));
    if (crash && !over && !memoryWasRefused) {
      emit({ ...stamp(), kind: 'output', stream: 'stderr', text: crash.words, by: 0 });
      end({ kind: 'exited', status: crash.status, error: null });
    } else if (type === undefined || type === 'MemoryError') crashed(String(error));
    else gaveOut(type, true);
  };
  const runLater = (dueNs: number, kept: PyCallable) => {
    kernel.schedule(dueNs, () => {
      try {
        kept();
        kept.destroy();
      } catch (error) {
        if (over) throw error;
        escaped(error);
      }
    });
  };
  const exitThread = () => {
    if (!kernel.exit()) end({ kind: 'deadlocked' });
  };
  const startThread = async (entry: PyCallable) => {
    try {
      // Not on the stack of the thread that parks: it has to leave its own first.
      await Promise.resolve();
      await entry.callPromising();
      entry.destroy();
      exitThread();
    } catch (error) {
      escaped(error);
    }
  };

  const emitters = createEmitters(stamp, emit);
  const bridge: Bridge = {
    ...emitters,
    told: [...Object.keys(emitters), ...OTHERS_TOLD].join(' '),
    begin() {
      if (hasBegun) return;
      hasBegun = true;
      kernel.running.slice.begin();
      options.computing().begin();
    },
    askSoon: () => options.computing().askSoon(),
    nowNs: () => kernel.localNowNs,
    get unsettledNs() {
      return kernel.running.unsettledNs;
    },
    settle: () => kernel.settle(),
    exempt: (exempt) => options.computing().exempt(exempt),
    takeLongComputing: () => kernel.running.slice.takeLong() ?? undefined,
    mayOnlySpin: () => kernel.mayOnlySpin(),
    spin: () => kernel.spin(),
    park: (dueNs) => kernel.park(dueNs === undefined ? null : moment(dueNs)),
    get resumption() {
      return kernel.resumption;
    },
    leavesOpen: policy !== null,
    late: (kind, dueNs, of) =>
      kernel.late(kind, moment(dueNs), of === undefined ? null : number(of)),
    get looksToFirstInterruption() {
      return kernel.open.looksToInterruption(-1, false);
    },
    tellLooks(count) {
      kernel.open.looks = number(count);
    },
    interruptAtLook(look) {
      const looks = kernel.interruptAtLook(number(look));
      if (kernel.running.interruption) options.computing().interruptSoon();
      return looks;
    },
    tellInterruption(at) {
      const { interruption } = kernel.running;
      if (!interruption) return;
      const location = at === undefined ? null : decodeLocation(number(at));
      emit({ ...stamp(), kind: 'interrupted', ...interruption, location });
    },
    changesWaits: changes !== null,
    changed(what, dueNs, of, at) {
      const location = at === undefined ? null : decodeLocation(number(at));
      const lengthNs = changes?.lengthOf({ kind: what, agent: number(of), location }, () => {
        steps.drain();
        outbox.flush();
      });
      if (lengthNs === undefined || lengthNs === null) return undefined;
      const askedNs = Math.max(0, number(dueNs) - kernel.localNowNs);
      emit({ ...stamp(), kind: 'wait-changed', what, of, location, askedNs, lengthNs });
      return lengthNs;
    },
    latencyNs: options.latencyNs ?? undefined,
    wake: (thread) => kernel.wake(thread),
    unpark: (thread) => kernel.unpark(thread),
    schedule: (dueNs, action) => runLater(moment(dueNs), action.copy()),
    spawn(start, ownCpu, afterNs) {
      const entry = start.copy();
      const thread = kernel.spawn(() => startThread(entry), { ownCpu, afterNs: moment(afterNs) });
      if (ownCpu) ofChildren.add(thread);
      return thread;
    },
    kill: (thread) => kernel.kill(thread),
    abandon: exitThread,
    never: new Promise(() => {}),
    interruptAt: (dueNs, thread) => kernel.interruptAt(moment(dueNs), thread),
    markNode: options.markNode,
    lockFile: (fd, kind) => locks.lock(number(fd), kind),
    onUnlock(fd, then) {
      const kept = then.copy();
      // Python can't be asked for anything while it closes a file.
      locks.onUnlock(number(fd), () => runLater(kernel.nowNs, kept));
    },
    get isBusy() {
      return kernel.isBusy;
    },
    countStep() {
      countStep();
      kernel.turn();
    },
    polled: () => kernel.turn() && kernel.isBusy,
    turn(dueNs) {
      countStep();
      kernel.turn(dueNs === undefined ? undefined : moment(dueNs));
      return kernel.isBusy;
    },
    name_thread: (thread, agent) => void agents.set(thread, known('agent', agent)),
    enter_loop(loop) {
      steps.drain();
      if (loop === undefined) loops.delete(kernel.running.id);
      else loops.set(kernel.running.id, known('loop', loop));
    },
    open_step_log: (address, ownWork) => steps.open(address, ownWork),
    rewind_step_log() {
      steps.rewind();
      if (tasks > limits.tasks) exceed('tasks');
    },
    number_of_text: outbox.numberOf,
    number_of_kind: numberOfKind,
    exited(status, type, message, location) {
      if (type === 'MemoryError' && memoryWasRefused) return crashed(type);
      const at = location === undefined ? null : decodeLocation(location);
      const error = type === undefined ? null : { type, message: message ?? '', location: at };
      const outcome: Outcome = { kind: 'exited', status, error };
      steps.drain();
      checker.checkEnd(outcome, kernel.nowNs);
      end(outcome);
    },
    deadlocked: () => end({ kind: 'deadlocked' }),
    serving: () => end({ kind: 'serving' }),
    discountFrames: (count) => options.discountFrames(number(count)),
    cut_trace: (failure) => cutTrace(text(failure)),
    gave_out: (message, isByProgram) => gaveOut(text(message), isByProgram === true),
  };
  const memoryRefused = () => {
    memoryWasRefused = true;
  };
  return {
    kernel,
    bridge,
    ownWork: steps,
    memoryRefused,
    escaped,
  };
}

const REACHED_IN = 'the program has reached into the simulator, which can’t go on';

const BEGAN = numberOfKind('step-began');
const CREATED = numberOfKind('task-created');

/** More than 100,000 steps with all that belongs to them; past it only output is recorded. */
const MOST_EVENTS = 1_000_000;

/** What V8, SpiderMonkey and JavaScriptCore say when the stack is full. */
const STACK_OVERFLOW = /call stack size exceeded|too much recursion/;
