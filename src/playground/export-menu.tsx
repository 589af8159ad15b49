import { useEffect, useRef, useState } from 'preact/hooks';
import type { Trace } from '../trace/schema.ts';
import { downloadBlob } from '../ui/hand-over.ts';

export interface ExportMenuProps {
  readonly trace: Trace;
  readonly onProblem: (message: string) => void;
}

/** The run as files: everything that was recorded, or its picture. */
export function ExportMenu({ trace, onProblem }: ExportMenuProps) {
  const [open, setOpen] = useState(false);
  /** How much of an animation is made; null where none is. */
  const [filmed, setFilmed] = useState<number | null>(null);
  const filming = useRef<AbortController | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const stem = trace.program.name.replace(/\.py$/, '');

  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);

  const save = async (extension: string, make: () => Promise<Blob>) => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
    try {
      downloadBlob(await make(), `${stem}.${extension}`);
    } catch (error) {
      onProblem(error instanceof Error ? error.message : String(error));
    }
  };

  const film = async () => {
    setOpen(false);
    const abort = new AbortController();
    filming.current = abort;
    setFilmed(0);
    try {
      const { timelineFilm } = await import('./export-video.ts');
      const made = await timelineFilm(trace, { signal: abort.signal, onProgress: setFilmed });
      if (made) downloadBlob(made.blob, `${stem}.${made.extension}`);
    } catch (error) {
      onProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setFilmed(null);
    }
  };
  useEffect(() => () => filming.current?.abort(), []);

  const copy = async () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
    try {
      // The promise is given, not its value: Safari copies only in the click itself.
      const item = new ClipboardItem({ 'image/png': timeline('png', trace) });
      await navigator.clipboard.write([item]);
    } catch (error) {
      const why = error instanceof Error ? ` (${error.message})` : '';
      onProblem(`The picture could not be copied${why}. Save it as PNG instead.`);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };

  if (filmed !== null) {
    return (
      <div ref={root} class="playground-menu playground-filming">
        <progress aria-label="Recording the animation" value={filmed} />
        <button type="button" class="snippet-tool" onClick={() => filming.current?.abort()}>
          Cancel
        </button>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opened.
    <div ref={root} class="playground-menu" onKeyDown={onKeyDown}>
      <button
        type="button"
        class="snippet-tool"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Export
      </button>
      {open && (
        <ul>
          <li>
            <button type="button" onClick={() => save('svg', () => timeline('svg', trace))}>
              Timeline as SVG
            </button>
          </li>
          <li>
            <button type="button" onClick={() => save('png', () => timeline('png', trace))}>
              Timeline as PNG
            </button>
          </li>
          <li>
            <button type="button" onClick={copy}>
              Copy the picture
            </button>
          </li>
          <li>
            <button type="button" onClick={film}>
              Animation as video
            </button>
          </li>
          <li>
            <button type="button" onClick={() => save('json', async () => asJson(trace))}>
              Recording as JSON
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}

async function timeline(format: 'svg' | 'png', trace: Trace): Promise<Blob> {
  const { timelinePng, timelineSvg } = await import('./export-timeline.tsx');
  if (format === 'png') return timelinePng(trace);
  return new Blob([timelineSvg(trace)], { type: 'image/svg+xml' });
}

function asJson(trace: Trace): Blob {
  return new Blob([`${JSON.stringify(trace)}\n`], { type: 'application/json' });
}
