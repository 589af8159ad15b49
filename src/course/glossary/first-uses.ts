import type { Nodes } from 'mdast';
import { parseMdx } from '../parse-mdx.ts';

/**
 * Where the terms of a chapter are first used: for each, how many headings come before that is.
 *
 * `"## A\n<Term id=\"task\" />"` gives `{ task → 1 }`; 0 means before the first heading.
 */
export function firstUses(source: string): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  let headings = 0;
  const visit = (node: Nodes) => {
    if (node.type === 'heading') headings += 1;
    const id = termId(node);
    if (id !== null && !uses.has(id)) uses.set(id, headings);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(parseMdx(source));
  return uses;
}

function termId(node: Nodes): string | null {
  if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return null;
  if (node.name !== 'Term') return null;
  const id = node.attributes.find(
    (given) => given.type === 'mdxJsxAttribute' && given.name === 'id',
  );
  return typeof id?.value === 'string' ? id.value : null;
}
