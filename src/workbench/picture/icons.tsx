import { LineIcon } from '../../ui/line-icon.tsx';

/** Sixteen-pixel icons of the view's buttons, which have names of their own. */
const PATHS = {
  play: 'M4.5 2.8v10.4l8.5-5.2z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  back: 'M10.5 3.5L6 8l4.5 4.5',
  forward: 'M5.5 3.5L10 8l-4.5 4.5',
  start: 'M4 3.5v9M12 3.5L7.5 8l4.5 4.5',
  end: 'M12 3.5v9M4 3.5L8.5 8L4 12.5',
  closer: 'M8 3.5v9M3.5 8h9',
  further: 'M3.5 8h9',
  fit: 'M2.5 4v8M13.5 4v8M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2',
  earlier: 'M13 8H3.5M7 4.5L3.5 8L7 11.5',
  later: 'M3 8h9.5M9 4.5L12.5 8L9 11.5',
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: readonly IconName[] = ['play', 'pause'];

export function Icon({ name }: { readonly name: IconName }) {
  const filled = FILLED.includes(name);
  return <LineIcon path={PATHS[name]} filled={filled} widthPx={filled ? 0 : 1.5} />;
}
