import { useLoaded } from '../../ui/use-loaded.ts';
import type { GivenOrderProps } from './given-order.tsx';

/** The order that a program is run in, if it is not the usual one. */
export function GivenOrderSide({
  late,
  ...rest
}: Omit<GivenOrderProps, 'late'> & { readonly late: GivenOrderProps['late'] | null }) {
  const View = useLoaded(late !== null, async () => (await import('./given-order.tsx')).GivenOrder);
  return late && View && <View late={late} {...rest} />;
}
