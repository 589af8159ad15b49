import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { snippetNames } from '../course/snippet/snippet-names.ts';
import { hashText } from '../ui/hash-text.ts';

/** The names of the course's programs, `chapter/name`, by the fingerprint of their text. */
export interface RecordedPrograms {
  readonly [fingerprint: string]: string;
}

/** When the site is built. */
export function recordedPrograms(): RecordedPrograms {
  return Object.fromEntries(
    snippetNames().map((name) => [
      hashText(readFileSync(resolve(`content/snippets/${name}.py`), 'utf8')),
      name,
    ]),
  );
}
