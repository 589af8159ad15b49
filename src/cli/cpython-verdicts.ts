/** What `run_test_module.py` says of the tests of one module. */

export interface Verdict {
  readonly kind: 'passed' | 'failed' | 'skipped';
  /** A traceback, or the reason to skip; empty for those passed. */
  readonly why: string;
}

export interface Told {
  /** By the tests' ids, in the order in which they ended. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The test that had begun and not ended when the run was over. */
  readonly underway: string | null;
  /** Whether the module came to its end. */
  readonly ended: boolean;
}

const MARK = '\x1e';

/** Tests print, too: only lines that begin with the mark are read. */
export function readVerdicts(stdout: string): Told {
  const verdicts = new Map<string, Verdict>();
  let underway: string | null = null;
  let ended = false;
  for (const line of stdout.split('\n')) {
    if (!line.startsWith(MARK)) continue;
    const [kind, id, why = ''] = JSON.parse(line.slice(MARK.length)) as [string, string, string?];
    if (kind === 'began') underway = id;
    else if (kind === 'ended') ended = true;
    else {
      verdicts.set(id, { kind: kind as Verdict['kind'], why });
      underway = null;
    }
  }
  return { verdicts, underway, ended };
}
