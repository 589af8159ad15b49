import type { DifferenceWords } from '../../timeline/difference-words.ts';
import { InlineCode } from '../../ui/inline-code.tsx';

export interface DifferenceTableProps {
  readonly titles: readonly [string, string];
  readonly words: readonly DifferenceWords[];
}

/** What else differs, one thing a row. */
export function DifferenceTable({ titles, words }: DifferenceTableProps) {
  return (
    <table class="cv-differences">
      <caption class="sr-only">What differs</caption>
      <thead>
        <tr>
          <td />
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {words.map(({ about, left, right }, index) => (
          <tr key={index}>
            <th scope="row">
              <InlineCode text={about} />
            </th>
            {right === null ? (
              <td colSpan={2}>
                <InlineCode text={left} />
              </td>
            ) : (
              [left, right].map((text, side) => (
                <td key={side} data-side={titles[side]}>
                  <InlineCode text={text || '—'} />
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
