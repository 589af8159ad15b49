/** What the text of a program says of its lines. */
import type { Analysis } from '../analysis/analysis.ts';
import type { Location } from '../trace/schema.ts';

/** The text of a line; empty where it is not known. */
export function lineAt({ files }: Analysis, location: Location | null): string {
  const source = location ? files.get(location.file)?.source : null;
  return source?.split('\n')[(location?.line ?? 0) - 1] ?? '';
}
