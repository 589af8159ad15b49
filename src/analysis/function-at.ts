import type { Location } from '../trace/schema.ts';
import type { Analysis } from './analysis.ts';

/** The function whose body a line stands in, by its indentation, with its class: `"Echo.data_received"`. */
export function functionAt({ files }: Analysis, location: Location | null): string | null {
  const source = location ? files.get(location.file)?.source : null;
  if (!location || !source) return null;
  const lines = source.split('\n');
  let indent = indentOf(lines[location.line - 1] ?? '');
  let name: string | null = null;
  for (let at = location.line - 2; at >= 0 && indent > 0; at -= 1) {
    const text = lines[at] ?? '';
    if (text.trim() === '' || indentOf(text) >= indent) continue;
    indent = indentOf(text);
    const [, kind, found = ''] = /^\s*(?:async\s+)?(def|class)\s+(\w+)/.exec(text) ?? [];
    if (name !== null) return kind === 'class' ? `${found}.${name}` : name;
    if (kind === 'def') name = found;
  }
  return name;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
