import { splitCall } from './split-call.ts';

/** A lane's name, of which the arguments are the last to be cut off. */
export function LaneName({ label }: { readonly label: string }) {
  const [name, args] = splitCall(label);
  return (
    <span class="ls-lane-name">
      <span>{name}</span>
      {args && <span class="args">{args}</span>}
    </span>
  );
}
