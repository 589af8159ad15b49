import { useEffect, useState } from 'preact/hooks';
import { Modal } from '../ui/modal.tsx';
import { pageUrl } from '../ui/page-urls.ts';
import type { Example, ExampleTopic } from './example.ts';

export interface ExamplesDialogProps {
  readonly onChoose: (example: Example) => void;
  readonly onClose: () => void;
}

/** The course's programs by topic. They are fetched when this is first opened. */
export function ExamplesDialog({ onChoose, onClose }: ExamplesDialogProps) {
  const [topics, setTopics] = useState<readonly ExampleTopic[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [wanted, setWanted] = useState('');

  const load = () => {
    setFailed(false);
    loadExamples().then(setTopics, () => setFailed(true));
  };
  useEffect(load, []);

  const shown = topics?.map((topic) => ({ ...topic, examples: matching(topic, wanted) }));
  const found = shown?.filter(({ examples }) => examples.length > 0) ?? [];
  return (
    <Modal title="Examples" onClose={onClose}>
      <input
        class="playground-field"
        type="search"
        aria-label="Find an example"
        placeholder="Find an example: gather, Lock, timeout …"
        autocomplete="off"
        spellcheck={false}
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      {failed && (
        <p class="snippet-notice">
          The examples could not be loaded.{' '}
          <button type="button" class="snippet-link" onClick={load}>
            Try again
          </button>
        </p>
      )}
      {!topics && !failed && <p class="playground-quiet">Loading …</p>}
      {topics && found.length === 0 && (
        <p class="playground-quiet">No example has “{wanted.trim()}” in its name or its code.</p>
      )}
      <div class="playground-examples">
        {found.map(({ title, examples }) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {examples.map((example) => (
                <li key={example.name}>
                  <button type="button" onClick={() => onChoose(example)}>
                    {example.title}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function matching({ title, examples }: ExampleTopic, wanted: string): readonly Example[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return examples.filter((example) => {
    const text = `${title}\n${example.title}\n${example.source}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

let examples: Promise<readonly ExampleTopic[]> | null = null;

function loadExamples(): Promise<readonly ExampleTopic[]> {
  examples ??= fetchExamples().catch((error: unknown) => {
    examples = null;
    throw error;
  });
  return examples;
}

async function fetchExamples(): Promise<readonly ExampleTopic[]> {
  const response = await fetch(pageUrl('playground/examples.json'));
  if (!response.ok) throw new Error(`expected the examples, found status ${response.status}`);
  return response.json();
}
