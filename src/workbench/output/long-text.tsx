import { Fragment } from 'preact';
import { piecesOf } from './pieces-of.ts';

/**
 * A line as it was printed, however long. A browser sets what has no place to break as one word, and
 * takes seconds where that has tens of thousands of letters or marks: so it is given such places.
 */
export function LongText({ text }: { readonly text: string }) {
  return (
    <>
      {piecesOf(text).map((piece, at) => (
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </>
  );
}
