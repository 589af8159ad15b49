/**
 * The contract: what a trace of one run consists of, in one table.
 *
 * A row is a kind of event: what it means, and its fields with their types, units and meaning. The
 * TypeScript types here, the encoding (`encoding.ts`), the validation (`validate.ts`), the functions
 * that the Python half calls (`simulator/engine/emitters.ts`) and the published JSON Schema
 * (`json-schema.ts`) all follow from it. A new kind of event is one row.
 *
 * A trace is plain data: it survives JSON and `postMessage` unchanged, and nothing in one of the
 * simulator depends on real time or on the machine. All times are whole nanoseconds since the
 * program began.
 */
import {
  agent,
  callback,
  channel,
  choice,
  count,
  type Described,
  type Fields,
  flag,
  fresh,
  freshOrKnown,
  job,
  limit,
  location,
  loop,
  ns,
  orNull,
  primitive,
  prose,
  server,
  status,
  text,
} from './fields.ts';
import type { Outcome } from './outcome.ts';
import { state } from './primitive-states.ts';
import { TIMED_KINDS } from './timed-waits.ts';
import { wait } from './waits.ts';

export {
  type AgentId,
  type CallbackId,
  type ChannelId,
  type FileId,
  type JobId,
  type LimitId,
  type Location,
  type LoopId,
  MAIN_AGENT,
  type PrimitiveId,
  type ServerId,
} from './fields.ts';

export { LIMIT_NAMES, type LimitName, type Outcome, type UncaughtError } from './outcome.ts';
export { PRIMITIVE_STATES, type PrimitiveState } from './primitive-states.ts';
export { UNKNOWN_WAIT, WAIT_FIELDS, type Wait } from './waits.ts';

/** Raised whenever a reader of traces would misread an older one. */
export const TRACE_VERSION = 2;

/** Every event has these, before its own. */
export const COMMON_FIELDS = {
  atNs: ns('When it happened. Never less than that of the event before.'),
  thread: agent('The thread on which it happened: 0 is the main one; a child process is its own.'),
  loop: orNull(loop('The event loop that this thread runs; null where it runs none.')),
} as const satisfies Fields;

const by = agent('Who did it.');
const at = orNull(location('The line of the program; null where library code acted on its own.'));

