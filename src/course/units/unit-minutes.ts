/** How long a unit takes, reckoned from what is in it: nobody types it, so nobody types it wrongly. */
import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { parseMdx } from '../parse-mdx.ts';

/** What takes a reader's time. */
export interface UnitContents {
  readonly words: number;
  readonly codeLines: number;
  readonly predictions: number;
  readonly cards: number;
  readonly questions: number;
  readonly exercises: number;
}

/** Where the size of what a unit only names is known from. */
export interface UnitSources {
  /** The text of a program, by its name: `tasks/when-it-starts`. */
  readonly program: (name: string) => string;
  /** How many questions and exercises a chapter has for its practice. */
  readonly questions: (chapter: string) => number;
  readonly exercises: (chapter: string) => number;
}

/**
 * Minutes each. A reader of English takes in 238 words of prose a minute (Brysbaert 2019); here they
 * think as they go.
 */
const MINUTES: Readonly<Record<keyof UnitContents, number>> = {
  words: 1 / 200,
  codeLines: 1 / 25,
  predictions: 0.5,
  cards: 0.25,
  questions: 1,
  exercises: 5,
};

const NOTHING: UnitContents = {
  words: 0,
  codeLines: 0,
  predictions: 0,
  cards: 0,
  questions: 0,
  exercises: 0,
};

/** Whole minutes, at least one. */
export function minutesOf(contents: UnitContents): number {
  const parts = Object.entries(MINUTES) as [keyof UnitContents, number][];
  return Math.max(
    1,
    Math.round(parts.reduce((sum, [part, each]) => sum + contents[part] * each, 0)),
  );
}

/** @param body a unit's MDX without its front matter */
export function unitContents(body: string, sources: UnitSources): UnitContents {
  return contentsOf(parseMdx(body), sources);
}

function contentsOf(node: Nodes, sources: UnitSources): UnitContents {
  if (node.type === 'text' || node.type === 'inlineCode') {
    return { ...NOTHING, words: node.value.split(/\s+/).filter((word) => word !== '').length };
  }
  const isComponent = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  const own = isComponent ? componentContents(node, sources) : NOTHING;
  if (!('children' in node)) return own;
  return node.children.map((child) => contentsOf(child, sources)).reduce(together, own);
}

function componentContents(
  component: MdxJsxFlowElement | MdxJsxTextElement,
  sources: UnitSources,
): UnitContents {
  const given = new Map(
    component.attributes.flatMap((each) =>
      each.type === 'mdxJsxAttribute'
        ? [[each.name, typeof each.value === 'string' ? each.value : (each.value?.value ?? '')]]
        : [],
    ),
  );
  const text = (name: string) => given.get(name) ?? '';
  switch (component.name) {
    case 'Snippet':
      return {
        ...NOTHING,
        codeLines: sources.program(text('name')).trimEnd().split('\n').length,
        predictions: given.has('predict') ? 1 : 0,
      };
    case 'Cards':
      return { ...NOTHING, cards: text('ids').match(/\//g)?.length ?? 0 };
    case 'Quiz':
      return { ...NOTHING, questions: sources.questions(text('chapter')) };
    case 'Exercises':
      return { ...NOTHING, exercises: sources.exercises(text('chapter')) };
    case 'Closing':
      return given.has('exercise') ? { ...NOTHING, exercises: 1 } : { ...NOTHING, questions: 1 };
    default:
      return NOTHING;
  }
}

function together(a: UnitContents, b: UnitContents): UnitContents {
  const parts = Object.keys(NOTHING) as (keyof UnitContents)[];
  return Object.fromEntries(parts.map((part) => [part, a[part] + b[part]])) as never;
}
