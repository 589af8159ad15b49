import { useEffect, useState } from 'preact/hooks';
import type { WhatIf } from '../simulator/what-if.ts';
import type { PlaygroundProgram } from '../workbench/program/playground-program.ts';
import { encodeShare } from '../workbench/program/share-link.ts';

/** Long enough that a link is not made for each keystroke. */
const AFTER_MS = 200;

/**
 * What a link to the program ends in: the page's own fragment until the program is edited, or its
 * runs are changed. Where an edited program cannot be put into a link, the last that could stays.
 */
export function useFragment(program: PlaygroundProgram, edited: boolean, whatIf: WhatIf): string {
  const [made, setMade] = useState(location.hash);
  const { source } = program;
  useEffect(() => {
    if (!edited) return setMade(location.hash);
    let current = true;
    const timer = setTimeout(() => {
      encodeShare(program, { whatIf }).then(
        (encoded) => current && encoded.problem === null && setMade(encoded.fragment),
        () => {},
      );
    }, AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [source, edited, whatIf]);
  return made;
}
