/** Every snippet's recording, for those who watch it: pages ship its output and its picture only. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSnippet } from '../../course/snippet/load-snippet.ts';
import { snippetNames } from '../../course/snippet/snippet-names.ts';
import { encodeTrace } from '../../trace/codec.ts';

export const getStaticPaths = (() =>
  snippetNames().map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  Response.json(encodeTrace(loadSnippet(String(params['name'])).trace));
