/** Ctrl+Enter or ⌘+Enter: runs the program wherever in its frame the focus is. */
export function isRunKey({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}
