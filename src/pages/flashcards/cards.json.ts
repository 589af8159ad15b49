import { loadFlashcards, loadStudyChapters } from '../../components/study/load-study.ts';

/** Every card, for the page that asks them. */
export async function GET(): Promise<Response> {
  const [chapters, cards] = await Promise.all([loadStudyChapters(), loadFlashcards()]);
  return Response.json({ chapters, cards });
}
