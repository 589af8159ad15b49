import { expect, it } from 'vitest';
import { transcriptOf } from './run-python.ts';

it('collects garbage while threads stand still at different depths of their stacks', async () => {
  const transcript = await transcriptOf(`
    import gc, threading, time

    def at_depth(depth, action):
        # Through map(), each level is also one of the C stack.
        if depth:
            list(map(lambda _: at_depth(depth - 1, action), [0]))
        else:
            action()

    def litter(number):
        for generation in (0, 1, 2):
            time.sleep(0.1 * (number % 7) + 0.01)
            garbage = [[] for _ in range(3000)]
            for each in garbage:
                each.append(garbage)
            del garbage, each
            gc.collect(generation)

    threads = [
        threading.Thread(target=at_depth, args=(number % 10, lambda number=number: litter(number)))
        for number in range(30)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("alive")
  `);
  expect(transcript).toBe('[   1.830] alive\n[   1.830]= exit 0');
});
