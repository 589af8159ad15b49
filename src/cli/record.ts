/**
 * `record [NAME...]`: runs the snippets (all, or those named) and rewrites their `.out` files.
 * `record --keep`: runs what is not in the cache and leaves the `.out` files alone; the site's
 * build needs the recordings.
 */
import { createNodeSimulator } from '../simulator/hosts/node.ts';
import { readTranscript, recordSnippet, snippetNames, writeTranscript } from './snippets.ts';

const words = process.argv.slice(2);
const keep = words.includes('--keep');
const wanted = words
  .filter((word) => word !== '--keep')
  .map((word) => word.replace(/^content\/snippets\/|\.py$/g, ''));

const all = await snippetNames();
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(
    `record: no such snippet: ${unknown.join(', ')}\nexpected names like ${all[0] ?? 'chapter/name'}`,
  );
  process.exit(64);
}

const simulator = createNodeSimulator({ keepSpare: true });
let changed = 0;
for (const name of wanted.length > 0 ? wanted : all) {
  const before = await readTranscript(name);
  const trace = await recordSnippet(name, simulator);
  if (trace.outcome.kind === 'crashed') throw new Error(`${name}: ${trace.outcome.message}`);
  const cut = trace.events.find((event) => event.kind === 'trace-cut');
  if (cut?.failure) throw new Error(`${name}: ${cut.failure}`);
  if (keep) continue;
  await writeTranscript(name, trace);
  if ((await readTranscript(name)) === before) continue;
  changed += 1;
  console.log(`${before === '' ? 'new    ' : 'changed'} ${name}`);
}
simulator.dispose();
if (!keep) console.log(`${changed} of ${all.length} transcripts written anew`);
