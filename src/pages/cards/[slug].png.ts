/** The pictures that go with links to the chapters and to the course itself. */
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { courseChapters } from '../../course/units/course-chapters.ts';
import { type SocialCard, socialCardPng } from '../../publishing/social-card.ts';

const COURSE: SocialCard = {
  title: 'Watch Python’s event loop run',
  description:
    'A course on asyncio in which every snippet runs in your browser, in real CPython, and shows which task runs, which one waits, and for what.',
};

export const getStaticPaths = (async () => {
  const chapters = (await courseChapters()).map(({ slug, number, title, description = '' }) => {
    const kicker = number === null ? undefined : `Chapter ${number}`;
    const card: SocialCard = { title, description, kicker };
    return { params: { slug }, props: { card } };
  });
  return [...chapters, { params: { slug: 'course' }, props: { card: COURSE } }];
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { card } }) =>
  new Response(new Uint8Array(await socialCardPng(card)), {
    headers: { 'content-type': 'image/png' },
  });
