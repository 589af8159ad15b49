import { useEffect, useState } from 'preact/hooks';
import type { Playground, PlaygroundProps } from './playground.tsx';

/** Asked for at once, not when the island has come alive: the program is what a visitor looks for. */
const loading = typeof document === 'undefined' ? null : import('./playground.tsx');
// Said by the island, whenever that is there.
loading?.catch(() => {});

/**
 * Loads the playground in the browser, where its programs are. Rendered by itself, and not as the
 * island, because Astro would link Monaco's style sheets into the page of every reader.
 */
export function PlaygroundIsland(props: PlaygroundProps) {
  const [Loaded, setLoaded] = useState<typeof Playground | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    loading?.then(
      (module) => setLoaded(() => module.Playground),
      () => setFailed(true),
    );
  }, []);
  if (Loaded) return <Loaded {...props} />;
  return (
    <>
      <p class="playground-loading" role="status">
        {failed
          ? 'The playground could not be loaded. Check the connection, and reload the page.'
          : 'Opening the playground …'}
      </p>
      {/* Where it will stand: a newcomer can read before anything has been loaded. */}
      <pre class="playground-opening snippet" aria-hidden="true">
        <code dangerouslySetInnerHTML={{ __html: props.firstListing }} />
      </pre>
    </>
  );
}
