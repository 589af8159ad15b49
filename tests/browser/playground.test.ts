import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { eventually, paste, settled, wake } from './chapter-page.ts';
import { usePlayground } from './playground-page.ts';

const open = usePlayground();

const WITH_ARGS = 'import random, sys\nprint(sys.argv[1:], random.random())';

describe('a program of one’s own', () => {
  it('is written, run with Ctrl+Enter, and shown with its times and its picture', async () => {
    const { page, write, lines } = await open();
    await write('import asyncio\nasyncio.run(asyncio.sleep(5, print("<b>hi</b>")))');
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-kind="ending"]').waitFor();
    expect(await lines.allInnerTexts()).toEqual([
      expect.stringMatching(/^0\.000\s+<b>hi<\/b>$/),
      expect.stringMatching(/^5\.000\s+■\s+Ended\.$/),
    ]);
    await page.locator('.playground-right svg.ls-timeline-drawing').first().waitFor();
  });

  it('is shown in colour at once to who comes first, and edited from the first touch', async () => {
    const { page, requests, text } = await open({ path: 'playground/#' });
    const code = page.locator('.playground-editor');
    await code.locator('.code-keyword').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(requests.filter((path) => /monaco|engine/.test(path))).toEqual([]);
    await page.getByRole('textbox', { name: 'Code: main.py' }).waitFor();
    await code.getByText('brewing').click();
    // At once, where the editor has yet to open.
    await page.keyboard.type('42');
    await code.locator('.view-lines').waitFor();
    await eventually(text).toMatch(/print\(f".*42.* \{drink\}"\)/);
    await page.keyboard.type('43');
    await eventually(text).toContain('4243');
  });

  it.each([
    ['a newcomer', '', true],
    ['who comes with a program', '#p1.AA', false],
  ])('is there before its code is, for %s: %s', async (_, fragment, isShown) => {
    const { page } = await open({
      path: `playground/${fragment}`,
      prepare: (context) => context.route('**/_astro/playground.*.js', () => {}),
    });
    const opening = page.locator('.playground-opening');
    await opening.getByText('brewing').waitFor({ state: 'attached' });
    expect(await opening.isVisible()).toBe(isShown);
  });

  it('opens on the recorded run of its program, without Python, until that is another', async () => {
    const { page, requests, lines, write } = await open({ path: 'playground/#' });
    await page.getByText('Output of a recorded run').waitFor();
    await page.getByText('waited at the same time: 3.000 s instead of 4.000 s').waitFor();
    await page.locator('.playground-right svg.ls-timeline-drawing').first().waitFor();
    expect(await lines.allInnerTexts()).toContainEqual(
      expect.stringMatching(/3\.000\s+tea is ready/),
    );
    expect(requests.filter((path) => /monaco|engine/.test(path))).toEqual([]);
    await write('print(1)');
    await page.getByText('Press Run').waitFor();
    expect(await lines.count()).toBe(0);
  });

  it('is given its arguments and its seed', async () => {
    const { page, write, lines, run } = await open();
    await write(WITH_ARGS);
    const seed = page.getByLabel('seed', { exact: true });
    await page.getByLabel('Arguments').fill('--name "Ada L."');
    await run();
    const first = await lines.first().textContent();
    expect(first).toContain("['--name', 'Ada L.']");
    await seed.fill('7');
    await run();
    await eventually(() => lines.first().textContent()).not.toBe(first);
    await seed.fill('seven');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByText('The seed must be a whole number').waitFor();
    await seed.fill('0');
    await page.getByLabel('Arguments').fill('"Ada');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByText('no closing "').waitFor();
  });

  it('can be stopped in a loop that never ends, with what it printed', async () => {
    const { write, button, lines } = await open();
    await write('print("before", flush=True)\nwhile True: pass');
    await button('Run').click();
    await lines.getByText('before').waitFor();
    await button('Stop').first().click();
    await lines.getByText('Stopped by you.').waitFor();
    expect(await lines.first().textContent()).toContain('before');
    await button('Run').waitFor();
  });

  it('runs once by a double click, which does not stop it', async () => {
    const { page, lines } = await open();
    await page.locator('.snippet-run').dblclick();
    await lines.getByText('Ended.').waitFor();
  });

  it('points at no moment where there is no picture to show it', async () => {
    const { page, write, run } = await open();
    await write('import time\ntime.sleep(1)\n1 / 0');
    await run();
    await page.locator('.verdict').getByText('ZeroDivisionError').waitFor();
    expect(await page.locator('.verdict button').count()).toBe(0);
  });

  it('has the line marked that an exception came from', async () => {
    const { write, run, page, lines } = await open();
    await write('x = 1\n\nraise ValueError("no")');
    await run();
    await lines.getByText('Ended by a ValueError on line 3.').waitFor();
    const mark = await page.locator('.snippet-mark').boundingBox();
    const line = await page.locator('.view-line').nth(2).boundingBox();
    expect(Math.abs((mark?.y ?? 0) - (line?.y ?? 99))).toBeLessThan(2);
  });

  it('can be shared: its recording, and its picture as SVG and PNG', async () => {
    const { page, run, button } = await open();
    await run();
    await button('Share').click();
    await page.getByRole('img', { name: 'Timeline of main.py' }).waitFor();
    const download = async (name: string) => {
      const downloading = page.waitForEvent('download');
      await button(name).click();
      const file = await downloading;
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    };
    const json = await download('Save the recording');
    expect(json.name).toBe('main.json');
    expect(JSON.parse(json.bytes.toString())).toMatchObject({ version: 2, endedNs: 3e9 });
    const svg = await download('Save as SVG');
    expect(svg.bytes.toString()).toMatch(/^<svg xmlns.*espresso.*<\/svg>\n$/s);
    expect(svg.bytes.toString()).not.toContain('class=');
    expect(svg.bytes.toString()).toMatch(/>main\.py<.*>in flight: .*playground\//s);
    expect(svg.bytes.toString()).toContain(
      '>tea and espresso waited at the same time: 3.000 s instead of 4.000 s.<',
    );
    const png = await download('Save as PNG');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.length).toBeGreaterThan(5_000);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await button('Copy the picture').click();
    await page.getByText('Copied.').waitFor();
    const copied = () =>
      page.evaluate(async () => (await navigator.clipboard.read())[0]?.types.join());
    expect(await copied()).toBe('image/png');
  });

  it('can be shared as a video of its picture, or not after all', async () => {
    const { page, button } = await open();
    await button('Share').click();
    const downloading = page.waitForEvent('download', { timeout: 20_000 });
    await button('Save as video').click();
    const progress = page.getByRole('progressbar', { name: 'Recording the video' });
    await eventually(async () => Number(await progress.getAttribute('value')) > 0.2).toBe(true);
    const file = await downloading;
    expect(file.suggestedFilename()).toBe('main.webm');
    const bytes = await readFile(await file.path());
    expect(bytes.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
    // As long as it was recorded, and not as one frame.
    expect(bytes.length).toBeGreaterThan(10_000);
    await button('Save as video').click();
    await button('Cancel').click();
    await button('Save as video').waitFor();
    expect(await page.getByRole('dialog').getByRole('alert').count()).toBe(0);
  });
});

