/** Every snippet's recording, for those who watch it: pages ship its output and its picture only. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSnippet } from '../../course/snippet/load-snippet.ts';
import { snippetNames } from '../../course/snippet/snippet-names.ts';
import { encodeRecording } from '../../trace/encoding.ts';

export const getStaticPaths = (() =>
  snippetNames().map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  Response.json(encodeRecording(loadSnippet(String(params['name'])).recording));
