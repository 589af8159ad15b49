import type { Tab } from './playground-tabs.ts';

export interface CommandLineProps {
  readonly tab: Tab;
  /** What is wrong with the arguments or the seed; null where nothing is. */
  readonly problem: string | null;
  readonly onChange: (change: { readonly args?: string; readonly seed?: string }) => void;
}

/** How the program is started: its arguments, and the seed of `random`. */
export function CommandLine({ tab, problem, onChange }: CommandLineProps) {
  return (
    <div class="playground-command">
      <label class="playground-args">
        <span aria-hidden="true">python {tab.name}</span>
        <span class="sr-only">Arguments</span>
        <input
          value={tab.args}
          placeholder="arguments"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          onInput={(event) => onChange({ args: event.currentTarget.value })}
        />
      </label>
      <label
        class="playground-seed"
        title="What random is seeded with: the same seed, the same run"
      >
        seed
        <input
          value={tab.seed}
          inputMode="numeric"
          placeholder="0"
          autocomplete="off"
          onInput={(event) => onChange({ seed: event.currentTarget.value })}
        />
      </label>
      {problem !== null && (
        <p class="playground-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
