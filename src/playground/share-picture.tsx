import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Trace } from '../trace/schema.ts';
import { downloadBlob } from '../ui/hand-over.ts';

/** A run to be sent: its picture, as it will look, the same played, and everything recorded. */
export function SharePicture({ trace }: { readonly trace: Trace }) {
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  /** How much of a video is made; null where none is. */
  const [filmed, setFilmed] = useState<number | null>(null);
  const filming = useRef<AbortController | null>(null);
  const preview = usePreview(trace, setProblem);
  const stem = trace.program.name.replace(/\.py$/, '');
  useEffect(() => () => filming.current?.abort(), []);

  const hand = async (work: () => Promise<string>) => {
    setProblem(null);
    setSaid('');
    try {
      setSaid(await work());
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  const save = (extension: string, make: () => Promise<Blob>) =>
    hand(async () => {
      downloadBlob(await make(), `${stem}.${extension}`);
      return 'Saved.';
    });
  const copy = () =>
    hand(async () => {
      try {
        // The promise is given, not its value: Safari copies only in the click itself.
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': png(trace) })]);
        return 'Copied.';
      } catch (error) {
        const why = messageOf(error);
        throw new Error(`The picture could not be copied (${why}). Save it as PNG instead.`);
      }
    });
  const film = () =>
    hand(async () => {
      const abort = new AbortController();
      filming.current = abort;
      setFilmed(0);
      try {
        const { timelineFilm } = await import('./export-video.ts');
        const made = await timelineFilm(trace, { signal: abort.signal, onProgress: setFilmed });
        if (made) downloadBlob(made.blob, `${stem}.${made.extension}`);
        return made ? 'Saved.' : '';
      } finally {
        setFilmed(null);
      }
    });

  return (
    <>
      <h3>Picture</h3>
      {preview && (
        <img class="share-picture" src={preview} alt={`Timeline of ${trace.program.name}`} />
      )}
      {problem !== null && (
        <p class="snippet-notice" role="alert">
          {problem}
        </p>
      )}
      <div class="share-files">
        {preview && (
          <>
            <Choice onClick={copy}>Copy the picture</Choice>
            <Choice onClick={() => save('png', () => png(trace))}>Save as PNG</Choice>
            <Choice onClick={() => save('svg', () => svg(trace))}>Save as SVG</Choice>
            {filmed === null ? (
              <Choice onClick={film}>Save as video</Choice>
            ) : (
              <>
                <progress aria-label="Recording the video" value={filmed} />
                <Choice onClick={() => filming.current?.abort()}>Cancel</Choice>
              </>
            )}
          </>
        )}
        <Choice onClick={() => save('json', async () => asJson(trace))}>Save the recording</Choice>
        <span role="status">{said}</span>
      </div>
    </>
  );
}

interface ChoiceProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

function Choice({ onClick, children }: ChoiceProps) {
  return (
    <button type="button" class="snippet-check" onClick={onClick}>
      {children}
    </button>
  );
}

/** The address of the picture for as long as it is shown; null where there is none yet, or none at all. */
function usePreview(trace: Trace, onProblem: (message: string) => void): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let shown: string | null = null;
    let over = false;
    svg(trace).then(
      (picture) => {
        if (over) return;
        shown = URL.createObjectURL(picture);
        setUrl(shown);
      },
      (error) => over || onProblem(messageOf(error)),
    );
    return () => {
      over = true;
      if (shown) URL.revokeObjectURL(shown);
    };
  }, [trace]);
  return url;
}

async function svg(trace: Trace): Promise<Blob> {
  const { timelineSvg } = await import('./export-timeline.tsx');
  return new Blob([await timelineSvg(trace)], { type: 'image/svg+xml' });
}

async function png(trace: Trace): Promise<Blob> {
  const { timelinePng } = await import('./export-timeline.tsx');
  return timelinePng(trace);
}

function asJson(trace: Trace): Blob {
  return new Blob([`${JSON.stringify(trace)}\n`], { type: 'application/json' });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
