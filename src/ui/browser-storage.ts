/**
 * The browser's storage, or null where it forbids even to ask: private windows, blocked cookies.
 *
 * @param kind `localStorage` outlives the visit, `sessionStorage` does not.
 */
export function browserStorage(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    // Where it is blocked, ThemeProvider.astro has left nothing in its place.
    return window[kind] ?? null;
  } catch {
    return null;
  }
}