describe('tabs', () => {
  it('survive a reload, with their names, their programs and which one was shown', async () => {
    const { page, write, button, tabs, text, ready } = await open();
    await button('New program').click();
    await write('print("second")');
    await button('Rename main-2.py').click();
    await page.keyboard.insertText('second');
    await page.keyboard.press('Enter');
    expect(await tabs()).toBe('main.py [second.py]');
    await page.reload();
    await ready();
    expect(await tabs()).toBe('main.py [second.py]');
    expect(await text()).toBe('print("second")');
  });

  it('can be closed, and be brought back', async () => {
    const { page, write, button, tabs, text } = await open();
    await write('print("mine")');
    await button('Close main.py').click();
    await eventually(text).toBe('');
    await button('Undo').click();
    await eventually(text).toBe('print("mine")');
    expect(await tabs()).toBe('[main.py]');
    expect(await page.getByText('Closed main.py').count()).toBe(0);
  });

  it('run on while the picture of another plays', async () => {
    const { page, write, run, button, lines } = await open();
    await run();
    await button('New program').click();
    await write('print("before", flush=True)\nwhile True: pass');
    await button('Run').click();
    await lines.getByText('before').waitFor();
    await button('main.py').click();
    await page.locator('.rv').getByRole('button', { name: 'Pause' }).waitFor();
    await button('main-2.py').click();
    await lines.getByText('before').waitFor();
    await button('Stop').first().waitFor();
  });

  it('keep their editors: undo works after a look at another', async () => {
    const { page, write, button, text } = await open();
    await write('one');
    await button('New program').click();
    await button('main.py').click();
    await page.locator('.playground-editor:not([hidden]) .view-lines').click();
    await page.keyboard.press('ControlOrMeta+Z');
    await eventually(text).toContain('import asyncio');
  });

  it('last as long as the page where storage is forbidden, and say so', async () => {
    const { write, notice, text } = await open({
      prepare: (context) =>
        context.addInitScript(() => {
          const { setItem } = Storage.prototype;
          Storage.prototype.setItem = function (key, value) {
            if (key.startsWith('loopscope:')) throw new DOMException('full', 'QuotaExceededError');
            setItem.call(this, key, value);
          };
        }),
    });
    await write('print(1)');
    await notice.getByText('does not let the page store your programs').waitFor();
    expect(await text()).toBe('print(1)');
  });
});

