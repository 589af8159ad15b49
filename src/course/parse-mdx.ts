import type { Root } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** The tree of a text of the course: Markdown with tables, and components. */
export function parseMdx(body: string): Root {
  return parser.parse(body);
}
