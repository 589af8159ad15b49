/**
 * What must be told of a program, and what must not, as pieces of the sentences: the heart of each
 * `.told` file, which has them whole.
 */
export interface Expected {
  readonly tells?: readonly (string | RegExp)[];
  readonly never?: readonly (string | RegExp)[];
}

/** Guesses, and words that are not the reader's. */
export const NEVER: readonly RegExp[] = [
  /perhaps|probably|maybe|seems|likely/i,
  /for ever|gives? way|lest\b/i,
  /undefined|null|NaN|\[object/,
  /``| {2}| [.,;:] /,
];

export const EXPECTED: { readonly [program: string]: Expected } = {
  'async-with-at-top-level': { tells: ['`async with` stands on line 3', 'asyncio.run(main())'] },
  'await-in-plain-function': { tells: ['line 5', '`fetch`, which is a plain function'] },
  'async-generator-left-open': {
    tells: [
      '`rows` was left at the `yield` on line 8',
      'its clean-up on line 10 ran only when the loop closed it',
      'contextlib.aclosing(rows(…))',
    ],
  },
  'awaited-future-cancelled': {
    tells: ['nobody cancelled `main`: it awaited `answer` on line 8, which was cancelled'],
  },
  'cancelled-by-map': {
    tells: ['`cpu` and `mem` were cancelled at 0.500 by `main` on line 12'],
  },
  'cancelled-timer-of-future': {
    tells: [
      '`Future.set_result`, due at 0.300, had been cancelled at 0.000 on line 21',
      'for the result of `self.fut`',
    ],
  },
  'comprehension-at-top-level': { tells: ['`await` stands on line 3 outside any function'] },
  'comprehension-of-dependent-awaits': { never: ['one after another'] },
  'datagrams-alone': {
    tells: ['127.0.0.1:9100', 'remote_addr=("127.0.0.1", 9100)'],
    never: ['Nothing can ever'],
  },
  'default-executor-waits-for-itself': {
    tells: [
      '12 threads wait in `Future.result` on line 7 for 12 `to_thread` tasks',
      'busy with `branch`',
    ],
    never: ['more group'],
  },
  'eager-tasks-with-arguments': { tells: ['`fetch("a", 1)`', '`fetch("b", 2)`'] },
  'error-through-three-tasks': {
    tells: [
      'raised in `inner` on line 6',
      'where `outer` awaited it on line 14, by way of `middle`',
    ],
  },
  'event-set-and-cleared-at-once': {
    tells: ['set `event` at 0.100 and cleared it on line 15 before anybody else ran'],
  },
  'group-members-clean-up': {
    tells: [
      'because the body of the task group in `main` had failed with `ValueError: body` on line 17',
      'they caught `CancelledError` on line 7 and returned at 3.000',
    ],
  },
  'handler-called-by-program': {
    tells: ['`job` failed with `RuntimeError: late` at 0.100 on line 7', '`job failed`'],
    never: ['called by the loop'],
  },
  'import-of-a-missing-helper': {
    tells: ['needs `helper` on line 3', 'among the program’s files'],
  },
  'limit-ends-lock-ring': {
    tells: [
      'They had locked each other out',
      '`transfer(…, …, 10)` waited on line 12 for `b.lock`, held by `transfer(…, …, 20)`',
    ],
  },
  'limit-swallowed': { tells: ['but it caught `CancelledError` on line 9 and went on'] },
  'lock-taken-twice': {
    tells: ['`self.lock`, which it holds itself: a task cannot take a `Lock` twice', 'line 13'],
  },
  'many-wait-for-main': {
    tells: ['and six `count` tasks wait on line 5 for `lock`, held by `main`'],
    never: [/six .* six .* six/],
  },
  'notified-before-the-wait': {
    tells: ['it had been notified at 0.000 on line 17, when nobody waited for that yet'],
  },
  'other-task-of-a-dead-loop': {
    tells: [
      '`answer` waits in `sleep` on line 12, and its event loop runs no longer',
      '`leave` failed with `SystemExit: 3` on line 8',
    ],
  },
  'pending-when-the-program-ends': {
    tells: ['`long` still waited'],
    never: ['nothing kept a reference'],
  },
  'producer-logs-and-ends': {
    tells: ['`produce`, which had put items into `queue`, had ended at 0.200'],
  },
  'results-of-cancelled-tasks': { never: ['failed', 'nobody looks'] },
  'serial-awaits-in-comprehension': {
    tells: ['`main` awaited `get` five times on line 11', '1.500 s', '0.300 s'],
  },
  'shielded-fails-after-cancel': {
    tells: [
      '`commit` failed with `RuntimeError: commit t1 failed` at 1.000 on line 6',
      'The `shield` round it had been cancelled before',
    ],
    never: ['called by the loop'],
  },
  'threads-and-a-full-queue': {
    tells: [
      'thread `producer` waits on line 9 for room in `items`',
      'hread `consumer`, which had taken items from `items`, failed with `ValueError: consumer broke` on line 15',
    ],
  },
  'waits-for-a-signal': {
    tells: ['Nothing but a signal can make the program go on'],
    never: ['nothing is left', 'Nothing can ever'],
  },
  'awaiter-cancelled': {
    tells: ['`parent` was cancelled at 1.000 by `main` on line 15', '`child`'],
  },
  'barrier-party-cancelled': {
    tells: [
      'three tasks to arrive, and only two did',
      'was cancelled at 1.500 by `main` on line 14',
    ],
  },
  'blocking-accept-in-loop': {
    tells: ['`main` holds the event loop in `socket.accept` on line 13', '`client`, due at 0.100'],
    never: ['serves'],
  },
  'blocking-queue-get': {
    tells: [
      /^deadlock: Nothing can ever run again: `consumer` holds the event loop in `Queue.get` on line 12/m,
      '`producer`, due at 0.100',
    ],
    never: ['nothing is scheduled', 'could put one in'],
  },
  'both-wait-to-read': { tells: ['`handle` waits in `StreamReader.readline` on line 5'] },
  'busy-flag-no-await': {
    tells: ['`main` has held the event loop since 0.000', 'line 14', '`stopper`'],
  },
  'call-later-from-thread': {
    tells: ['called `call_later` on line 8 at 0.200', 'due at 0.300, never ran'],
    never: ['nothing is left that could set it'],
  },
  'call-soon-from-thread': {
    tells: ['called `call_soon` on line 8 at 0.300', 'only at 1.000', 'call_soon_threadsafe'],
  },
  'callback-fails': {
    tells: ['`show` failed with `ZeroDivisionError: division by zero`', "KeyError: 'gone'"],
  },
  'callback-waits-for-thread-event': {
    tells: [
      'callback `on_tick` holds the event loop in `Event.wait` on line 7',
      '`main`, due at 0.200',
    ],
    never: ['the main program'],
  },
  'cancel-caught-and-returned': {
    tells: ['by `main` on line 15', 'caught `CancelledError` on line 7 and returned at 1.000'],
  },
  'cancel-caught-once': {
    tells: ['by `main` on line 16', 'on line 7'],
    never: ['went on', 'swallowed'],
  },
  'cancel-from-thread': { tells: ['at 1.000', 'only at 10.000', 'call_soon_threadsafe'] },
  'cancel-loop-uncancel': {
    tells: ['nobody cancelled `main`', 'it awaited `stubborn` on line 16', 'on line 14'],
  },
  'cancelled-by-call-later': {
    tells: [
      '`big download` was cancelled at 2.000 by a callback that `main` had scheduled on line 10',
    ],
  },
  'cat-not-read': { tells: ['process `cat` waits', '`main` does not read', 'line 9'] },
  'child-communicates': { never: ['read'] },
  'child-reads-pipe-kept-open': {
    tells: [
      'process `wc -w` waits for more to read from `main`',
      '`main` has not closed the other end',
    ],
    never: ['`Process._', 'from process'],
  },
  'child-stderr-never-read': {
    tells: [/process `python .* waits in `write` on line \d+ of its own program/, '`main`'],
  },
  'child-stdin-left-open': { tells: ['from `main`', /process `python/, 'line 12'] },
  'child-stdout-full-while-parent-writes': {
    tells: [
      /process `python .* waits in `write` on line 2 of its own program/,
      '`main` does not read',
      '`StreamWriter.drain` on line 8',
    ],
  },
  'condition-never-notified': { tells: ['`buyer` waits on line 8 for `changed` to be notified'] },
  'consumer-dies-producer-waits': {
    tells: [
      'room in `queue`',
      '`consume`, which had taken items from `queue`, failed with `AssertionError: too large` on line 13',
    ],
  },
  'coroutine-for-loop-never-run': {
    tells: ['for `hello`, which was given to an event loop that never ran'],
  },
  'create-task-from-thread': {
    tells: ['called `create_task` on line 15 at 0.500', '`job`', 'only at 2.000'],
  },
  'datagram-never-answered': {
    tells: ['`main` waits on line 17 for the result of `answer`'],
    never: ['serves'],
  },
  'default-executor-starved': {
    tells: ['12 threads', '28 had to wait', '40.000 s'],
    never: ['88'],
  },
  'drain-never-returns': { tells: ['`handle` does not read', 'bytes lie unread', 'line 12'] },
  'drain-that-returns': { never: ['does not read'] },
  'echo-server-alone': {
    tells: ['serves at `127.0.0.1:8888` on line 10', 'open_connection'],
    never: ['Deadlock'],
  },
  'error-came-out-of-task': {
    tells: ['raised in `load` on line 6', '`main` awaited it on line 12'],
  },
  'event-set-from-thread': {
    tells: [
      'thread `Thread-1 (work)` called `Event.set` on line 7 at 1.000',
      '`ready`',
      'call_soon_threadsafe',
    ],
    never: ['nothing is left that could set it'],
  },
  'event-shared-by-two-loops': {
    tells: ['`go` works within one event loop only', 'on line 14 at 0.500'],
  },
  'timerfd-is-missing': { tells: ['`os.timerfd_create` on line 6', 'Python on Linux has that'] },
  'executor-blocks-exit': {
    tells: ['the program cannot end before its threads do', 'thread `asyncio_0`', '`typed`'],
  },
  'executor-not-stopped': {
    tells: ['did not stop thread `asyncio_0`', 'until 3.000', 'the program could not end'],
  },
  'future-exception-unheard': { tells: ['`ValueError: no answer`', 'nobody ever asked'] },
  'gather-return-exceptions-hidden': {
    tells: ['`save(1)` failed with `OSError: disk full`', 'line 6', 'line 9', 'nobody looks'],
  },
  'gathered-awaits': {
    tells: ['1.000 s instead of 3.000 s'],
    never: ['in a row', 'one after another'],
  },
  'handler-exception-in-server': { tells: ['`handle` failed with `ZeroDivisionError', 'line 5'] },
  'import-asyncpg': { tells: ['needs `asyncpg` on line 2', 'asyncio.sleep'] },
  'import-psycopg2-in-function': { tells: ['needs `psycopg2` on line 5', 'time.sleep'] },
  'import-tkinter': { tells: ['needs `tkinter` on line 1', 'left out here'] },
  'import-with-fallback': { never: ['uvloop'] },
  'job-given-up-in-queue': { tells: ['`work`, which never began'], never: ['in another thread'] },
  'join-of-thread-that-needs-the-loop': {
    tells: ['`main` holds the event loop', 'line 18', 'thread `Thread-1 (work)`', 'line 12'],
  },
  'join-without-task-done': {
    tells: ['all items of `jobs` to be done, and one never got its `task_done()`'],
  },
  'keyboard-interrupt-in-thread-loop': {
    tells: [
      '`poll` failed with `KeyboardInterrupt` on line 7',
      'ended the event loop of thread `poller`',
    ],
  },
  'limit-in-helper': { tells: ['`timeout` on line 5'] },
  'limit-in-time': { never: ['time limit'] },
  'limit-late-by-another-task': {
    tells: ['was up at 1.000 but could not fire until 2.500, because `report` held the event loop'],
  },
  'limit-late-by-computing': {
    tells: ['computing on line', 'was up at 0.010 but could not fire until'],
  },
  'lock-held-by-sleeper': { never: ['Nothing can ever run again'] },
  'lock-made-per-call': { tells: ['Five `Counter.add` tasks each made a `Lock`', 'line 9'] },
  'lock-per-account': { never: ['of their own'] },
  'lock-shared-by-two-loops': {
    tells: ['`lock` works within one event loop only', 'Lock.release` on line 6 at 0.500'],
  },
  'loop-thread-exits': {
    tells: [
      /^deadlock: `quitter` failed with `SystemExit: 3` on line 13/m,
      'on line 21 for `slow`',
    ],
  },
  'nested-to-thread-in-pool-of-one': { tells: ['only thread is busy with `outer`'] },
  'never-awaited-save': { tells: ['`Log.write` was called twice but never awaited on line 13'] },
  'own-limit-beside-a-failure': {
    tells: ['The time limit of `patient`'],
    never: ['because `bad`'],
  },
  'periodic-cancelled-at-exit': {
    tells: ['`heartbeat` was left unfinished when `main` ended at 3.000', '`sleep` on line 5'],
    never: ['timer'],
  },
  'periodic-forever': { tells: ['goes on', 'on line 6'], never: ['Deadlock'] },
  'ping-pong': { tells: ['goes on', '`Queue.get` on line 6'] },
  'pipe-end-kept-open': {
    tells: ['for more to read: nothing more has come, and `main` has not closed the other end'],
    never: ['room to write'],
  },
  'polls-event-busily': {
    tells: ['`main` has held the event loop since 0.100', /computes on line 7/, '`finish`'],
  },
  'pool-large-enough': { never: ['had to wait'] },
  'pool-of-one-waits-for-itself': {
    tells: ['`inner`, which is queued in `pool`, whose only thread is busy with `outer`'],
  },
  'pool-of-two-waits-for-itself': {
    tells: ['`leaf`, which is queued in `pool`, whose two threads are all busy with `branch`'],
  },
  'pool-of-two-waits-in-pool': {
    tells: ['thread `crawl_0` and thread `crawl_1` wait on line 12 for `Crawler.page`'],
  },
  'producer-dies-consumer-waits': {
    tells: [
      '`consumer` waits on line 9 for an item in `q`',
      '`producer`, which had put items into `q`, failed with `ZeroDivisionError: division by zero` on line 5',
    ],
  },
  'protocol-future-never-set': {
    tells: ['`done`', '`Client.data_received` had failed with `ValueError: bad data hi` on line 9'],
  },
  'protocol-server-alone': {
    tells: ['serves at `127.0.0.1:7000`'],
    never: ['Deadlock'],
  },
  'put-from-thread': {
    tells: ['thread `pump` called `Queue.put_nowait` on line 13 at 0.500', 'call_soon_threadsafe'],
  },
  'put-from-thread-with-ticker': { tells: ['at 0.250', 'only at 1.000'] },
  'queue-in-two-runs': { never: ['event loop'] },
  'read-until-closed': {
    tells: ['`handle` waits in `StreamReader.read` on line 5'],
    never: ['no byte came'],
  },
  'readexactly-too-many': {
    tells: ['five bytes lie there unread', '`StreamReader.readexactly` on line 6'],
  },
  'readline-without-newline': { tells: ['three bytes lie there unread, and no newline', 'line 4'] },
  'reschedule-limit': { tells: ['was up at 2.500'], never: ['up at 1.000'] },
  'result-of-coroutine-in-own-loop': {
    tells: ['on line 12, where it waits for `Service.fetch`, which only that loop could run'],
  },
  'result-of-own-loop': { tells: ['`main` holds the event loop in `Future.result` on line 12'] },
  'result-with-timeout-in-loop': {
    tells: ['From 0.000 to 2.000', '`Future.result` on line 12'],
    never: ['Nothing can ever'],
  },
  'results-hidden-in-method': { tells: ['so did one more', 'line 12', 'nobody looks'] },
  'results-looked-at': { never: ['nobody looks', 'failed'] },
  'ring-of-tasks': {
    tells: ['`chicken` waits on line 8 for `egg`, which waits in `wait` on line 13 for `chicken`'],
  },
  'ring-of-two-locks': {
    tells: [/`transfer\(.*10\)` waits on line 14 for `.*`, held by `transfer\(.*20\)`, which/],
  },
  'run-until-complete-twice-lost-task': {
    tells: ['`background` was left unfinished when `main` ended at 0.000', 'line 4'],
  },
  'second-failure-of-gather': { never: ['nobody looks', 'never asked'] },
  'semaphore-made-per-call': {
    tells: [
      'Ten `fetch` tasks each made a `Semaphore` of their own on line 7',
      'nobody ever had to wait',
    ],
  },
  'semaphore-not-released': {
    tells: ['`slots`, held by `fetch(0)` and `fetch(1)`, which ended without releasing it'],
  },
  'serial-awaits': {
    tells: [
      '`main` awaited `fetch` three times on lines 10, 11 and 12, one after another: 3.000 s',
    ],
  },
  'serial-awaits-of-tasks': { tells: ['each made on line 11', 'one after another: 3.000 s'] },
  'server-beside-a-deadlock': { tells: ['serves at `127.0.0.1:9005`'] },
  'server-beside-failed-worker': {
    tells: [
      /^serving: `worker` failed with `KeyError: 'name'` on line 6/m,
      '`main` waits on line 15 for an item in `q`',
    ],
    never: ['not stuck'],
  },
  'server-beside-missed-wake': {
    tells: ['called `Event.set` on line 11 at 0.200', 'never went on'],
    never: ['not stuck'],
  },
  'server-that-does-not-read': { tells: ['the other end does not read', '`uploader`', 'line 12'] },
  'server-with-a-client': { never: ['serves', 'unfinished'] },
  'setter-fails-in-class': {
    tells: [
      '`self.ready` to be set',
      "`Service.start` had failed with `KeyError: 'port'` on line 11",
    ],
  },
  'sigint-cancels-main': {
    tells: ['`main` was cancelled at 0.500 by an interrupt (Ctrl+C)', 'line 7'],
  },
  'sleep-in-protocol': { tells: ['`Echo.data_received`'], never: ['main program'] },
  'sleep0-spin-waits-for-timer': { never: ['no end', 'blocked'] },
  'socket-pair-both-read': {
    tells: ['from `side(…, "b")`', 'from `side(…, "a")`'],
    never: ['from `main`', 'BaseSelector'],
  },
  'spin-until-process-done': { never: ['no end', 'blocked'] },
  'threading-locks-in-ring': {
    tells: [
      'thread `one` waits on line 8 for `b`, held by thread `two`',
      'which waits on line 14 for `a`, held by thread `one`',
    ],
  },
  'which-modules': {},
  'which-programs': { never: ['Nothing can ever'] },
  'small-pool-starved': { tells: ['Both threads of `pool`', 'three had to wait', '4.000 s'] },
  'subprocess-wait-500k': {
    tells: [
      /process `python .* waits in `write` on line 1 of its own program/,
      '`main` waits on line 6',
    ],
  },
  'suppressed-cancel': {
    tells: [
      '`poll` was cancelled at 1.500 by `main` on line 14, but it caught `CancelledError` on line 7 and went on',
    ],
  },
  'swallowed-cancel-hangs-exit': {
    tells: [
      '`worker` was cancelled at 2.500, when `main` had ended, but it caught `CancelledError` on line 7 and went on',
    ],
    never: ['left unfinished'],
  },
  'task-destroyed': { tells: ['`watch` was destroyed'] },
  'task-fails-heard': { never: ['never', 'failed'] },
  'task-fails-unheard': {
    tells: ["failed with `KeyError: 'total'` at 0.500 on line 6, and nobody ever asked"],
  },
  'task-group-member-fails': {
    tells: [
      'because `fetch("b", 1)` in the same task group had failed with `ValueError: no answer` on line 7',
    ],
  },
  'thread-cancelled-before-it-began': { never: ['did not stop', 'had to wait'] },
  'thread-outlives-time-limit': {
    tells: [
      'did not stop thread `asyncio_0`',
      'until 3.000',
      'time limit of `main` (`wait_for` on line 12)',
    ],
  },
  'threading-event-wait-in-main': {
    tells: ['`main` holds the event loop in `Event.wait` on line 15', '`answer`, due at 1.000'],
  },
  'threading-lock-in-tasks': {
    tells: ['`step("two")` holds the event loop', 'line 8', 'due at 0.200'],
  },
  'threadsafe-systemexit': {
    tells: [
      'the main program waits on line 16 for `f`',
      '`f` failed with `SystemExit: 1` on line 5',
      'ended the event loop of thread',
    ],
  },
  'threadsafe-wakes': { never: ['thread'] },
  'ticker-by-call-later': { tells: ['goes on', '`tick`', 'line 8'] },
  'timeout-around-gather': {
    tells: [
      'The time limit of `main` (`timeout` on line 9) was up at 1.500',
      '`fetch(2)` and `fetch(3)` were cancelled with it',
    ],
  },
  'timer-due-while-blocked': {
    tells: ['was up at 1.000 but could not fire until 3.000', '`time.sleep` on line 4'],
  },
  'to-thread-holds-exit': {
    tells: ['the program cannot end before its threads do', 'on line 8 for `stop` to be set'],
  },
  'top-level-await': {
    tells: ['`await` stands on line 7 outside any function', 'asyncio.run(main())'],
  },
  'words-on-stderr': { never: ['destroyed', 'awaited', 'retrieved', 'nobody'] },
  'limit-swallowed-by-task': {
    tells: ['cancelled `upload`, but `upload` caught `CancelledError` on line 7', 'until 3.500'],
    never: ['gave up'],
  },
  'limit-swallowed-in-block': {
    tells: ['it caught `CancelledError` on line 7 and went on until 1.400', 'no `TimeoutError`'],
    never: ['gave up'],
  },
  'limit-becomes-another-error': {
    tells: ["left with `KeyError: 'session'`", 'no `TimeoutError`'],
    never: ['gave up'],
  },
  'group-body-fails': {
    tells: [
      'the body of the task group in `main` had failed with `RuntimeError: no config` on line 14',
    ],
  },
  'group-grandchild-fails': {
    tells: [
      '`crawl` was cancelled at 0.200',
      '`parse` in the same task group had failed',
      'The body of the task group in `main` was cancelled',
    ],
    never: [/^cancelled: `main`/m],
  },
  'gather-cancelled-by-call-later': {
    tells: ['`fetch(2)` was cancelled at 1.500', 'a callback that `main` had scheduled on line 10'],
    never: ['`main` was cancelled'],
  },
  'cancelled-by-callbacks': {
    tells: [
      '`first` was cancelled at 0.500 by callback `stop` on line 10',
      '`second` was cancelled at 0.500 by callback `<lambda>` on line 19',
      /`third` was cancelled at 1.000 .*thread `Thread-1` .*on line 20/,
    ],
    never: ['main program'],
  },
  'callback-asks-failed-task': {
    tells: ['`show` failed with `PermissionError: read only` at 0.100 on line 10'],
  },
  'clean-up-fails-at-exit': {
    tells: ['`asyncio.run` had cancelled it at its end'],
    never: ['called by the loop'],
  },
  'semaphore-as-counter': {
    tells: ['`consumer` waits on line 6 for `items`'],
    never: ['held', 'holds'],
  },
  'setter-behind-lock': {
    tells: [
      '`holder` waits on line 6 for `ready`',
      '`setter` waits on line 11 for `lock`, held by',
    ],
    never: ['nothing is left'],
  },
  'clean-up-holds-exit': {
    tells: ['`session` ended only at 4.000, and `asyncio.run` waited for that'],
  },
  'loop-stopped-early': {
    tells: ['`watch` were left unfinished when the event loop was stopped at 0.500'],
    never: ['`main` ended'],
  },
  'task-with-own-cancel': { tells: ['by `main` on line 18'], never: ['line 7'] },
  'server-beside-an-event': { tells: ['serves at `127.0.0.1:8080`'], never: ['Deadlock'] },
  'workers-cancelled-and-gathered': { never: ['failed', 'nobody looks'] },
  'limits-while-polling': {
    tells: ['on line 7 (`wait_for`) was up six times, first at 0.200 and last at 0.600'],
  },
  'own-exception-handler': { tells: ['only the exception handler `report` was told'] },
  'failure-handled-before-deadlock': { tells: ['`main` waits on line 15'], never: ['no cache'] },
  'dependent-awaits': { never: ['one after another', 'in a row'] },
  'ticker-that-ends': { never: ['one after another', 'in a row'] },
  retries: { never: ['one after another', 'in a row'] },
  'wait-then-sleep': { never: ['one after another', 'in a row'] },
  'cancelled-at-two-events': {
    tells: ['while they waited in `Event.wait` on line 9'],
    never: ['closed #1'],
  },
  'coroutine-asked-for-in-thread': { never: ['at the same time'] },
  'runner-closed': {
    tells: [
      '`refresh` was left unfinished when the `asyncio.Runner` was closed on line 14 at 2.100',
    ],
    never: ['asyncio.run`'],
  },
  'subprocess-run-in-loop': { tells: ['`beat` ran 0.550 s late'], never: ['at the same time'] },
  'thread-computes': { tells: ['only one computes at a time'], never: ['loop’s call'] },
  'ticker-beside-event': { tells: ['Meanwhile `main` waits on line 12 for `stop` to be set'] },
  'results-counted-only': {
    tells: [
      '`upload #3` failed with `OSError: no room for b` at 0.100 on line 7: `gather` on line 12',
      '`gather` on line 14 put the exception into its list of results, where nobody looks at it',
    ],
  },
  'results-asked-of-tasks': { never: ['failed', 'nobody'] },
  'gather-goes-on-after-failure': {
    tells: [
      '`gather` on line 13 passed on the exception of `fetch(1)`',
      '`fetch(2)` and `fetch(3)` went on, and `fetch(2)` failed with `ConnectionError: lost after 2` at 2.000 on line 7',
    ],
  },
  'gathered-task-cancelled': {
    tells: [
      '`gather` on line 14 raised `CancelledError` in `main` at 0.500, because `fetch(3)` had been cancelled',
      '`fetch(1)` went on',
    ],
  },
  'cancelled-error-of-its-own': {
    tells: [
      '`give_up` ended with `CancelledError`, although nobody cancelled it: it raised the error itself on line 6',
      'it awaited `answer` on line 10, which was cancelled',
    ],
  },
  'shield-cancelled': {
    tells: [
      '`main` cancelled the `shield` round `save` on line 13 at 0.500',
      'went on until 2.000',
    ],
    never: ['`save` was cancelled'],
  },
  'shielded-from-limit': {
    tells: [
      '`saving` was not cancelled with it and went on until 2.000',
      '`save` was shielded from that',
    ],
  },
  'lock-of-threads-blocks-loop': {
    tells: [
      'in `main`, which waited for `guard`, held by thread `rebuilder`; `beat` ran 0.750 s late',
    ],
  },
  'lock-of-threads-changes-hands': {
    tells: ['thread `late` waits on line 19 for `lock`, held by thread `keeper`'],
    never: ['`brief`'],
  },
  'jobs-fail-heard': { never: ['nobody'] },
  'jobs-fail-unheard': {
    tells: [
      '`save`, which was given to a pool on line 13, failed with `OSError: no room for b` at 0.100 on line 9, and nobody ever asked',
      '`save`, which was given to a pool on line 14, failed with `OSError: no room for c`',
      'A future was given `OSError: no room for d`, raised in `save` on line 9',
    ],
  },
  'loop-stop-from-thread': {
    tells: ['thread `stopper` called `loop.stop` on line 10 at 0.500', 'it never stopped'],
  },
  'loop-thread-never-stopped': {
    tells: ['for thread `background` to end, which runs an event loop that has nothing to do'],
  },
  'loop-thread-stopped': {
    tells: ['its event loop runs no longer: the main program had it stop at 0.200 on line 16'],
  },
  'loop-thread-stopped-in-time': { never: ['stop'] },
  'pending-when-the-loop-was-stopped': {
    tells: [
      '`watch` still waited in `sleep` on line 5',
      'the main program had it stop at 0.500 on line 10',
    ],
  },
  'as-completed-with-limit': {
    tells: [
      'The time of `as_completed` on line 12 was up at 1.500: `fetch(2)` and `fetch(3)` were not done by then, and it does not cancel them',
    ],
  },
  'limits-round-calls': {
    tells: [
      'gave up waiting on line 8 for room in `queue`',
      'gave up waiting on line 12 for all items of `queue` to be done',
      'gave up waiting on line 18 for `changed` to be notified',
      'gave up waiting in `sleep` on line 22',
    ],
    never: ['an item'],
  },
  'never-awaited-and-kept': {
    tells: [
      '`notify` was called but never awaited on line 12',
      '`notify`, defined on line 4, was called but never awaited: nothing of it ran',
    ],
    never: ['line 11'],
  },
  'queue-of-an-earlier-loop': {
    tells: [
      '`serve` on line 14 could not wait at `inbox`',
      '`drain` had first waited at it on line 8',
    ],
  },
  'server-waits-for-its-clients': {
    tells: ['`main` waits in `Server.wait_closed` on line 14 for `handle`; and `handle` waits'],
  },
  'cancel-caught-by-async-with': {
    tells: [
      '`work #2` caught `CancelledError` on line 18 and returned at 0.700',
      '`work #3` was over at 0.300',
    ],
    never: ['`work #3` caught'],
  },
  'clean-up-of-member-fails': {
    tells: ['it failed at 0.100 with `RuntimeError: clean-up broke` on line 13'],
  },
  'eager-tasks-block': {
    tells: ['`time.sleep` on line 6 blocked the event loop three times, for 0.600 s in all'],
    never: ['computing'],
  },
  'event-cleared-too-early': {
    tells: ['`announce` had set it at 0.100, and it was cleared again at 0.100'],
  },
  'event-set-by-thread-timer': {
    tells: ['Thread `Thread-1` called `Event.set` at 0.400'],
    never: ['set_result'],
  },
  'items-of-async-generator': {
    tells: [
      '`feed`, which had put items into `queue`, failed with `EOFError: feed cut` on line 8',
      '`main` waits on line 13 for an item in `queue`',
    ],
  },
  'cancelled-by-a-limit-of-another': {
    tells: [
      '`use(…, 5)` ended with `CancelledError`, although nobody cancelled it: it awaited `load` on line 10, which had been cancelled when `use(…, 1)` stopped waiting for it',
    ],
    never: ['main program'],
  },
  'job-holds-exit': {
    tells: [
      '`main` ended at 1.000, but the program could not end before `report` in thread `asyncio_0` did, at 4.000',
    ],
  },
  'limit-with-slow-clean-up': {
    tells: ['as that took until 3.000 to stop, `TimeoutError` was raised only then'],
  },
  'thread-holds-exit': {
    tells: [
      '`main` ended at 0.500, but the program could not end before thread `backup` did, at 2.000',
    ],
  },
  'top-level-goes-on': { never: ['could not end'] },
  'loop-inside-a-loop': {
    tells: [
      '`loop.run_until_complete` on line 10 cannot start an event loop, because one runs already',
    ],
  },
  'task-without-a-loop': {
    tells: ['`asyncio.create_task` on line 8 needs an event loop that runs, and none does'],
  },
  'gather-of-itself': { tells: ['`main` waits in `gather` on line 10 for itself'] },
  'restarted-after-failure': { never: ['one after another'] },
  'locks-of-two-objects': {
    tells: [
      '`transfer(…, …, 1)` waits on line 8 for `b.lock`, held by `transfer(…, …, 2)`',
      'which waits on line 8 for `a.lock`, held by `transfer(…, …, 1)`',
    ],
  },
  'producers-ended-before-join': {
    tells: ['six never got their `task_done()`'],
    never: ['producer'],
  },
  'timer-callback-fails': {
    tells: ['`tick`, which `main` had scheduled on line 6, failed with `ZeroDivisionError'],
  },
  'timers-cancelled-before': {
    tells: [
      'the call of `Event.set`, due at 1.000, had been cancelled at 0.500 on line 10',
      'the timer of `<lambda>`, due at 2.000, had been cancelled at 0.500 on line 11',
    ],
  },
  'read-to-the-end-on-both-sides': {
    tells: ['for the end of what `handle` writes: `handle` has not closed its side'],
    never: ['nothing more has come'],
  },
  'serial-rounds-of-two-calls': {
    tells: ['awaited `geocode` and `forecast` four times on lines 19 and 20', 'in 0.700 s'],
  },
  'event-of-another-loop-cut-short': {
    tells: ['`use` on line 25 could not wait at `cache.ready`', '`Cache.warm` had first waited'],
  },
  'tasks-of-a-loop-never-run': {
    tells: ['`Client._send("hello")`, made on line 14, never began: no event loop ran it'],
    never: ['still waited', 'stopped for good', 'never awaited'],
  },
  'handler-fails-beside-waiting-client': {
    tells: ['`ChatServer.handle #4` had failed with'],
    never: ['`ChatServer.handle` had failed'],
  },
  'limit-ends-full-pipe': {
    tells: ['itself waited in `write` on line 1 of its own program', '`main` did not read'],
  },
  'coroutine-function-as-callback': {
    tells: ['was given to the event loop as a callback on line 15: the loop called it three times'],
  },
  'call-soon-from-thread-again-and-again': {
    tells: ['at 0.500 (the first of three that it missed)', 'ran only at 2.000'],
  },
  'serial-behind-a-lock': { never: ['together', 'one after another'] },
  'semaphore-of-another-loop-in-gather': {
    tells: ['`fetch #10` on line 7 could not wait at `sem`'],
    never: ['`crawl #7` on line 7'],
  },
  'sys-exit-in-a-task': {
    tells: [
      '`monitor` raised `SystemExit: memory limit reached` on line 7 at 1.000',
      '`main`, `worker(1)` and `worker(2)` were left unfinished when `monitor` ended the event loop',
    ],
    never: ['nobody ever asked', 'Five tasks'],
  },
  'read-at-the-end-again-and-again': {
    tells: ['the `await` on line 10 returns at once each time, without suspending it'],
    never: ['without an `await`'],
  },
  'limit-ends-child-that-reads': {
    tells: ['itself waited in `read`', 'for more from its stdin, which `main` had not closed'],
  },
  'threadsafe-error-unheard': {
    tells: ["failed with `KeyError: 'email'` at 0.100", 'on line 15, and nobody ever asked'],
  },
  'threadsafe-errors-heard': { never: ['nobody ever asked'] },
  'loop-stop-heard-late': { tells: ['it stopped only at 5.000'], never: ['never stopped'] },
  'many-failed-alike': {
    tells: [/\d `report` tasks failed on the same line, the first of them at 0\.000/],
    never: [/unheard.*\nunheard/],
  },
  'swallowed-cancel-beside-limits': {
    tells: ['`reader` was cancelled at 0.700 by `main` on line 14, but it caught `CancelledError`'],
  },
};
