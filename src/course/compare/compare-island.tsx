import type { ComponentType } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ComparedPair } from '../../workbench/compare/compare-offers.tsx';
import type { CompareViewProps } from '../../workbench/compare/compare-view.tsx';
import { fetchRecording } from '../snippet/fetch-recording.ts';
import './compare-island.css';

export interface RecordedProgram {
  readonly title: string;
  /** `chapter/name`. */
  readonly name: string;
  readonly source: string;
}

export interface CompareIslandProps {
  readonly first: RecordedProgram;
  readonly second: RecordedProgram;
}

interface Shown {
  readonly pair: ComparedPair;
  readonly View: ComponentType<CompareViewProps>;
}

/** Two recorded programs, which a reader can step through together and set against each other. */
export function CompareIsland({ first, second }: CompareIslandProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const compare = async () => {
    setSaid('Loading both runs …');
    try {
      const [{ CompareView }, left, right] = await Promise.all([
        import('../../workbench/compare/compare-view.tsx'),
        fetchRecording(first.name),
        fetchRecording(second.name),
      ]);
      setSaid('');
      setShown({
        pair: { left: { ...first, ...left }, right: { ...second, ...right } },
        View: CompareView,
      });
    } catch {
      setSaid('The runs could not be loaded. Check the connection and try again.');
    }
  };
  const close = () => {
    setShown(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (shown) {
    return (
      <div class="snippet compare-steps">
        <div class="snippet-frame">
          <shown.View {...shown.pair} onClose={close} />
        </div>
      </div>
    );
  }
  return (
    <p class="compare-offer not-content">
      <button ref={button} type="button" onClick={compare}>
        Step through both, and see where they part
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
