/** The files of a program. */
import type { FileId, TracedProgram } from '../../trace/schema.ts';
import type { Collector } from './collector.ts';

export interface SourceFile {
  readonly id: FileId;
  /** As tracebacks name it. */
  readonly name: string;
  /** Null where it could not be had. */
  readonly source: string | null;
}

/** By number; the first is the one that was run. */
export function collectFiles({
  name,
  source,
}: TracedProgram): Collector<ReadonlyMap<FileId, SourceFile>> {
  const files = new Map<FileId, SourceFile>([[0, { id: 0, name, source }]]);
  return {
    on: {
      'file-seen': ({ file: id, name, source }) => files.set(id, { id, name, source }),
    },
    end: () => files,
  };
}
