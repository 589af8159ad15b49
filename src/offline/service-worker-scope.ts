/**
 * The little of a service worker's global scope that is used here. TypeScript's own types for it
 * can't be had beside those for pages.
 */
export interface ServiceWorkerScope {
  readonly location: { readonly href: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof ServiceWorkerEvents>(
    name: Name,
    listener: (event: ServiceWorkerEvents[Name]) => void,
  ): void;
}

interface ServiceWorkerEvents {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  message: MessageFromPage;
  fetch: FetchOfPage;
}

interface ExtendableEvent {
  /** The worker lives at least until then. */
  waitUntil(work: Promise<unknown>): void;
}

interface MessageFromPage extends ExtendableEvent {
  readonly data: unknown;
  readonly source: { postMessage(message: unknown): void } | null;
}

interface FetchOfPage extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
