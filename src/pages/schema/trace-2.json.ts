/** The format of traces, for those who write them or read them elsewhere. */
import type { APIRoute } from 'astro';
import { traceJsonSchema } from '../../trace/json-schema.ts';

export const GET: APIRoute = ({ url }) =>
  new Response(`${JSON.stringify(traceJsonSchema(url.href), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/schema+json' },
  });
