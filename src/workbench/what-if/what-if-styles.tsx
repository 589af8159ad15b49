import css from './what-if.css?inline';

/** The styles of handles and panel: they come with the picture, not with every page that has one. */
export function WhatIfStyles() {
  return <style>{css}</style>;
}
