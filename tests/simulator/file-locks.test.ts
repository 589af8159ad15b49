/** `fcntl.flock`: who opened a file has the lock on it, and whoever opens it again waits. */
import { expect, it } from 'vitest';
import { transcriptOf } from './run-python.ts';

it('refuses or keeps waiting who opened the file for himself, until the lock is given back', async () => {
  const transcript = await transcriptOf(`
    import fcntl, os, threading, time

    one, other = open("lock", "w"), open("lock", "w")
    fcntl.flock(one, fcntl.LOCK_EX)
    try:
        fcntl.flock(other, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError as error:
        print(error)
    threading.Timer(1, fcntl.flock, (one, fcntl.LOCK_UN)).start()
    fcntl.flock(other, fcntl.LOCK_EX)
    print("given back")
    copy = os.dup(other.fileno())
    threading.Timer(1, other.close).start()
    threading.Timer(2, os.close, (copy,)).start()
    fcntl.flock(one, fcntl.LOCK_EX)
    print("closed, and its copy as well")
  `);
  expect(transcript).toBe(
    `[   0.000] [Errno 11] Resource temporarily unavailable
[   1.000] given back
[   3.000] closed, and its copy as well
[   3.000]= exit 0`,
  );
});

it('lets one process at a time do what it guards', async () => {
  const transcript = await transcriptOf(`
    import subprocess, sys

    guarded = """if True:
        import fcntl, sys, time
        with open("lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            time.sleep(1)
            print(sys.argv[1], flush=True)
    """
    for process in [subprocess.Popen([sys.executable, "-c", guarded, name]) for name in "abc"]:
        process.wait()
  `);
  expect(transcript).toBe('[   1.000] a\n[   2.000] b\n[   3.000] c\n[   3.000]= exit 0');
});
