/** Every snippet's recording, for those who watch it: pages ship its output and its picture only. */
import { readdirSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSnippet } from '../../components/snippet/load-snippet.ts';
import { encodeRecording } from '../../recording/encoding.ts';

export const getStaticPaths = (() =>
  readdirSync('content/snippets', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.replaceAll('\\', '/').slice(0, -'.py'.length))
    .map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  Response.json(encodeRecording(loadSnippet(String(params['name'])).recording));
