/** What can be done for a program that could not begin, where that is sure: its text, put right. */
import { type Analysis, analysisOf } from '../../analysis/analysis.ts';
import type { Trace } from '../../trace/schema.ts';
import type { Insight } from '../insight.ts';
import type { Verdict } from '../verdict.ts';
import { withImport, withoutImport } from './imports.ts';
import { awaited, started, withStart } from './start.ts';
import { wrapped } from './wrap.ts';

export interface Fix {
  readonly kind: FixKind;
  /** The module that is imported, or is not any more. */
  readonly module: string | null;
  /** The program as it would be. */
  readonly source: string;
}

export type FixKind = 'wrap' | 'start' | 'start-main' | 'await' | 'import' | 'remove-import';

/** Null where nothing is wrong, or where it is not plain what would be right. */
export function fixOf(trace: Trace, { insight }: Verdict): Fix | null {
  const analysis = analysisOf(trace);
  const source = analysis.files.get(0)?.source;
  if (source === undefined || source === null || trace.outcome.kind !== 'exited') return null;
  return (
    (insight && fixFor(insight, source)) ??
    fixOfName(analysis, source) ??
    fixOfNothing(analysis, source)
  );
}

function fixFor(insight: Insight, source: string): Fix | null {
  switch (insight.kind) {
    case 'await-outside': {
      const line = ownLine(insight.location);
      if (line === null || insight.function !== null) return null;
      return fix('start', started(source, line)) ?? fix('wrap', wrapped(source, line));
    }
    case 'loop-misuse': {
      const line = ownLine(insight.location);
      if (line === null || insight.how !== 'nested') return null;
      return insight.call === 'asyncio.run' ? fix('await', awaited(source, line)) : null;
    }
    case 'never-awaited': {
      const line = ownLine(insight.location);
      if (line === null || insight.callback !== null || insight.times > 1) return null;
      return fix('start', started(source, line)) ?? fix('await', awaited(source, line));
    }
    case 'missing-package': {
      const line = ownLine(insight.location);
      return line === null
        ? null
        : fix('remove-import', withoutImport(source, line), insight.package);
    }
    default:
      return null;
  }
}

const UNKNOWN = /^name '(\w+)' is not defined/;

/** Python itself says of a name, at the end of the traceback, that it is a module's. */
function fixOfName({ trace: { outcome }, output }: Analysis, source: string): Fix | null {
  if (outcome.kind !== 'exited' || outcome.error?.type !== 'NameError') return null;
  const name = UNKNOWN.exec(outcome.error.message)?.[1];
  const hint = `Did you forget to import '${name}'?`;
  const isModule = output.some(({ stream, text }) => stream === 'stderr' && text.includes(hint));
  return name && isModule ? fix('import', withImport(source, name), name, source) : null;
}

/** `main` is defined, and the program ends without it. */
function fixOfNothing({ trace, agents }: Analysis, source: string): Fix | null {
  const { outcome } = trace;
  if (outcome.kind !== 'exited' || outcome.error || outcome.status !== 0) return null;
  if ([...agents.values()].some(({ kind }) => kind === 'task')) return null;
  return fix('start-main', withStart(source));
}

/** The line in the program's own file, and in no module. */
function ownLine(location: { readonly file: number; readonly line: number } | null): number | null {
  return location?.file === 0 ? location.line : null;
}

function fix(
  kind: FixKind,
  source: string | null,
  module: string | null = null,
  was = '',
): Fix | null {
  return source === null || source === was ? null : { kind, module, source };
}