export const EVENTS = {
  'file-seen': row('A file of the program, or the text that a child process runs.', {
    file: fresh('file', 'Its number.'),
    name: text('As tracebacks name it.'),
    source: orNull(prose('Its text; null where it could not be had.')),
  }),

  // Loops

  'loop-began': row('An event loop began to run on this thread; its first time introduces it.', {
    runs: freshOrKnown('loop', 'The loop.'),
  }),
  'loop-ended': row('The event loop of this thread returned from `run_forever`.', {}),

  'loop-stop-asked': row('The program had an event loop stop (`loop.stop`).', {
    target: loop('Which.'),
    by,
    location: at,
  }),

  // Tasks

  'task-created': row('A task came into being, wrapped round a coroutine.', {
    task: fresh('agent', 'Its number.'),
    name: text('As asyncio has it, `Task-3`, or as the program named it.'),
    coroutine: text("The coroutine's qualified name, `fetch` or `Shop.open`."),
    args: text('Short values of its arguments, `"kiosk", 1`: plain types only, `…` for others.'),
    isLibrary: flag(
      "Whether the coroutine is a library's, `sleep`, and none of the program's own.",
    ),
    parent: agent('Who created it.'),
    location: at,
  }),
  'task-ready': row("A task's next step was put into the ready queue.", {
    task: agent('Whose.'),
    by: orNull(agent('Who woke it; null where the loop did: a timer, input, library code.')),
  }),
  'step-began': row('The loop began to run one slice of a task, up to its next suspension.', {
    task: agent('Whose.'),
  }),
  'step-ended': row(
    'The task gave control back to the loop. Of a task that was under way when its recording began, the first has no beginning.',
    {
      task: agent('Whose.'),
      waitsOn: orNull(wait('What it waits for; null when it finished in this step.')),
    },
  ),
  'task-finished': row('A task is done.', {
    task: agent('Which.'),
    how: choice(['returned', 'raised', 'cancelled'], 'How it ended.'),
    detail: text('A short `repr` of the result, or type and message of the exception.'),
    location: orNull(
      location("Where the exception was raised: the innermost line of the program's own."),
    ),
    origin: orNull(
      agent('The task that this very exception came out of, where it was only passed on.'),
    ),
  }),

  // Cancellation

  'cancel-requested': row('Somebody asked a task that was not done to stop.', {
    task: agent('Whom.'),
    by: agent('Who acted: the task or thread that ran.'),
    reason: choice(
      [
        /** The program called `cancel()`, or gave it to a loop as a callback. */
        'explicit',
        /** A `timeout` or `wait_for` was up; `limit` says which. */
        'time-limit',
        /** A task group gave up its members; `because` failed, or left it. */
        'task-group',
        /** A task group whose member `because` failed interrupts the task that waits for its members. */
        'task-group-body',
        /** `gather` was cancelled, and hands it on to what it gathers. */
        'gather',
        /** The task that awaits it was cancelled. */
        'awaiter',
        /** `asyncio.run` cancels what is left when its coroutine, `because`, is done. */
        'run-ended',
        /** The program closes an `asyncio.Runner`, which cancels what is left; `because` ran last in it. */
        'runner-closed',
        /** Ctrl+C: SIGINT under `asyncio.run`. */
        'interrupt',
        /** Other code of a library. */
        'library',
      ],
      'Why.',
    ),
    because: orNull(agent('The task on whose account: one that failed, ended, or was cancelled.')),
    limit: orNull(limit('The time limit that was up.')),
    location: orNull(
      location("The line that asked, that set the limit, or at which a group's body failed."),
    ),
    error: orNull(text('What the body of a task group failed with, where that is why.')),
  }),
  'shield-cancelled': row(
    'The program cancelled what `shield` had made: the task behind it goes on.',
    { task: agent('The task behind it.'), by, location: at },
  ),
  'cancel-caught': row(
    'A cancelled task went on: the program caught CancelledError and did not raise it again in this step.',
    { task: agent('Which.'), location: orNull(location('The line of the handler.')) },
  ),
  'limit-set': row('A task entered a time limit.', {
    limit: fresh('limit', 'Its number.'),
    task: agent('Which task.'),
    call: text('`timeout`, `timeout_at`, `wait_for`, or a call of a library that sets one.'),
    dueNs: orNull(ns('When it is up; null for none yet.')),
    location: at,
  }),
  'limit-moved': row('A time limit was given another end (`Timeout.reschedule`).', {
    limit: limit('Which.'),
    dueNs: orNull(ns('When it is up now.')),
  }),
  'limit-ended': row('A time limit fired, or its block was left before.', {
    limit: limit('Which.'),
    how: choice(['expired', 'left'], 'How.'),
  }),

  'limit-raised': row(
    'The block of a time limit that had fired earlier was left with a TimeoutError: what it limited had taken its time to stop.',
    { limit: limit('Which.') },
  ),
  'limit-overrun': row(
    'The block of a time limit that had fired was left without a TimeoutError: the program did not let the CancelledError through.',
    {
      limit: limit('Which.'),
      error: orNull(text('The exception that left the block in its place; null where none did.')),
    },
  ),

  'as-completed-up': row(
    'The time that `as_completed` was given is up: it raises TimeoutError, and cancels nothing.',
    { by, location: at },
  ),

  // Exceptions

  'exception-handler-called': row("A loop's exception handler was told of something.", {
    message: text("asyncio's words, such as `Task exception was never retrieved`."),
    error: orNull(text('Type and message of the exception, where there is one.')),
    task: orNull(agent('The task that it is about.')),
    future: orNull(primitive('The future that it is about.')),
    callback: orNull(callback('The callback that raised it.')),
    function: orNull(text('The function of the program that raised it.')),
    location: orNull(location('The line of the program that raised it.')),
    handler: orNull(
      text("The program's own handler that was called; null where asyncio printed it."),
    ),
  }),
  'coroutine-given': row(
    'A coroutine that was given to a loop by `run_coroutine_threadsafe` has become a task; its exception waits in the future that this returned.',
    {
      task: agent('The task.'),
      by: agent('Who gave it.'),
      location: at,
      isAsked: flag('Whether somebody had asked for its result by then.'),
    },
  ),
  'coroutine-asked': row('Somebody asked that future for its result.', {
    task: agent('The task behind it.'),
    by,
  }),
  'exception-stored': row('An exception became an item of a list of results.', {
    task: agent('Whose exception.'),
    by: agent('The task that awaits the list.'),
    call: text('`gather`.'),
    location: orNull(location('The line that awaits the list.')),
    isDropped: flag(
      'Whether nobody looks at it: the list is not used there, or only counted, or unpacked into a variable that is never read.',
    ),
  }),
  'gather-failed': row(
    '`gather` passed on the first exception among its tasks; it does not stop the others.',
    {
      task: agent('Whose exception.'),
      by: agent('The task that awaits the list.'),
      location: orNull(location('The line that awaits it.')),
    },
  ),
  'never-awaited': row('A coroutine was collected of which nothing ever ran.', {
    coroutine: text('Its qualified name.'),
    location: orNull(location('The line that ran when it was collected.')),
    defined: orNull(location("The first line of its function, where that is the program's.")),
  }),

  'generator-left': row(
    'An asynchronous generator was not run to its end, and nobody closed it: the loop does, in a task of its own.',
    {
      generator: text('Its qualified name; the task that closes it runs `rows.aclose`.'),
      location: orNull(location('The `yield` at which it stands.')),
      when: choice(
        [
          /** When nothing referred to it any more. */
          'collected',
          /** When `asyncio.run`, or the program, shut the loop down. */
          'shutdown',
        ],
        'When.',
      ),
    },
  ),

  // Threads and processes

  'thread-started': row('A thread other than the main one began.', {
    started: fresh('agent', 'Its number.'),
    name: text('As `threading` has it.'),
    parent: agent('Who started it.'),
    isDaemon: flag('Whether the program may end before it.'),
    pool: orNull(primitive('The executor that it works for.')),
    location: at,
  }),
  'thread-ended': row('A thread is over.', {
    how: choice(['returned', 'raised'], 'How it ended.'),
    detail: text('Type and message of the exception; else empty.'),
    location: orNull(location('Where the exception was raised.')),
  }),
  'process-started': row('A child process began.', {
    process: fresh('agent', 'Its number.'),
    command: text('What it runs, as one line.'),
    pid: count('As the operating system numbers it.'),
    parent: agent('Who started it.'),
    location: at,
  }),
  'process-ended': row('A child process is over.', {
    process: agent('Which.'),
    status: status('Its exit status; the negative number of the signal that ended it.'),
  }),
  parked: row(
    'A thread that runs no loop, or a process, stands still in a blocking call. Told again where more has become known of what it waits for.',
    {
      agent: agent('Which.'),
      waitsOn: wait('What for.'),
    },
  ),
  preempted: row(
    'A task or thread that computes lets others run: of several threads only one computes at a time.',
    { agent: agent('Who computes.'), location: at },
  ),
  resumed: row('What was parked or preempted runs again.', { agent: agent('Which.') }),

  // What holds a loop, and what does not reach it

  'blocking-began': row(
    'A blocking call begins to hold the thread of a loop: nothing else can run.',
    {
      by,
      waitsOn: wait('What for.'),
    },
  ),
  'blocking-ended': row('The blocking call returned.', { by }),
  computing: row(
    'The running slice has computed for long without giving control back, and still does.',
    {
      by,
      fromNs: ns('Since when.'),
      location: at,
    },
  ),
  'wake-missed': row(
    'Something was made ready in a loop from outside its thread, and nothing told the loop: it learns of it when it wakes for another reason.',
    {
      by,
      target: loop('The loop.'),
      task: orNull(agent('The task that could go on.')),
      callback: orNull(callback('The callback that could run.')),
      dueNs: orNull(ns('When its timer goes off; null where it could run at once.')),
      call: orNull(text('What the program called: `Event.set`, `call_soon`, `Future.set_result`.')),
      location: at,
    },
  ),

  // Callbacks

  'callback-scheduled': row('The program gave the loop a callback of its own.', {
    callback: fresh('callback', 'Its number.'),
    name: text("The function's qualified name."),
    by,
    location: at,
    dueNs: orNull(ns('When its timer goes off; null where it is ready at once.')),
    target: orNull(primitive("What it is a method of: a future's `set_result`, an event's `set`.")),
  }),
  'callback-began': row('The loop began to run it.', { callback: callback('Which.') }),
  'callback-ended': row('It returned.', { callback: callback('Which.') }),
  'callback-cancelled': row('It was cancelled before it ran: its timer, if it had one, is gone.', {
    callback: callback('Which.'),
    by,
    location: at,
  }),

  // Primitives

  'primitive-seen': row('The program first used something that tasks can wait at.', {
    primitive: fresh('primitive', 'Its number.'),
    type: text('Its class, `Lock`, `BoundedSemaphore`, `queue.Queue`.'),
    name: orNull(
      text('As the program calls it, `db_lock`, `self.slots`, `forks[2]`; null where unknown.'),
    ),
    by: agent('Who first used it.'),
    location: orNull(location('The line that made it; null where unknown.')),
    state: state('How it stands.'),
  }),
  'primitive-changed': row('A primitive changed.', {
    primitive: primitive('Which.'),
    by,
    state: state('How it stands now.'),
  }),

  // Executors

  'job-submitted': row('A piece of work was given to an executor.', {
    job: fresh('job', 'Its number.'),
    pool: primitive('The executor.'),
    function: text('What is to be called.'),
    by,
    location: at,
  }),
  'job-began': row('A worker took it up: on this thread.', { job: job('Which.') }),
  'job-ended': row('It is done.', {
    job: job('Which.'),
    how: choice(['returned', 'raised'], 'How it ended.'),
  }),
  'job-failed': row(
    'The function of a job raised an exception; it waits in the future of the job until somebody asks.',
    {
      job: job('Which.'),
      error: text('Type and message of the exception.'),
      location: orNull(location("Where it was raised: the innermost line of the program's own.")),
      isHeard: flag('Whether somebody had asked for the result by then.'),
    },
  ),
  'job-heard': row('Somebody asked a job that had failed for its result.', {
    job: job('Which.'),
    by,
  }),
  'job-cancelled': row('It was asked to be cancelled.', {
    job: job('Which.'),
    by,
    isRunning: flag('Whether a worker had taken it up: then it goes on all the same.'),
  }),

  // Bytes

  'server-listening': row('A socket began to listen; one for datagrams, when it was bound.', {
    server: fresh('server', 'Its number.'),
    address: text('`127.0.0.1:8888`, `127.0.0.1:9999 (UDP)`, or the path of a Unix socket.'),
    by,
    location: at,
  }),
  'server-closed': row('It listens no more.', { server: server('Which.') }),
  'channel-opened': row('Bytes can flow: a pipe, or one direction of a connection.', {
    channel: fresh('channel', 'Its number.'),
    type: choice(['pipe', 'connection'], 'Which.'),
    name: text('`stdout of python -c …`, `127.0.0.1:8888 → 127.0.0.1:49152`.'),
    server: orNull(server('The listening socket that a connection came in at.')),
    back: orNull(channel('The other direction of the same connection.')),
  }),
  'channel-seen': row('How a stream of bytes stands, where it matters: somebody waits at it.', {
    channel: channel('Which.'),
    unsent: count('Bytes that still lie in the buffer of whoever writes.'),
    underway: count('Bytes in the pipe or connection itself.'),
    unread: count('Bytes that arrived and lie in the buffer of whoever reads.'),
    capacity: count('How many bytes the pipe or connection takes.'),
    writer: orNull(agent('Who writes to it; null where unknown, or closed.')),
    reader: orNull(agent('Who reads from it; null where unknown, or closed.')),
    isWriterOpen: flag('Whether more can still come.'),
    isReaderOpen: flag('Whether anybody can still read.'),
  }),

  // The program's lines and words

  line: row(
    'A line of the program was reached. Of lines that are reached very often, only the first times are told.',
    { location: location('Which.'), by },
  ),
  output: row('The program wrote something.', {
    stream: choice(['stdout', 'stderr'], 'Where.'),
    text: prose('What.'),
    by,
  }),
  'trace-cut': row('After this, only output is in the trace.', {
    failure: orNull(
      text('What went wrong in recording; null where the trace has reached its limit.'),
    ),
  }),

  // What asyncio leaves open

  'put-off': row('Something that is due will come later than it could.', {
    choice: count('Which of the choices that the run left open, counted from 0.'),
    what: choice(
      [
        /** A timer of an event loop. */
        'timer',
        /** The end of a thread's own wait. */
        'sleep',
        /** The turn of a thread that another has woken. */
        'wake',
        /** What another socket sent. */
        'arrival',
        /** The first turn of a thread or a process. */
        'start',
      ],
      'What is late.',
    ),
    dueNs: ns('When it could have come.'),
    byNs: ns('How much later it comes.'),
    of: orNull(agent('Whose it is: who set the timer, who sleeps; null where that is not known.')),
  }),
  interrupted: row('A thread that computed is interrupted before its time.', {
    look: count(
      'At which of the calls and backward jumps of the program while it has several threads, counted from 0.',
    ),
    byNs: ns('How much later it goes on, at the earliest.'),
    location: orNull(location('The line at which it was.')),
  }),

  // What was changed from outside

  'wait-changed': row(
    'A wait that begins now has another length than the program gave it: so it was asked for from outside.',
    {
      what: choice(TIMED_KINDS, 'What kind of wait.'),
      of: agent('Who waits, or sets the timer.'),
      location: at,
      askedNs: ns('How long it was going to be.'),
      lengthNs: ns('How long it is.'),
    },
  ),
} as const satisfies { readonly [kind: string]: Row<Fields> };

