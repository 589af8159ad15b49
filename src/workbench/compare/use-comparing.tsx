import type { ComponentType, RefObject, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Trace } from '../../trace/schema.ts';
import { type ComparedPair, type CompareOffer, CompareOffers } from './compare-offers.tsx';
import type { CompareViewProps } from './compare-view.tsx';

export interface ComparingOptions {
  readonly offers: readonly CompareOffer[];
  /** The run that is shown: with another one, what was compared is gone. */
  readonly trace: Trace | null;
  readonly onMoment: CompareViewProps['onMoment'];
  /** What the comparison takes the place of. */
  readonly side: RefObject<HTMLElement>;
}

export interface Comparing {
  /** What the run that is shown can be compared with; null where nothing. */
  readonly offers: VNode | null;
  /** The comparison, in the place of the run; null where none is wanted. */
  readonly view: VNode | null;
  /** Whether the run was compared, and is shown again. */
  readonly isBack: boolean;
}

/** A run set against another, at the reader's wish, and the way back. */
export function useComparing({ offers, trace, onMoment, side }: ComparingOptions): Comparing {
  const [shown, setShown] = useState<{ of: Trace; pair: ComparedPair } | null>(null);
  const [back, setBack] = useState<Trace | null>(null);
  const [View, setView] = useState<ComponentType<CompareViewProps> | null>(null);
  useEffect(() => {
    if (shown && shown.of !== trace) setShown(null);
  }, [trace]);
  const close = () => {
    setShown(null);
    setBack(trace);
    requestAnimationFrame(() =>
      side.current?.querySelector<HTMLElement>('.cv-offers :is(summary, button)')?.focus(),
    );
  };
  const compare = async (pair: ComparedPair) => {
    if (!trace) return;
    const { CompareView } = await import('./compare-view.tsx');
    setView(() => CompareView);
    setShown({ of: trace, pair });
  };
  const isShown = shown !== null && shown.of === trace;
  return {
    offers: trace && offers.length > 0 ? <CompareOffers offers={offers} onPair={compare} /> : null,
    isBack: back !== null && back === trace,
    view: isShown && View ? <View {...shown.pair} onClose={close} onMoment={onMoment} /> : null,
  };
}
