/**
 * The browser's storage, or null where it forbids even to ask: private windows, blocked cookies.
 *
 * @param kind `localStorage` outlives the visit, `sessionStorage` does not.
 */
export function browserStorage(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[kind];
  } catch {
    return null;
  }
}
