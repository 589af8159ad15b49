import { LineIcon } from './line-icon.tsx';

/** Sixteen-pixel line icons, drawn for a 1.5 px pen. They are decoration: buttons have names. */
const PATHS = {
  run: 'M4.5 2.8v10.4l8.5-5.2z',
  stop: 'M3.5 3.5h9v9h-9z',
  skip: 'M3.5 3v10l7-5zM12.5 3v10',
  edit: 'M10.5 2.8l2.7 2.7-7.9 7.9-3.3.6.6-3.3z',
  done: 'M2.8 8.6l3.4 3.4 7-8',
  reset: 'M3 3v3.6h3.6M3.3 6.4A5.2 5.2 0 1 1 2.8 9',
  undo: 'M6 3L2.5 6.5 6 10M2.8 6.5h6.4a3.6 3.6 0 0 1 0 7.2H6',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.3V2.5h-8v8h2.8',
  download: 'M8 2.5v7.8M4.8 7.3L8 10.5l3.2-3.2M2.5 13.5h11',
  playground: 'M2.5 3.5h11v9h-11zM8 3.5v9M4.3 6.2h1.8M4.3 8.6h1.8M10 6.2l2 1.8-2 1.8',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9a2.6 2.6 0 0 0 3.7 3.7l.9-.9',
  open: 'M2.5 12.5v-9h4l1.5 2h5.5v7z',
  share: 'M8 10V2.5M5 5l3-2.7L11 5M4.5 7.5h-2v6h11v-6h-2',
  list: 'M2.8 4h.01M2.8 8h.01M2.8 12h.01M5.8 4h7.7M5.8 8h7.7M5.8 12h7.7',
  add: 'M8 3v10M3 8h10',
  orders: 'M2.5 8h3.5M6 8c3 0 2-4.5 5-4.5h2.5M6 8h7.5M6 8c3 0 2 4.5 5 4.5h2.5',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M8 13V3.5M4 7l4-4 4 4',
  down: 'M8 3v9.5M4 9l4 4 4-4',
  grip: 'M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01',
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: readonly IconName[] = ['run', 'stop'];

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <LineIcon
      class="snippet-icon"
      path={PATHS[name]}
      filled={FILLED.includes(name)}
      widthPx={name === 'grip' ? 2 : 1.5}
    />
  );
}
