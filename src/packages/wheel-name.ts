/**
 * What a wheel's file name says of it:
 * https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention
 */
import { BadWheel } from './bad-wheel.ts';

export interface WheelName {
  /** Normalized: `Flask_Login` is `flask-login`. */
  readonly name: string;
  readonly version: string;
}

const NAME = /^([A-Za-z0-9][A-Za-z0-9._]*)-([^-]+)(?:-(\d[^-]*))?-([^-]+)-([^-]+)-([^-]+)\.whl$/;

/** What browsers append to a file that they have downloaded before. */
const COPY = / ?\(\d+\)(?=\.whl$)/;

/** @throws {BadWheel} where it isn't one for any machine and for this Python. */
export function parseWheelName(fileName: string): WheelName {
  const parts = NAME.exec(fileName.replace(COPY, ''));
  if (!parts) {
    throw new BadWheel(
      `expected a wheel, named like httpx-0.28.1-py3-none-any.whl, found ${fileName}`,
    );
  }
  const [, name = '', version = '', , python = '', abi = '', platform = ''] = parts;
  if (!platform.split('.').includes('any') || !abi.split('.').includes('none')) {
    throw new BadWheel(
      `${name} ${version} has parts that are compiled for ${platform}, and only Python runs here. If its authors publish a wheel that ends in none-any.whl, take that`,
    );
  }
  if (!python.split('.').some(runsHere)) {
    throw new BadWheel(`${name} ${version} is for ${python}; this is CPython 3.${MINOR}`);
  }
  return { name: normalizeName(name), version };
}

/** The Python that runs here: 3.14. */
export const MINOR = 14;

/** `py3`, `py310`, `cp314`: as the compatibility tags of PEP 425 say. */
function runsHere(tag: string): boolean {
  const [, , minor] = /^(py|cp)3(\d*)$/.exec(tag) ?? [];
  return minor !== undefined && (minor === '' || Number(minor) <= MINOR);
}

/** As PEP 503 has it. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
