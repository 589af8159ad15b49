/** What a static host sends with each file, in the words of the hosts that take them from a file. */

/** Headers for the paths under `path`, which ends with a slash and begins at the base path. */
export interface HeaderRule {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const YEAR_S = 365 * 24 * 60 * 60;

export interface HostOptions {
  /** The base path, with a slash at both ends. */
  readonly base: string;
  /** The policies of the site's pages, and of the one that others may show in a frame. */
  readonly policy: string;
  readonly embedPolicy: string;
}

/** The rules of the site. A later one adds to an earlier one and wins where both speak. */
export function headerRules({ base, policy, embedPolicy }: HostOptions): HeaderRule[] {
  const forGood = { 'Cache-Control': `public, max-age=${YEAR_S}, immutable` };
  return [
    {
      path: base,
      headers: {
        'Content-Security-Policy': policy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
      },
    },
    { path: `${base}embed/`, headers: { 'Content-Security-Policy': embedPolicy } },
    // Their names change with what is in them.
    { path: `${base}_astro/`, headers: forGood },
    { path: `${base}engine/`, headers: forGood },
  ];
}

/** `_headers`, as Netlify and Cloudflare Pages read it. `! Name` takes back what an earlier rule set. */
export function netlifyHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ path, headers }) => {
      const again = rules.filter((rule) => rule.path !== path && path.startsWith(rule.path));
      const replaced = Object.keys(headers).filter((name) =>
        again.some((rule) => name in rule.headers),
      );
      const lines = [
        ...replaced.map((name) => `  ! ${name}`),
        ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
      ];
      return `${path}*\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** `vercel.json`. The last rule that matches a path wins. */
export function vercelConfig(rules: readonly HeaderRule[]): string {
  const headers = rules.map(({ path, headers }) => ({
    source: `${path}(.*)`,
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  }));
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

/** `.htaccess` for Apache with mod_headers. */
export function apacheConfig(rules: readonly HeaderRule[]): string {
  const blocks = rules.map(({ path, headers }) => {
    const lines = Object.entries(headers).map(
      ([name, value]) => `    Header set ${name} "${value.replaceAll('"', '\\"')}"`,
    );
    return `  <If "%{REQUEST_URI} =~ m#^${path}#">\n${lines.join('\n')}\n  </If>`;
  });
  return `<IfModule mod_headers.c>\n${blocks.join('\n')}\n</IfModule>\n`;
}
