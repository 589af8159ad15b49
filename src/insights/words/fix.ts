/** What is said of a way to put a program right. */
import type { Fix } from '../fix/fix.ts';
import { code } from './phrases.ts';

/** What a button says that does it. */
export function fixLabel({ kind, module }: Fix): string {
  switch (kind) {
    case 'wrap':
      return `Wrap it in ${code('main()')}`;
    case 'start':
      return `Start it with ${code('asyncio.run()')}`;
    case 'start-main':
      return `Start ${code('main()')}`;
    case 'await':
      return `Write ${code('await')} before it`;
    case 'import':
      return `Import ${code(module ?? '')}`;
    case 'remove-import':
      return 'Remove the import';
  }
}

/** What the verdict does not say; empty where it says it all. */
export function fixReason({ kind }: Fix): string {
  switch (kind) {
    case 'start-main':
      return `Nothing calls ${code('main()')}, so none of it ran.`;
    case 'remove-import':
      return 'Nothing in the program uses what it imports there.';
    default:
      return '';
  }
}
