import { BREAKS, type Break } from '../../explore/outcomes.ts';

export interface BreaksChoiceProps {
  readonly breaks: readonly Break[];
  readonly onChange: (breaks: readonly Break[]) => void;
}

const NAMES: Record<Break, string> = {
  exception: 'an exception',
  status: 'an exit status but 0',
  deadlock: 'a deadlock, or no end',
  output: 'another output',
};

/** What counts as broken is the reader's to say. */
export function BreaksChoice({ breaks, onChange }: BreaksChoiceProps) {
  return (
    <fieldset class="orders-breaks">
      <legend>Counts as broken:</legend>
      {BREAKS.map((each) => (
        <label key={each}>
          <input
            type="checkbox"
            checked={breaks.includes(each)}
            onChange={({ currentTarget }) =>
              onChange(
                BREAKS.filter((of) => (of === each ? currentTarget.checked : breaks.includes(of))),
              )
            }
          />
          {NAMES[each]}
        </label>
      ))}
    </fieldset>
  );
}
