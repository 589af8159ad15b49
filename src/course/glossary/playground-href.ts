import { pagePath } from '../../ui/page-path.ts';
import { encodeShare } from '../../workbench/program/share-link.ts';

/**
 * The link that opens a program of the course in the playground, made when the site is built.
 *
 * @param name `chapter/name`, as the files are called under `content/snippets`.
 * @throws Error where the program is too long for a link.
 */
export async function playgroundHref(name: string, source: string): Promise<string> {
  const file = `${name.slice(name.lastIndexOf('/') + 1)}.py`;
  const encoded = await encodeShare({ name: file, source, args: '', seed: '0' });
  if (encoded.problem !== null) throw new Error(`${name}: ${encoded.problem}`);
  return pagePath(`playground/${encoded.fragment}`);
}
