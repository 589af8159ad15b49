import type { Nodes } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/**
 * Where the terms of a chapter stand: for each, how many headings come before it is first used.
 *
 * `"## A\n<Term id=\"task\" />"` gives `{ task → 1 }`; 0 means before the first heading.
 */
export function termPlaces(source: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let headings = 0;
  const visit = (node: Nodes) => {
    if (node.type === 'heading') headings += 1;
    const id = termId(node);
    if (id !== null && !places.has(id)) places.set(id, headings);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(parser.parse(source));
  return places;
}

function termId(node: Nodes): string | null {
  if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return null;
  if (node.name !== 'Term') return null;
  const id = node.attributes.find(
    (given) => given.type === 'mdxJsxAttribute' && given.name === 'id',
  );
  return typeof id?.value === 'string' ? id.value : null;
}
