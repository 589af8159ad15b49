import { useEffect, useState } from 'preact/hooks';

/** What is fetched once it is wanted; null without it, as on a broken connection. */
export function useLoaded<Value>(wanted: boolean, load: () => Promise<Value>): Value | null {
  const [loaded, setLoaded] = useState<Value | null>(null);
  useEffect(() => {
    if (!wanted || loaded) return;
    load().then(
      (value) => setLoaded(() => value),
      () => {},
    );
  }, [wanted]);
  return loaded;
}
