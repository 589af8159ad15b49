import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

/** A page of one section needs no list of its sections. */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { toc } = locals.starlightRoute;
  // The first item is the page itself.
  if (toc && toc.items.length + toc.items.flatMap(({ children }) => children).length <= 2) {
    locals.starlightRoute.toc = undefined;
  }
});
