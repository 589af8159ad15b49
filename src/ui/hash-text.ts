/**
 * A short fingerprint that tells one version of a text from another: 32-bit FNV-1a over UTF-16
 * units, as eight hexadecimal digits. Not for anything that an adversary could gain by.
 */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
