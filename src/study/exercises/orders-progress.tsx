export interface OrdersProgressProps {
  readonly tried: number;
  readonly count: number;
}

/** How many orders a program has been tried in. */
export function OrdersProgress({ tried, count }: OrdersProgressProps) {
  return (
    <p class="study-orders">
      <progress value={tried} max={count} aria-label="Orders tried" /> order {tried} of {count}
    </p>
  );
}
