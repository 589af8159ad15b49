import type { SharedBeside } from './share-link.ts';

/**
 * The link that opens a snippet, as it is in the reader's page, in the playground.
 *
 * @throws where it would be too long, or where the browser cannot compress; says so.
 */
export async function playgroundLink(
  name: string,
  text: string,
  beside: SharedBeside = {},
): Promise<string> {
  const [{ encodeShare }, { pageUrl }, { downloadName }] = await Promise.all([
    import('./share-link.ts'),
    import('../../ui/page-urls.ts'),
    import('./file-name.ts'),
  ]);
  const program = { name: downloadName(name), source: `${text}\n`, args: '', seed: '0' };
  const encoded = await encodeShare(program, beside).catch(() => {
    throw new Error('This browser cannot make links. Copy or download the code instead.');
  });
  if (encoded.problem !== null) throw new Error(encoded.problem);
  return pageUrl('playground/') + encoded.fragment;
}
