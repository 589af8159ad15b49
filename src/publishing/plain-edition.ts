/**
 * A unit of a chapter, or a recipe, as plain Markdown: for readers of text, and for programs that read the course. Programs
 * stand with their recorded output; what only a browser can show is left out.
 */
import type { Nodes, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** Where the plain edition finds what a text only names, and how deep the text stands. */
export interface CourseFiles {
  readonly headings: 'as written' | 'one deeper';
  /** A snippet's program, by its name: `coroutines/first-await`. */
  readonly program: (name: string) => string;
  /** Its recorded transcript. */
  readonly transcript: (name: string) => string;
  /** A term's name, by its id in the glossary. */
  readonly term: (id: string) => string;
}

type Component = MdxJsxFlowElement | MdxJsxTextElement;

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
const printer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', emphasis: '_' });

/** @param body MDX without its front matter */
export function plainEdition(body: string, files: CourseFiles): string {
  const unit = parser.parse(body);
  const plain: Root = {
    type: 'root',
    children: plainNodes(unit.children, files).filter(headsSomething),
  };
  return printer.stringify(plain).replace(/\n{3,}/g, '\n\n');
}

/** Of a section that only a browser can show, such as the quiz, the heading is left out as well. */
function headsSomething(node: RootContent, at: number, nodes: readonly RootContent[]): boolean {
  if (node.type !== 'heading') return true;
  const next = nodes[at + 1];
  return next !== undefined && (next.type !== 'heading' || next.depth > node.depth);
}

function plainNodes(nodes: readonly Nodes[], files: CourseFiles): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    switch (node.type) {
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return [];
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return plainComponent(node, files);
      case 'heading': {
        const depth = files.headings === 'as written' ? node.depth : Math.min(node.depth + 1, 6);
        return [{ ...node, depth, children: plainNodes(node.children, files) } as RootContent];
      }
      default:
        if (!('children' in node)) return [node as RootContent];
        return [{ ...node, children: plainNodes(node.children, files) } as RootContent];
    }
  });
}

const SUMMARY_LABELS: Record<string, string> = {
  line: 'In a line',
  paragraph: 'In a paragraph',
  depth: 'In depth',
};

function plainComponent(component: Component, files: CourseFiles): RootContent[] {
  const inside = () => plainNodes(component.children, files);
  const text = (name: string) => attribute(component, name);
  switch (component.name) {
    case 'Snippet':
      return snippet(text('name') ?? '', text('caption'), files);
    case 'Compare':
      return [
        ...['first', 'second'].flatMap((run) => comparedRun(component, run, files)),
        ...inside(),
      ];
    case 'Fragment':
      return [strong(SUMMARY_LABELS[text('slot') ?? ''] ?? ''), ...inside()];
    case 'Pitfall':
    case 'MemoryAid':
      return [strong(text('title') ?? ''), ...inside()];
    case 'Question':
      return [strong(text('q') ?? ''), ...inside()];
    case 'Figure':
      return [...inside(), paragraph(text('caption') ?? '')];
    case 'Term':
      return component.children.length > 0
        ? inside()
        : [{ type: 'text', value: files.term(text('id') ?? '') }];
    case 'State':
      return [{ type: 'text', value: text('is') ?? '' }];
    default:
      return inside();
  }
}

function snippet(name: string, caption: string | undefined, files: CourseFiles): RootContent[] {
  return [
    ...(caption ? [paragraph(caption)] : []),
    { type: 'code', lang: 'python', value: files.program(name).trimEnd() },
    { type: 'code', lang: 'text', value: files.transcript(name).trimEnd() },
  ];
}

/** `first={{ title: 'In a row', name: 'tasks/in-a-row' }}` */
function comparedRun(component: Component, run: string, files: CourseFiles): RootContent[] {
  const found = component.attributes.find(
    (each) => each.type === 'mdxJsxAttribute' && each.name === run,
  );
  const written = typeof found?.value === 'object' ? (found.value?.value ?? '') : '';
  const field = (name: string) => new RegExp(`${name}: (['"])(.*?)\\1`).exec(written)?.[2];
  const [title, name] = [field('title'), field('name')];
  if (!title || !name) {
    throw new Error(
      `<Compare ${run}>: expected {{ title: '…', name: 'chapter/name' }}, found {${written}}.`,
    );
  }
  return [strong(title), ...snippet(name, undefined, files)];
}

function attribute({ attributes }: Component, name: string): string | undefined {
  const found = attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

function paragraph(text: string): RootContent {
  return { type: 'paragraph', children: withCode(text) };
}

function strong(text: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'strong', children: withCode(text) }] };
}

/** Props are plain text in which `code` stands between backquotes. */
function withCode(text: string) {
  return text
    .split('`')
    .map((part, index) =>
      index % 2 === 0
        ? ({ type: 'text', value: part } as const)
        : ({ type: 'inlineCode', value: part } as const),
    )
    .filter(({ value }) => value !== '');
}
