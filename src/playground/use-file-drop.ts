import { useEffect, useRef, useState } from 'preact/hooks';

/** Files may be dropped anywhere on the page. Says whether some are held over it. */
export function useFileDrop(onDrop: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onDrop);
  latest.current = onDrop;

  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDropped = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Left alone, the browser would leave the page for the file, and Monaco would insert it.
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener('dragover', onDragOver, true);
    addEventListener('dragleave', onDragLeave, true);
    addEventListener('drop', onDropped, true);
    return () => {
      removeEventListener('dragover', onDragOver, true);
      removeEventListener('dragleave', onDragLeave, true);
      removeEventListener('drop', onDropped, true);
    };
  }, []);
  return over;
}
