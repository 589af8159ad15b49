/** Lets the page draw and answer between two long pieces of work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
