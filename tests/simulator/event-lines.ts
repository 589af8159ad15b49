/** Events of a trace as readable text, a line each. */
import type { EventKind, Trace, TraceEvent } from '../../src/trace/schema.ts';

const NOT_SHOWN = new Set(['kind', 'atNs', 'thread', 'loop']);

/**
 * @param kinds which events; of steps that end, parks and blocking calls, what is waited for.
 * @returns `1.000 parked agent=2 [location=1:3 call=write channel=1]`: what is null is left out.
 */
export function eventLines({ events }: Trace, kinds: readonly EventKind[]): string {
  return events
    .filter(({ kind }) => kinds.includes(kind))
    .map(lineOf)
    .join('\n');
}

function lineOf(event: TraceEvent): string {
  const at = (event.atNs / 1e9).toFixed(3);
  return `${at} ${event.kind} ${fieldsOf(event as unknown as Values)}`;
}

type Values = { readonly [field: string]: unknown };

function fieldsOf(values: Values): string {
  return Object.entries(values)
    .filter(([name, value]) => !NOT_SHOWN.has(name) && value !== null)
    .map(([name, value]) =>
      name === 'waitsOn' ? `[${fieldsOf(value as Values)}]` : `${name}=${shown(value)}`,
    )
    .join(' ');
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'line' in value && 'file' in value) {
    return `${value.file}:${value.line}`;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[\s=]/.test(text) ? JSON.stringify(text) : text;
}
