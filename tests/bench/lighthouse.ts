/**
 * `npm run lighthouse`: what Google's Lighthouse says of the pages that most readers open, as a
 * desktop and as a phone would load them. Fails where a score is below what is promised. The tool itself is fetched when it is needed; it would
 * double what everyone has to install.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from '../browser/find-chromium.ts';
import { serveDist } from '../browser/serve-dist.ts';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const PAGES = ['', 'coroutines/together/', 'glossary/', 'flashcards/', 'playground/'];
const FORMS = ['desktop', 'phone'] as const;
const LEAST = {
  desktop: { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 },
  phone: { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 },
} as const;

type Category = keyof typeof LEAST.desktop;
type Scores = Record<Category, number>;

const CHROMIUM_FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic'];

const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const wanted = process.argv.slice(2);
const site = await serveDist({
  folder: 'dist',
  base: process.env['BASE_PATH'] ?? '/',
  compress: true,
});
let kept = true;
try {
  for (const form of FORMS) {
    for (const page of PAGES.filter((page) => wanted.length === 0 || wanted.includes(page))) {
      const scores = await measure(`${site.url}${page}`, form);
      const below = categories().filter((category) => scores[category] < LEAST[form][category]);
      kept &&= below.length === 0;
      const figures = categories().map((category) => `${category} ${scores[category]}`);
      const verdict = below.length > 0 ? `  too low: ${below.join(', ')}` : '';
      console.log(`${form.padEnd(8)} /${page.padEnd(13)} ${figures.join('  ')}${verdict}`);
    }
  }
} finally {
  await site.close();
  rmSync(folder, { recursive: true });
}
process.exitCode = kept ? 0 : 1;

function categories(): readonly Category[] {
  return Object.keys(LEAST.desktop) as Category[];
}

async function measure(url: string, form: (typeof FORMS)[number]): Promise<Scores> {
  const report = join(folder, 'report.json');
  await promisify(execFile)(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', `--output-path=${report}`],
      `--only-categories=${categories().join(',')}`,
      `--chrome-flags=${CHROMIUM_FLAGS.join(' ')}`,
      ...(form === 'desktop' ? ['--preset=desktop'] : []),
    ],
    { env: { ...process.env, CHROME_PATH: findChromium() } },
  );
  const { categories: found } = JSON.parse(readFileSync(report, 'utf8')) as {
    categories: Record<Category, { score: number }>;
  };
  return Object.fromEntries(
    categories().map((category) => [category, Math.round(found[category].score * 100)]),
  ) as Scores;
}
