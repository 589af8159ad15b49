import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inlineScriptHashes } from '../../src/publishing/inline-scripts.ts';
import { writeServiceWorker } from '../../src/publishing/publish.ts';

/**
 * Makes another version out of a built site, in its place: every script has another name, as if each
 * had changed, the old names are gone, and pages are as `change` makes them.
 */
export async function publishAnew(folder: string, change: (html: string) => string) {
  const scripts = readdirSync(join(folder, '_astro')).filter((name) => name.endsWith('.js'));
  const renamed = (text: string) =>
    scripts.reduce((changed, name) => changed.replaceAll(name, newName(name)), text);
  for (const name of scripts) {
    renameSync(join(folder, '_astro', name), join(folder, '_astro', newName(name)));
  }
  for (const file of textFiles(folder)) {
    const before = readFileSync(file, 'utf8');
    const after = renamed(before);
    writeFileSync(file, file.endsWith('.html') ? change(withPolicyOf(before, after)) : after);
  }
  await writeServiceWorker(pathToFileURL(`${folder}/`));
}

function newName(name: string): string {
  return name.replace(/\.js$/, '.anew.js');
}

function textFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(html|js|css)$/.test(path) && !path.startsWith('engine'))
    .filter((path) => basename(path) !== 'service-worker.js')
    .map((path) => join(folder, path));
}

/** Scripts that stand in the page name others, and its policy knows them by their text. */
function withPolicyOf(before: string, after: string): string {
  const hashes = inlineScriptHashes(after);
  return inlineScriptHashes(before).reduce(
    (html, old, at) => html.replaceAll(old, hashes[at] ?? old),
    after,
  );
}
