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
  up: 'M8 13V3.5M4 7l4-4 4 4',
  down: 'M8 3v9.5M4 9l4 4 4-4',
  grip: 'M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01',
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: readonly IconName[] = ['run', 'stop'];

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class="snippet-icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill={FILLED.includes(name) ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width={name === 'grip' ? 2 : 1.5}
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
