import { courseChapters } from '../../course/units/course-chapters.ts';
import { loadFlashcards } from '../../study/load-study.ts';
import type { CardCatalogue } from '../../study/use-study.ts';

/** Every card, for the page that asks them. */
export async function GET(): Promise<Response> {
  const [chapters, cards] = await Promise.all([courseChapters(), loadFlashcards()]);
  const catalogue: CardCatalogue = {
    chapters: chapters.map(({ slug, title }) => ({ slug, title })),
    cards,
  };
  return Response.json(catalogue);
}
