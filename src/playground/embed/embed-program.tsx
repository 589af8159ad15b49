import { useEffect, useState } from 'preact/hooks';
import type { PlaygroundProgram } from '../../workbench/program/playground-program.ts';
import { useSharedLink } from '../use-shared-link.ts';
import { EmbedFrame } from './embed-frame.tsx';

/** The program of a link, to be read, edited and run in a frame on someone else's page. */
export function EmbedProgram() {
  const [program, setProgram] = useState<PlaygroundProgram | null>(null);
  const [message, setMessage] = useState('');
  useEffect(() => {
    if (location.hash.length <= 1) {
      setMessage('No program: expected one in the address, found none.');
    }
  }, []);
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
      {program && <EmbedFrame key={program.source} program={program} />}
      {!program && message !== '' && (
        <p class="snippet-notice" role="status">
          {message}
        </p>
      )}
    </figure>
  );
}
