/** What the site does where something of the browser's, or of its own, is missing or broken. */
import type { BrowserContext } from 'playwright';
import { describe, expect, it } from 'vitest';
import { usePlayground } from './playground-page.ts';

const open = usePlayground();

const COUNTER =
  'import asyncio\n\nasync def main():\n    await asyncio.sleep(2)\n    print("two seconds")\n\nasyncio.run(main())\n';
const THREAD = 'import asyncio, time\n\nasyncio.run(asyncio.to_thread(time.sleep, 1))\n';

/** Enough for a machine that has other things to do. */
const PLAIN_BOOT_MS = 60_000;

async function printsAfter(prepare: (context: BrowserContext) => Promise<unknown>) {
  const { page, write, run, lines } = await open({ prepare, complains: true });
  await write(COUNTER);
  await run();
  await lines.getByText('two seconds').waitFor({ timeout: PLAIN_BOOT_MS });
  return page;
}

describe('the boot image', () => {
  it('is not needed: without it Python boots plainly', async () => {
    await printsAfter((context) =>
      context.route('**/boot-image.bin', (route) => route.fulfill({ status: 404 })),
    );
  });

  it('is not trusted: a broken one is left alone', async () => {
    await printsAfter((context) =>
      context.route('**/boot-image.bin', async (route) => {
        const body = await (await route.fetch()).body();
        await route.fulfill({ body: body.subarray(0, body.length / 2) });
      }),
    );
  });
});

describe('a browser that cannot switch stacks', () => {
  const withoutStackSwitching = (context: BrowserContext) =>
    context.route('**/browser-worker*.js', async (route) => {
      const without = 'delete WebAssembly.Suspending; delete WebAssembly.promising;\n';
      try {
        const response = await route.fetch();
        await route.fulfill({ response, body: without + (await response.text()) });
      } catch {
        // A spare engine is asked for until the page closes.
      }
    });

  it('runs what needs no thread', async () => {
    await printsAfter(withoutStackSwitching);
  });

  it('says which browsers can, where a program starts a thread', async () => {
    const { write, run, lines } = await open({ prepare: withoutStackSwitching });
    await write(THREAD);
    await run();
    await lines
      .getByText(/cannot switch stacks \(Chromium 137/)
      .first()
      .waitFor();
  });
});

it('a worker that dies is told of, and the next run works', async () => {
  let dead = true;
  const { page, write, run, button, lines, text } = await open({
    complains: true,
    prepare: (context) =>
      context.route('**/browser-worker*.js', (route) =>
        dead
          ? route.fulfill({
              body: 'throw new Error("out of order")',
              contentType: 'text/javascript',
            })
          : route.continue(),
      ),
  });
  await write(COUNTER);
  await button('Run').click();
  await page
    .getByText(/could not be started/)
    .first()
    .waitFor();
  expect(await text()).toBe(COUNTER);
  dead = false;
  await run();
  await lines.getByText('two seconds').waitFor();
});

it('storage that is full loses no program, and says so', async () => {
  const { page, write, text, notice } = await open({
    // The theme switch of Starlight complains too.
    complains: true,
    prepare: (context) =>
      context.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('the quota has been exceeded', 'QuotaExceededError');
        };
      }),
  });
  await write(COUNTER);
  await notice.first().waitFor();
  expect(await text()).toBe(COUNTER);
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.locator('.snippet-lines').getByText('two seconds').waitFor();
});

it('a browser without service workers or IndexedDB has the rest', async () => {
  await printsAfter((context) =>
    context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    }),
  );
});

/** Each tries to run `hostile()` in the page by becoming markup. */
const MARKUP = '<img src=x onerror="hostile()"><script>hostile()</script>';

it('what a program prints, names and raises stays text', async () => {
  const { page, write, run, lines } = await open({
    prepare: (context) =>
      context.addInitScript(() => {
        Object.assign(window, { hostile: () => document.body.setAttribute('data-hostile', '') });
      }),
  });
  const literal = JSON.stringify(MARKUP);
  await write(
    `import asyncio\n\nasync def main():\n    print(${literal})\n    asyncio.current_task().set_name(${literal})\n    lock = asyncio.Lock()\n    await asyncio.create_task(asyncio.sleep(1), name=${literal})\n    raise ValueError(${literal})\n\nasyncio.run(main())\n`,
  );
  await run();
  await lines.getByText(`ValueError: ${MARKUP}`).first().waitFor();
  expect(await page.locator('[data-hostile]').count()).toBe(0);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});
