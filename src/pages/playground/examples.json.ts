import type { APIRoute } from 'astro';
import { courseExamples } from '../../playground/course-examples.ts';

/** The course's programs, for the playground to fetch when someone asks for examples. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await courseExamples()), {
    headers: { 'content-type': 'application/json' },
  });
