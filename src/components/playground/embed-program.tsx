import { useState } from 'preact/hooks';
import { type PlaygroundProgram, prepareProgram } from '../../study/playground-program.ts';
import type { Moment } from '../run-view/run-view.tsx';
import { pageUrl } from './page-urls.ts';
import { ProgramOutput } from './program-output.tsx';
import { errorLineOf, statusOf } from './program-status.ts';
import { RunButton } from './run-button.tsx';
import { useHighlighting } from './use-highlighting.ts';
import { useProgramRuns } from './use-program-runs.ts';
import { useSharedLink } from './use-shared-link.ts';

/** The program of a link, to be read and run in a frame on someone else's page. */
export function EmbedProgram() {
  const [program, setProgram] = useState<PlaygroundProgram | null>(null);
  const [message, setMessage] = useState(
    location.hash.length > 1 ? '' : 'No program: expected one in the address, found none.',
  );
  useSharedLink({
    onProgram(next) {
      setMessage('');
      setProgram(next);
    },
    onBroken(text) {
      setProgram(null);
      setMessage(text);
    },
  });
  return (
    <figure class="snippet embed">
      {program ? (
        <Frame key={program.source} program={program} />
      ) : (
        <p class="snippet-notice" role="status">
          {message}
        </p>
      )}
    </figure>
  );
}

function Frame({ program }: { readonly program: PlaygroundProgram }) {
  const { name, args, source } = program;
  const text = source.trimEnd();
  const [status, setStatus] = useState('');
  const [markedLine, setMarkedLine] = useState<number | null>(null);
  const { runs, busyId, run, stop } = useProgramRuns((_, ended) => {
    setMarkedLine(errorLineOf(ended));
    setStatus(statusOf(ended));
  });
  const [moment, setMoment] = useState<Moment | null>(null);
  const html = useHighlighting(text);
  const shown = runs.get(name) ?? null;

  const start = () => {
    const prepared = prepareProgram(program);
    if (prepared.problem !== null) return setStatus(prepared.problem);
    setMarkedLine(null);
    setStatus('Running.');
    run(name, { name, source, args: prepared.args, seed: prepared.seed });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    start();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the Run button does.
    <div class="snippet-frame" onKeyDown={onKeyDown}>
      <div class="snippet-head">
        <span class="snippet-file">
          {name} {args}
        </span>
        <div class="snippet-tools">
          <a
            class="snippet-link"
            href={pageUrl('playground/') + location.hash}
            target="_blank"
            rel="noreferrer"
          >
            Open in Loopscope
          </a>
          <RunButton busy={busyId !== null} onRun={start} onStop={stop} />
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls. */}
      <div class="snippet-code" tabIndex={0} role="group" aria-label={`Code: ${name}`}>
        {moment?.marks.map(({ line, state }) => (
          <div key={line} class="snippet-mark" data-state={state} style={{ '--line': line - 1 }} />
        ))}
        {markedLine !== null && <div class="snippet-mark" style={{ '--line': markedLine - 1 }} />}
        <div class="snippet-gutter" aria-hidden="true">
          {Array.from({ length: text.split('\n').length }, (_, at) => at + 1).join('\n')}
        </div>
        <div class="snippet-text-area">
          <pre class="snippet-edited-listing">
            {html === null ? (
              <code>{text}</code>
            ) : (
              <code dangerouslySetInnerHTML={{ __html: html }} />
            )}
          </pre>
        </div>
      </div>
      {shown && (
        <ProgramOutput
          run={shown}
          source={source}
          moment={moment}
          onMoment={setMoment}
          invitation={null}
        />
      )}
      <span class="sr-only" role="status">
        {status}
      </span>
    </div>
  );
}
