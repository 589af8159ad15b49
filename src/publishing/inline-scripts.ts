import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What a browser runs. A `<script>` of any other type is data, and no policy keeps it out. */
const RUN = new Set(['', 'module', 'text/javascript', 'application/javascript']);

/**
 * The sources by which a Content-Security-Policy names a page's inline scripts, each once, in the
 * order in which they stand: `'sha256-…'`, quotes included.
 */
export function inlineScriptHashes(html: string): string[] {
  const hashes = scriptsIn(parse(html)).filter(isInline).map(textOf).map(hashSource);
  return [...new Set(hashes)];
}

function scriptsIn(node: Node): Element[] {
  const own = 'tagName' in node && node.tagName === 'script' ? [node] : [];
  // What is in a template is not part of the page before a script puts it there.
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...own, ...children.flatMap(scriptsIn)];
}

function isInline({ attrs }: Element): boolean {
  const value = (name: string) => attrs.find((attribute) => attribute.name === name)?.value;
  return value('src') === undefined && RUN.has((value('type') ?? '').toLowerCase());
}

function textOf({ childNodes }: Element): string {
  return childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

function hashSource(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