describe('examples and files', () => {
  it('opens an example of the course, found by what is in it', async () => {
    const { page, button, tabs, text, requests } = await open();
    expect(requests.filter((path) => path.endsWith('examples.json'))).toEqual([]);
    await button('Examples').click();
    await page.getByLabel('Find an example').fill('espresso first');
    await button('First await').click();
    await eventually(tabs).toBe('main.py [first_await.py]');
    expect(await text()).toContain('await asyncio.sleep(3)');
  });

  it('opens a file, dropped or chosen, and refuses what is no program', async () => {
    const { page, tabs, text, notice } = await open();
    const choose = (name: string, text: string | Buffer) =>
      page
        .locator('input[type="file"]')
        .setInputFiles({ name, mimeType: 'text/x-python', buffer: Buffer.from(text) });
    await choose('café.py', 'print("é")\r\n');
    await eventually(tabs).toBe('main.py [café.py]');
    expect(await text()).toBe('print("é")\n');
    await drop(page, 'dropped.py', 'print("dropped")');
    await eventually(tabs).toBe('main.py café.py [dropped.py]');
    await choose('photo.png', 'x');
    await notice.getByText('ends in .py, found “photo.png”').waitFor();
    await choose('latin.py', Buffer.from([0x22, 0xe9, 0x22]));
    await notice.getByText('cannot be read, by Python neither: Non-UTF-8 code').waitFor();
    expect(await tabs()).toBe('main.py café.py [dropped.py]');
    await page.locator('input[type="file"]').setInputFiles([
      { name: 'one.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
      { name: 'two.py', mimeType: 'text/x-python', buffer: Buffer.from('print(2)') },
      { name: 'three.py', mimeType: 'text/x-python', buffer: Buffer.from('\0') },
    ]);
    await eventually(tabs).toBe('main.py café.py dropped.py [two.py]');
    await notice.getByText('found “one.txt”. “three.py” cannot be read').waitFor();
  });

  it('saves the program under its name', async () => {
    const { page, write, button } = await open();
    await write('print("saved")');
    const downloading = page.waitForEvent('download');
    await button('Save').click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe('main.py');
    expect(await readFile(await file.path(), 'utf8')).toBe('print("saved")');
  });
});

describe('a shared link', () => {
  it('shows the program in a new tab, runs nothing, and is spent', async () => {
    const author = await open();
    await author.write(WITH_ARGS);
    await author.page.getByLabel('Arguments').fill('--n 3');
    await author.page.getByLabel('seed').fill('7');
    await author.run();
    const printed = await author.lines.first().textContent();
    const fragment = new URL(await author.link()).hash;

    const { page, tabs, text, run, lines, notice, ready } = await open({
      path: `playground/${fragment}`,
    });
    await notice.getByText('Nothing of it has been run').waitFor();
    expect(await tabs()).toBe('main.py [main-2.py]');
    expect(await text()).toBe(WITH_ARGS);
    await page.getByText('Output of a run recorded in the link').waitFor();
    expect(await lines.first().textContent()).toBe(printed);
    expect(new URL(page.url()).hash).toBe('');
    await run();
    await page.locator('.snippet-output-title').getByText('Output', { exact: true }).waitFor();
    expect(await lines.first().textContent()).toBe(printed);
    await page.reload();
    await ready();
    expect(await tabs()).toBe('main.py [main-2.py]');
  });

  it('stands where its author has put the playhead, if the author wants that', async () => {
    const author = await open({ reducedMotion: 'reduce' });
    await author.write('import asyncio\nasyncio.run(asyncio.sleep(1, print("hi")))');
    await author.run();
    await author.page.locator('.rv-scrubber').waitFor();
    const fragmentOf = async () => new URL(await author.link()).hash;
    const still = await fragmentOf();
    await author.page.locator('.rv-scrubber').focus();
    await author.page.keyboard.press('Home');
    for (let step = 0; step < 3; step++) await author.page.keyboard.press('ArrowRight');
    const clock = author.page.locator('.rv-clock');
    expect(await clock.textContent()).toContain('step 3 of');
    const moved = await fragmentOf();
    expect(moved).not.toBe(still);
    await author.button('Share').click();
    await author.page.getByLabel('Open it where the playhead stands').uncheck();
    await eventually(async () => {
      const link = await author.page.getByLabel('link', { exact: true }).inputValue();
      return new URL(link).hash;
    }).toBe(still);
    expect(await author.page.getByLabel('HTML').inputValue()).toContain(still);

    const reader = await open({ path: `playground/${moved}` });
    await reader.notice.getByText('Its run opens at the moment that was shared.').waitFor();
    await eventually(() => reader.page.locator('.rv-clock').textContent()).toContain('step 3 of');
    expect(await reader.lines.count()).toBeGreaterThan(0);
  });

  it('that is broken or hostile says so, and changes nothing', async () => {
    const { page, notice, tabs, text } = await open();
    const before = await text();
    const bomb = deflateRawSync(Buffer.alloc(20_000_000, 32)).toString('base64url');
    for (const [fragment, message] of [
      ['p1.AAAA', 'it is damaged'],
      ['p9.AAAA', 'found version 9'],
      [`p1.${bomb}`, 'unpacks to more'],
      ['p1.<img src=x onerror=alert(1)>', 'it is damaged'],
    ] as const) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, fragment);
      await notice.getByText(message).waitFor();
    }
    expect(await tabs()).toBe('[main.py]');
    expect(await text()).toBe(before);
  });

  it('is refused, in words, for a program that is too long', async () => {
    const { page, button, write } = await open();
    let source = '';
    for (let at = 0; at < 12_000; at++) source += `${((at * 2654435761) >>> 5).toString(36)}\n`;
    await write(source);
    await button('Share').click();
    await page.getByText('too long for a link').waitFor();
  });

  it('is copied, and its size told', async () => {
    const { page, button } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await button('Share').click();
    await page.getByText(/^\d+ characters\.$/).waitFor();
    await button('Copy link').click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#p1\.[\w-]+$/);
  });

  it('made after a run carries its recording, which is shown as one until the program is run', async () => {
    const author = await open();
    await author.write('import asyncio\nasyncio.run(asyncio.sleep(2, print("once")))');
    await author.run();
    const fragment = new URL(await author.link()).hash;
    expect(fragment.length).toBeLessThan(6_000);
    const { page, lines, notice } = await open({ path: `playground/${fragment}` });
    await page.getByText('Output of a run recorded in the link').waitFor();
    await lines.getByText('once').waitFor();
    await page.locator('.playground-right svg.ls-timeline-drawing').first().waitFor();
    // Python may be on its way, for the editor is open; nothing has been run.
    expect(await notice.textContent()).toContain('Nothing of it has been run here');
    expect(await page.getByText('Output of a run recorded in the link').isVisible()).toBe(true);
    const embed = await open({ path: `embed/${fragment}` });
    await embed.lines.getByText('once').waitFor();
    const cut = await open({ path: `playground/${fragment.slice(0, -8)}` });
    expect(await cut.text()).toContain('sleep(2');
    expect(await cut.lines.count()).toBe(0);
  });

  it('goes to its tab when it is followed again', async () => {
    const author = await open();
    await author.write('print("followed")');
    const { hash } = new URL(await author.link());
    const { page, tabs, notice } = await open({ path: `playground/${hash}` });
    await eventually(tabs).toBe('main.py [main-2.py]');
    for (let times = 0; times < 3; times += 1) {
      await page.locator('.playground-tab-name').first().click();
      await eventually(tabs).toBe('[main.py] main-2.py');
      await page.evaluate((to) => location.assign(to), hash);
      await eventually(tabs).toBe('main.py [main-2.py]');
    }
    expect(await notice.textContent()).toContain('Opened from a link');
  });

  it('leads from a snippet, as the reader has it, to the playground', async () => {
    const { page, tabs, text } = await open({ path: 'coroutines/whole/' });
    const snippet = page.locator('[data-snippet="coroutines/first-await"]');
    await wake(snippet);
    await snippet.getByRole('button', { name: 'Open in the playground' }).click();
    await page.waitForURL('**/playground/**');
    await eventually(tabs).toBe('main.py [first_await.py]');
    expect(await text()).toContain('await asyncio.sleep(3)');
  });
});

