/** Wheels of a few lines, for tests; whatever can be wrong with one can be made so. */
import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';

export interface SmallWheel {
  readonly name?: string;
  readonly version?: string;
  /** By their paths in the archive. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lines of METADATA besides its name and version. */
  readonly metadata?: readonly string[];
  readonly wheelVersion?: string;
  /** What the archive has and RECORD has not. */
  readonly unlisted?: Readonly<Record<string, string>>;
  /** Rows of RECORD in the place of the true ones, by path. */
  readonly record?: Readonly<Record<string, string>>;
}

/** The bytes of a wheel. */
export function smallWheel({
  name = 'tiny',
  version = '1.0',
  files = { 'tiny.py': 'ANSWER = 42\n' },
  metadata = [],
  wheelVersion = '1.0',
  unlisted = {},
  record = {},
}: SmallWheel = {}): Uint8Array {
  const info = `${name}-${version}.dist-info`;
  const listed: Record<string, string> = {
    ...files,
    [`${info}/METADATA`]: [
      'Metadata-Version: 2.3',
      `Name: ${name}`,
      `Version: ${version}`,
      ...metadata,
      '',
      'About it.',
    ].join('\n'),
    [`${info}/WHEEL`]: `Wheel-Version: ${wheelVersion}\nRoot-Is-Purelib: true\nTag: py3-none-any\n`,
  };
  const rows = Object.entries(listed).map(
    ([path, text]) => record[path] ?? `${path},sha256=${sha256(text)},${text.length}`,
  );
  const all = {
    ...listed,
    ...unlisted,
    [`${info}/RECORD`]: [...rows, `${info}/RECORD,,`, ''].join('\n'),
  };
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([path, text]) => [path, strToU8(text)])),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
