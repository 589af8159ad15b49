import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatSeconds } from '../analysis/transcript.ts';
import type { Late } from '../simulator/schedule.ts';
import type { WhatIf } from '../simulator/what-if.ts';
import type { Trace } from '../trace/schema.ts';
import { Modal } from '../ui/modal.tsx';
import { pageUrl } from '../ui/page-urls.ts';
import type { PlaygroundProgram } from '../workbench/program/playground-program.ts';
import {
  type EncodedShare,
  encodeShare,
  type SharedMoment,
} from '../workbench/program/share-link.ts';
import { withRun } from '../workbench/program/share-trace.ts';
import { type EmbedTheme, embedHtml } from './embed/embed-html.ts';
import { SharePicture } from './share-picture.tsx';

export interface ShareDialogProps {
  readonly program: PlaygroundProgram;
  /** Where the reader has put the playhead in the program's run; null where nowhere. */
  readonly moment: SharedMoment | null;
  /** What is changed of its runs. */
  readonly whatIf: WhatIf;
  /** What is late in the order that it runs in; null for the usual one. */
  readonly late: readonly Late[] | null;
  /** Its run, to travel with it; null where there is none. */
  readonly trace: Trace | null;
  /** The run that is shown; null where there is none. */
  readonly pictured: Trace | null;
  readonly onClose: () => void;
}

/** Longer links survive a browser, but not every chat or mail program. */
const LONG_LINK_CHARS = 2_000;

const THEMES: Record<EmbedTheme, string> = {
  auto: 'as the reader’s system',
  light: 'light',
  dark: 'dark',
};

/** The program as a link, its run as a picture, and both as a frame for another site. Nothing is sent anywhere. */
export function ShareDialog(props: ShareDialogProps) {
  const { program, moment, whatIf, late, trace, pictured, onClose } = props;
  const [encoded, setEncoded] = useState<EncodedShare | null>(null);
  const [plain, setPlain] = useState('');
  const [atMoment, setAtMoment] = useState(moment !== null);
  const [theme, setTheme] = useState<EmbedTheme>('auto');
  useEffect(() => {
    const make = async () => {
      const beside = { moment: atMoment ? moment : null, whatIf, late };
      setEncoded(await withRun(await encodeShare(program, beside), trace));
      // On another site nothing runs unasked.
      const still = await withRun(await encodeShare(program, { whatIf, late }), trace);
      setPlain(still.problem === null ? still.fragment : '');
    };
    make().catch(() =>
      setEncoded({
        problem:
          'This browser cannot make links: it has no CompressionStream. Save the program and share the file instead.',
      }),
    );
  }, [atMoment]);

  return (
    <Modal title="Share" onClose={onClose}>
      {encoded?.problem && <p class="snippet-notice">{encoded.problem}</p>}
      {encoded?.problem === null && (
        <>
          {moment && (
            <label class="playground-choice">
              <input
                type="checkbox"
                checked={atMoment}
                onChange={(event) => setAtMoment(event.currentTarget.checked)}
              />
              Open it where the playhead stands, at {formatSeconds(moment.atNs)} s
            </label>
          )}
          <CopyField
            label="link"
            text={pageUrl('playground/') + encoded.fragment}
            note={sizeNote((pageUrl('playground/') + encoded.fragment).length)}
          />
          <p class="playground-quiet">
            The program, its arguments and its seed are in the link itself; nothing is sent to any
            server. Whoever opens it sees the program, and it runs only when they press Run.
            {encoded.fragment.split('.').length > 2 &&
              ' A recording of its last run is in the link as well, and is shown until then.'}
          </p>
          {pictured && <SharePicture trace={pictured} />}
          <h3>Embed</h3>
          <p class="playground-quiet">
            Put this HTML into a page or slides of your own. Your readers see the program, can
            change it and run it there, with its output and its timeline, and can take it to the
            playground. Nothing runs until they press Run.
          </p>
          <label class="playground-choice">
            Theme
            <select
              value={theme}
              onChange={(event) => setTheme(event.currentTarget.value as EmbedTheme)}
            >
              {Object.entries(THEMES).map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </label>
          <CopyField
            label="HTML"
            multiline
            text={embedHtml({
              url: pageUrl('embed/') + plain,
              name: program.name,
              theme,
              lines: program.source.split('\n').length,
            })}
          />
        </>
      )}
    </Modal>
  );
}

function sizeNote(length: number): string {
  const size = `${length.toLocaleString('en-GB')} characters.`;
  if (length <= LONG_LINK_CHARS) return size;
  return `${size} Some chat and mail programs cut links that long; try it, or save and send the file.`;
}

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  readonly note?: string;
  readonly multiline?: boolean;
}

function CopyField(props: CopyFieldProps) {
  const { label, text, note } = props;
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    setSaid(
      (await copyFrom(field.current, text)) ? 'Copied.' : 'Selected: press Ctrl C or ⌘ C to copy.',
    );
  };
  useEffect(() => setSaid(''), [text]);
  const shared = {
    class: 'playground-field',
    'aria-label': label,
    readOnly: true,
    value: text,
    onFocus: () => field.current?.select(),
  };
  return (
    <div class="playground-copy">
      {props.multiline ? (
        <textarea ref={field as RefObject<HTMLTextAreaElement>} rows={4} {...shared} />
      ) : (
        <input ref={field as RefObject<HTMLInputElement>} {...shared} />
      )}
      <div>
        <span class="playground-quiet">{note}</span>
        <span role="status">{said}</span>
        <button type="button" class="snippet-check" onClick={copy}>
          Copy {label}
        </button>
      </div>
    </div>
  );
}

/** Without the right to use the clipboard, the text is left selected for the reader to copy. */
async function copyFrom(
  field: HTMLInputElement | HTMLTextAreaElement | null,
  text: string,
): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.select();
    return document.execCommand('copy');
  }
}