describe('an embed', () => {
  it('shows the program of its link, in the theme asked for, and runs it when asked', async () => {
    const author = await open();
    await author.write('print("<i>embedded</i>")');
    const fragment = new URL(await author.link()).hash;
    const { page, lines, run, requests } = await open({ path: `embed/?theme=dark${fragment}` });
    await page.locator('.snippet-listing').getByText('embedded').waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(requests.filter((path) => /engine|monaco/.test(path))).toEqual([]);
    expect(await lines.count()).toBe(0);
    await run();
    expect(await lines.first().textContent()).toContain('<i>embedded</i>');
    const link = await page.getByRole('link').getAttribute('href');
    expect(link).toContain(`/playground/${fragment}`);
  });

  it.each([
    ['beside each other', 720, 420],
    ['beneath each other', 390, 600],
  ])('has code in colour and picture in a frame of its own size, %s', async (_, width, height) => {
    const author = await open();
    const fragment = new URL(await author.link()).hash;
    const { page, run } = await open({ path: `embed/${fragment}` });
    await page.setViewportSize({ width, height });
    const code = page.locator('.snippet-code');
    await code.waitFor();
    expect(await code.locator('.code-keyword').count()).toBeGreaterThan(0);
    const ink = (selector: string) =>
      code
        .locator(selector)
        .first()
        .evaluate((part) => getComputedStyle(part).color);
    expect(await ink('.code-keyword')).not.toBe(await ink('code'));
    await run();
    const picture = page.locator('.rv-scroller');
    await picture.waitFor();
    const clipped = await page
      .locator('.snippet-code, .rv-scroller, .rv-below')
      .evaluateAll(
        (parts) => parts.filter((part) => part.scrollHeight > part.clientHeight + 1).length,
      );
    expect(clipped).toBe(0);
    const box = await picture.boundingBox();
    expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    if (width < 640) return;
    const text = await code.boundingBox();
    expect(box?.x ?? 0).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 999));
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(
      height,
    );
  });

  it('runs to its end though the picture of its recorded run comes while Python is prepared', async () => {
    const author = await open();
    const fragment = new URL(await author.link()).hash;
    const { page, button, lines } = await open({
      path: `embed/${fragment}`,
      async prepare(context) {
        const asked = Promise.withResolvers<void>();
        const pictured = Promise.withResolvers<void>();
        await context.exposeFunction('pictureMayCome', asked.resolve);
        await context.exposeFunction('pythonMayCome', pictured.resolve);
        await context.route('**/run-view*.js', async (route) => {
          await asked.promise;
          await route.continue();
        });
        await context.route('**/boot-image.bin', async (route) => {
          await pictured.promise;
          await route.continue();
        });
      },
    });
    await page.locator('.run-side').waitFor();
    await button('Run').click();
    await button('Stop').waitFor();
    await page.evaluate('pictureMayCome()');
    await page.locator('.rv-scroller').waitFor();
    await page.evaluate('pythonMayCome()');
    await lines.getByText('Ended.').waitFor();
    await button('Run').waitFor();
  });

  it('can be edited and run where it stands, and its link to the playground goes along', async () => {
    const author = await open();
    await author.write('print("as it came")');
    const fragment = new URL(await author.link()).hash;
    const { page, lines, button, run } = await open({ path: `embed/${fragment}` });
    await button('Edit').click();
    const editor = page.locator('.snippet-code[data-mode="editing"]');
    await editor.waitFor();
    await page.keyboard.press('ControlOrMeta+A');
    await settled(page);
    await paste(page, 'print("as the reader has it")');
    await page.locator('.snippet-edited').waitFor();
    expect(await lines.count()).toBe(0);
    await run();
    expect(await lines.first().textContent()).toContain('as the reader has it');
    await button('Done editing').click();
    await page.locator('.snippet-listing').getByText('as the reader has it').waitFor();
    const link = page.getByRole('link', { name: 'Open in Loopscope' });
    await eventually(
      async () => (await link.getAttribute('href')) !== `/playground/${fragment}`,
    ).toBe(true);
    const taken = await open({
      path: `playground/${new URL(String(await link.getAttribute('href')), page.url()).hash}`,
    });
    expect(await taken.text()).toContain('as the reader has it');
    await button('Reset').click();
    await page.locator('.snippet-listing').getByText('as it came').waitFor();
    await eventually(async () => (await link.getAttribute('href'))?.endsWith(fragment)).toBe(true);
  });

  it('says so where its link is broken or names no program', async () => {
    const broken = await open({ path: 'embed/#p1.AA' });
    await broken.page.getByText('This link cannot be opened').waitFor();
    const none = await open({ path: 'embed/' });
    await none.page.getByText('No program').waitFor();
    expect(await none.page.locator('html').getAttribute('data-theme')).toBe('light');
  });
});

