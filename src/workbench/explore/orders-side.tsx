import { useLoaded } from '../../ui/use-loaded.ts';
import type { OrdersPanelProps } from './orders-panel.tsx';

/** The orders of a program in the place of its run, once what shows them is fetched. */
export function OrdersSide(props: OrdersPanelProps) {
  const Panel = useLoaded(true, async () => (await import('./orders-panel.tsx')).OrdersPanel);
  if (Panel) return <Panel {...props} />;
  return <p class="snippet-notice">{props.orders.problem ?? 'Preparing …'}</p>;
}