/** What a kind of event means, and its own fields. */
export interface Row<F extends Fields> {
  readonly about: string;
  readonly fields: F;
}

function row<const F extends Fields>(about: string, fields: F): Row<F> {
  return { about, fields };
}

export type EventKind = keyof typeof EVENTS;

/** An event of one kind, `EventOf<'task-created'>`. */
export type EventOf<Kind extends EventKind> = { readonly kind: Kind } & Described<
  typeof COMMON_FIELDS
> &
  Described<(typeof EVENTS)[Kind]['fields']>;

export type TraceEvent = { readonly [Kind in EventKind]: EventOf<Kind> }[EventKind];

/** Whether the times are those of a simulated clock or of a real machine's. */
export type ClockKind = 'virtual' | 'real';

export interface Trace {
  readonly version: typeof TRACE_VERSION;
  /** What made it: `loopscope`, or the recorder of a real program. */
  readonly origin: string;
  readonly clock: ClockKind;
  readonly program: TracedProgram;
  /** Who decided what the run left open; without it, nothing was put off. See `put-off`. */
  readonly schedule?: TracedSchedule;
  /** In the order in which they happened: `atNs` never decreases. */
  readonly events: readonly TraceEvent[];
  readonly outcome: Outcome;
  /** When the run was over. */
  readonly endedNs: number;
}

export interface TracedSchedule {
  /** What the choices came from; null where they were given one by one. */
  readonly seed: number | null;
}

export interface TracedProgram {
  /** The name of the file that was run, as tracebacks show it: file 0. */
  readonly name: string;
  /** Its text; null where the reader of the trace has it from elsewhere. */
  readonly source: string | null;
  /** What `random` was seeded with; null where that is not known. */
  readonly seed: number | null;
}
