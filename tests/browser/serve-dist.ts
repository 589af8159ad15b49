import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { createGzip } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
};

export interface SiteServer {
  /** Address of the site's home page, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** The built site. */
  readonly folder: string;
  /** The base path that it was built for. */
  readonly base?: string;
  /** Whether texts are sent with gzip, as nearly every host does. */
  readonly compress?: boolean;
}

/** Serves a built site as a static host that reads `_headers` would, on a free port. */
export async function serveDist({
  folder,
  base = '/',
  compress = false,
}: SiteOptions): Promise<SiteServer> {
  const root = resolve(folder);
  const prefix = `/${base.replace(/^\/|\/$/g, '')}/`.replace('//', '/');
  if (!fileAt(join(root, 'index.html'))) {
    throw new Error(`expected a built site in ${root}, found no index.html; run: npm run build`);
  }
  const headersOf = headersIn(join(root, '_headers'));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://site').pathname;
    const path = decodeURIComponent(url);
    const wanted = normalize(join(root, path.startsWith(prefix) ? path.slice(prefix.length) : '?'));
    const inside = wanted === root || wanted.startsWith(root + sep);
    const found = inside ? (fileAt(wanted) ?? fileAt(join(wanted, 'index.html'))) : null;
    const file = found ?? fileAt(join(root, '404.html'));
    if (!file) return response.writeHead(404).end();
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const zipped = compress && /text|json|svg/.test(type);
    response.writeHead(found ? 200 : 404, {
      ...headersOf(url),
      'content-type': type,
      ...(zipped && { 'content-encoding': 'gzip' }),
    });
    const content = createReadStream(file);
    return (zipped ? content.pipe(createGzip()) : content).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${prefix}`, close: () => close(server) };
}

function fileAt(path: string): string | null {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : null;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((closed) => server.close(() => closed()));
}

/** What a `_headers` file, as Netlify reads it, says for a path. */
function headersIn(file: string): (path: string) => Record<string, string> {
  if (!existsSync(file)) return () => ({});
  const rules = readFileSync(file, 'utf8')
    .split('\n\n')
    .map((block) => {
      const [path = '', ...lines] = block.trim().split('\n');
      const pairs = lines
        .map((line) => line.trim())
        .filter((line) => !line.startsWith('!'))
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
      return { prefix: path.replace(/\*$/, ''), headers: Object.fromEntries(pairs) };
    });
  return (path) =>
    Object.assign(
      {},
      ...rules.filter(({ prefix }) => path.startsWith(prefix)).map(({ headers }) => headers),
    );
}
