/**
 * A task's label in two pieces, `fetch` and `("kiosk", 1)`: where there is little room, what tells
 * it from others must not be cut off.
 */
export function splitCall(label: string): readonly [name: string, args: string] {
  const at = label.indexOf('(');
  return at > 0 && label.endsWith(')') ? [label.slice(0, at), label.slice(at)] : [label, ''];
}
