import { useRef, useState } from 'preact/hooks';
import { downloadBlob } from '../../ui/hand-over.ts';
import { ankiText } from '../cards/anki-export.ts';
import { announceStudyNews } from '../study-news.ts';
import { sharedProgress, sharedStudyStore } from '../study-session.ts';
import type { CardCatalogue, Kept } from '../use-study.ts';
import { formatStudyFile, readStudyFile } from './study-file.ts';

export interface KeptFilesProps {
  /** The cards, and what is kept of them. Default: nothing is shown that is about cards alone. */
  readonly deck?: { readonly catalogue: CardCatalogue; readonly kept: Kept };
}

/** What the browser keeps: its limits, as a file, from a file, erased. */
export function KeptFiles({ deck }: KeptFilesProps) {
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const file = useRef<HTMLInputElement>(null);

  const exported = async () => {
    const store = await sharedStudyStore();
    const [log, settings] = await Promise.all([store.log(), store.settings()]);
    const text = formatStudyFile({ log, settings, progress: sharedProgress().all() });
    downloadBlob(new Blob([text], { type: 'application/json' }), 'loopscope-study.json');
    setSaid('Exported.');
  };
  const imported = async (chosen: File | undefined) => {
    setProblem('');
    setSaid('');
    if (!chosen) return;
    try {
      const { log, settings, progress } = await readStudyFile(chosen);
      const added = await (await sharedStudyStore()).add(log, settings);
      sharedProgress().add(progress);
      announceStudyNews();
      setSaid(`Imported: ${added} new entries of ${log.length}.`);
    } catch (error) {
      setProblem(`Nothing was imported. ${error instanceof Error ? error.message : error}`);
    } finally {
      if (file.current) file.current.value = '';
    }
  };
  const erase = async () => {
    if (!confirm('Erase your schedule and all your progress in this browser?')) return;
    await (await sharedStudyStore()).erase();
    sharedProgress().erase();
    announceStudyNews();
    setSaid('Erased.');
  };
  const anki = () => {
    if (!deck) return;
    const { catalogue } = deck;
    const titles = new Map(catalogue.chapters.map(({ slug, title }) => [slug, title]));
    const text = ankiText(catalogue.cards, { titleOf: (slug) => titles.get(slug) ?? slug });
    downloadBlob(new Blob([text], { type: 'text/plain' }), 'loopscope-anki.txt');
  };
  const limit = async (name: 'newPerDay' | 'reviewsPerDay', value: number) => {
    if (!deck || !Number.isInteger(value) || value < 0 || value > 9999) return;
    await (await sharedStudyStore()).add([], { ...deck.kept.settings, [name]: value });
    announceStudyNews();
  };

  return (
    <section class="study-files" aria-labelledby="files-title">
      <h2 id="files-title">What this browser keeps</h2>
      <p>Nothing of it leaves your machine unless you export it.</p>
      {deck && (
        <p class="study-limits">
          <label>
            New cards a day{' '}
            <input
              type="number"
              min={0}
              max={9999}
              value={deck.kept.settings.newPerDay}
              onChange={(event) => limit('newPerDay', event.currentTarget.valueAsNumber)}
            />
          </label>
          <label>
            Repetitions a day{' '}
            <input
              type="number"
              min={0}
              max={9999}
              value={deck.kept.settings.reviewsPerDay}
              onChange={(event) => limit('reviewsPerDay', event.currentTarget.valueAsNumber)}
            />
          </label>
        </p>
      )}
      <div class="study-session-tools">
        <button type="button" class="study-plain" onClick={exported}>
          Export
        </button>
        <button type="button" class="study-plain" onClick={() => file.current?.click()}>
          Import
        </button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          aria-label="File to import"
          hidden
          onChange={(event) => imported(event.currentTarget.files?.[0])}
        />
        {deck && (
          <button type="button" class="study-plain" onClick={anki}>
            Export to Anki
          </button>
        )}
        <button type="button" class="study-quiet" onClick={erase}>
          Erase
        </button>
      </div>
      <p class="study-note" role="status">
        {said}
      </p>
      {problem !== '' && (
        <p class="study-warning" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