describe('an embed in a frame with a sandbox', () => {
  it('says what keeps it from running, and how that is put right', async () => {
    const author = await open();
    await author.write('print("in a frame")');
    const fragment = new URL(await author.link()).hash;
    // Its files are refused to it: the console says so.
    const { page } = await open({ path: 'embed/', complains: true });
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = src;
      document.body.replaceChildren(frame);
    }, `/embed/${fragment}`);
    const note = page.frameLocator('iframe').getByText('cannot run in this frame');
    await note.waitFor();
    expect(await note.textContent()).toContain('sandbox="allow-scripts allow-same-origin"');
  });

  it('says nothing of it where it may run', async () => {
    const { page } = await open({ path: 'embed/' });
    await page.getByText('No program').waitFor();
    expect(await page.getByText('cannot run in this frame').isVisible()).toBe(false);
  });
});

describe('on a telephone', () => {
  it('shows editor or output, in a plain text area, and never scrolls sideways', async () => {
    const { page, write, run, button, lines, requests } = await open({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 800 },
    });
    await write('print("by thumb" * 40)');
    expect(await fits(page)).toBe(true);
    await run();
    await lines.getByText('by thumb').waitFor();
    expect(await page.locator('.playground-editor').first().isVisible()).toBe(false);
    expect(await fits(page)).toBe(true);
    await button('Editor').click();
    expect(await page.locator('.playground-editor').first().isVisible()).toBe(true);
    await button('Share').click();
    await button('Copy link').waitFor();
    expect(await fits(page)).toBe(true);
    expect(requests.filter((path) => path.includes('monaco'))).toEqual([]);
  });

  it('fits 320 pixels', async () => {
    const { page } = await open({ viewport: { width: 320, height: 640 } });
    expect(await fits(page)).toBe(true);
  });
});

