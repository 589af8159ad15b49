import type { APIRoute } from 'astro';
import { recordedPrograms } from '../../playground/recorded-programs.ts';

/** Which programs of the course have a recorded run, for the playground to open them on it. */
export const GET: APIRoute = () => Response.json(recordedPrograms());
