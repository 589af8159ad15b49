/**
 * Which others a package needs:
 * https://packaging.python.org/en/latest/specifications/dependency-specifiers/
 */
import { MINOR, normalizeName } from './wheel-name.ts';

/**
 * The names of those that it needs here, without extras that nobody has asked for.
 *
 * @param requires what `Requires-Dist` says: `anyio>=4; python_version < "3.15"`.
 */
export function neededBy(requires: readonly string[]): string[] {
  const names = requires.flatMap((requirement) => {
    const [specifier = '', ...marker] = requirement.split(';');
    const [name] = /^[A-Za-z0-9][A-Za-z0-9._-]*/.exec(specifier.trim()) ?? [];
    return name !== undefined && holds(marker.join(';')) ? [normalizeName(name)] : [];
  });
  return [...new Set(names)];
}

/** Whether `3.14` is in `>=3.8, !=3.9.*`; what can't be read does not stand in the way. */
export function allowsPython(specifiers: string): boolean {
  return specifiers.split(',').every((specifier) => {
    const [, operator = '', version = ''] =
      /^\s*(~=|[<>=!]=?=?)\s*([\d.]+)(?:\.\*)?\s*$/.exec(specifier) ?? [];
    return (
      operator === '' ||
      compareBy(operator, compareVersions(HERE.python_version, version, version.split('.').length))
    );
  });
}

const HERE = {
  os_name: 'posix',
  sys_platform: 'linux',
  platform_machine: 'wasm32',
  platform_python_implementation: 'CPython',
  platform_release: '',
  platform_system: 'Linux',
  platform_version: '',
  python_version: `3.${MINOR}`,
  python_full_version: `3.${MINOR}.0`,
  implementation_name: 'cpython',
  implementation_version: `3.${MINOR}.0`,
  extra: '',
} as const;

const TOKEN =
  /\s*(?:(\(|\)|\band\b|\bor\b|\bnot\s+in\b|\bin\b|~=|===?|!=|<=?|>=?)|("[^"]*"|'[^']*')|(\w+))/gy;

/** Whether a marker is true here; an empty one is, and so is one that can't be read. */
function holds(marker: string): boolean {
  if (marker.trim() === '') return true;
  const tokens = [...marker.matchAll(TOKEN)].map(([text]) => text.trim().replace(/\s+/g, ' '));
  try {
    return parseOr(tokens);
  } catch {
    return true;
  }
}

function parseOr(tokens: string[]): boolean {
  let value = parseAnd(tokens);
  while (tokens[0] === 'or') {
    tokens.shift();
    value = parseAnd(tokens) || value;
  }
  return value;
}

function parseAnd(tokens: string[]): boolean {
  let value = parseOne(tokens);
  while (tokens[0] === 'and') {
    tokens.shift();
    value = parseOne(tokens) && value;
  }
  return value;
}

function parseOne(tokens: string[]): boolean {
  if (tokens[0] === '(') {
    tokens.shift();
    const value = parseOr(tokens);
    if (tokens.shift() !== ')') throw new SyntaxError('expected )');
    return value;
  }
  const [left, operator, right] = [tokens.shift(), tokens.shift(), tokens.shift()];
  if (left === undefined || operator === undefined || right === undefined) {
    throw new SyntaxError('expected a comparison');
  }
  const isVersion = [left, right].some(
    (each) => /_version$/.test(each) && each !== 'platform_version',
  );
  const [a, b] = [markerValue(left), markerValue(right)];
  if (operator === 'in') return b.includes(a);
  if (operator === 'not in') return !b.includes(a);
  return compareBy(operator, isVersion ? compareVersions(a, b) : a < b ? -1 : Number(a > b));
}

function markerValue(token: string): string {
  if (/^["']/.test(token)) return token.slice(1, -1);
  const value = HERE[token as keyof typeof HERE];
  if (value === undefined) throw new SyntaxError(`unknown: ${token}`);
  return value;
}

function compareBy(operator: string, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
    case '~=':
      return order >= 0;
    case '!=':
      return order !== 0;
    default:
      return order === 0;
  }
}

/** By their first parts, as many as `parts` says. */
function compareVersions(a: string, b: string, parts = 3): number {
  const [ours, theirs] = [a, b].map((text) =>
    text.split('.').map((part) => Number.parseInt(part, 10) || 0),
  );
  for (let at = 0; at < parts; at += 1) {
    const difference = (ours?.[at] ?? 0) - (theirs?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