describe('with the keyboard alone', () => {
  it('goes from the editor to Run, between tabs, and through a dialogue and back', async () => {
    const { page, button, write, tabs } = await open();
    await write('print(1)');
    await page.keyboard.press('Escape');
    await settled(page);
    await eventually(() => focused(page)).toBe('Run');
    await page.keyboard.press('Enter');
    await page.locator('[data-kind="ending"]').waitFor();
    await button('New program').focus();
    await page.keyboard.press('Enter');
    await eventually(tabs).toBe('main.py [main-2.py]');
    await settled(page);
    await button('main-2.py').focus();
    await page.keyboard.press('ArrowLeft');
    await eventually(tabs).toBe('[main.py] main-2.py');
    await eventually(() => focused(page)).toBe('main.py');
    await page.keyboard.press('F2');
    await page.keyboard.insertText('first');
    await page.keyboard.press('Enter');
    await eventually(() => focused(page)).toBe('first.py');
    await button('Examples').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Find an example').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => focused(page)).toBe('Examples');
  });
});

it('is said to need JavaScript where there is none', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.getByText('The playground needs JavaScript').waitFor();
});

function fits(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
}

function drop(page: Page, name: string, text: string): Promise<void> {
  return page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      const on = document.querySelector('.playground-editor:not([hidden]) .view-lines');
      for (const type of ['dragover', 'drop']) {
        on?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, text] as const,
  );
}

describe('the run of a program', () => {
  it('is shown whole, and goes back in time with its code and its output', async () => {
    const { page, run, lines, write } = await open();
    await write(
      'import asyncio\n\nasync def main():\n    print("first")\n    await asyncio.sleep(2)\n    print("second")\n\nasyncio.run(main())\n',
    );
    await run();
    const view = page.getByRole('group', { name: 'The run', exact: true });
    await view.waitFor();
    const printed = () => lines.and(page.locator(':not([data-waiting])')).count();
    await view.getByRole('slider').first().focus();
    await page.keyboard.press('Home');
    await eventually(printed).toBe(0);
    for (let step = 0; step < 12 && (await printed()) === 0; step += 1) {
      await page.keyboard.press('ArrowRight');
      await settled(page);
    }
    expect(await printed()).toBe(1);
    expect(await page.locator('.playground-editor .snippet-mark[data-state]').count()).toBe(1);
    await page.keyboard.press('End');
    await eventually(printed).toBe(3);
  });
});
