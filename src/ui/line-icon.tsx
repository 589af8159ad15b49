export interface LineIconProps {
  readonly path: string;
  /** A solid shape instead of a line. */
  readonly filled?: boolean;
  /** Of the pen. Default: 1.5. */
  readonly widthPx?: number;
  readonly class?: string;
}

/** An icon of sixteen pixels. It is decoration: its button has a name. */
export function LineIcon({ path, filled = false, widthPx = 1.5, ...rest }: LineIconProps) {
  return (
    <svg
      class={rest.class}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width={widthPx}
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={path} />
    </svg>
  );
}
