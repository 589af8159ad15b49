/** Unlike any other, in any tab and browser; `crypto.randomUUID` is not to be had on plain HTTP. */
export function uniqueId(): string {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(words, (word) => word.toString(36)).join('-');
}
