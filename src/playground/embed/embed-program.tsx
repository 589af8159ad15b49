import { useEffect, useRef, useState } from 'preact/hooks';
import { highlighted } from '../use-highlighting.ts';
import { useSharedLink } from '../use-shared-link.ts';
import { EmbedFrame, type EmbedFrameProps } from './embed-frame.tsx';

/** Past this, code without colours is better than none. */
const COLOURS_WITHIN_MS = 1_500;

/** The program of a link, to be read, edited and run in a frame on someone else's page. */
export function EmbedProgram() {
  const [shown, setShown] = useState<EmbedFrameProps | null>(null);
  const latest = useRef<symbol | null>(null);
  const [message, setMessage] = useState('');
  useEffect(() => {
    if (location.hash.length <= 1) {
      setMessage('No program: expected one in the address, found none.');
    }
  }, []);
  useSharedLink({
    async onProgram(program, { whatIf, late }) {
      const asked = Symbol();
      latest.current = asked;
      const source = program.source.trimEnd();
      const listing = await Promise.race([highlighted(source), nothingAfter(COLOURS_WITHIN_MS)]);
      if (latest.current !== asked) return;
      setMessage('');
      setShown({ program, listing, whatIf, late });
    },
    onBroken(text) {
      latest.current = null;
      setShown(null);
      setMessage(text);
    },
  });
  return (
    <figure class="snippet embed">
      {shown && <EmbedFrame key={shown.program.source} {...shown} />}
      {!shown && message !== '' && (
        <p class="snippet-notice" role="status">
          {message}
        </p>
      )}
    </figure>
  );
}

function nothingAfter(ms: number): Promise<null> {
  return new Promise((done) => setTimeout(() => done(null), ms));
}
