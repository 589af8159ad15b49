/**
 * The Content-Security-Policy: everything comes from the site itself, and no script runs that was
 * not there when the site was built. A program from a stranger's link is text to the page, and what
 * runs it is sealed in a worker; this is the second wall.
 */

const SELF = "'self'";

export interface PolicyOptions {
  /** From `inlineScriptHashes`. */
  readonly scriptHashes: readonly string[];
}

/** As a page carries it in a `<meta>`, where `frame-ancestors` has no meaning. */
export function securityPolicy({ scriptHashes }: PolicyOptions): string {
  return serialise({
    'default-src': [SELF],
    // Python is WebAssembly.
    'script-src': [SELF, "'wasm-unsafe-eval'", ...scriptHashes],
    // Monaco writes its style sheets while it runs, and highlighted code carries its colours.
    'style-src': [SELF, "'unsafe-inline'"],
    // Timelines are drawn into a blob to be saved as pictures.
    'img-src': [SELF, 'data:', 'blob:'],
    'font-src': [SELF, 'data:'],
    'connect-src': [SELF],
    'worker-src': [SELF],
    'manifest-src': [SELF],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': [SELF],
  });
}

/** As a server sends it: the same, and who may show the page in a frame. */
export function securityHeader(options: PolicyOptions & { readonly framedBy: string }): string {
  return `${securityPolicy(options)}; frame-ancestors ${options.framedBy}`;
}

/**
 * The page with its policy as the first thing it says after its encoding, since a policy holds for
 * what comes after it.
 *
 * @throws where the page has no `<meta charset>`
 */
export function withPolicy(html: string, policy: string): string {
  const charset = /<meta charset="[^"]*"\s*\/?>/i.exec(html);
  if (!charset) throw new Error('expected <meta charset="…"> in the head of the page, found none');
  const end = charset.index + charset[0].length;
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  return html.slice(0, end) + meta + html.slice(end);
}

function serialise(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
