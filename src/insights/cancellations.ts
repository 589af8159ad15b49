/** Who was cancelled, by whom or what, and who gave up waiting. */
import { labelOf } from '../analysis/agents.ts';
import { type Cancellation, cancellationsOf } from '../analysis/cancellations.ts';
import { formatSeconds } from '../analysis/transcript.ts';
import type { AgentId, Recording } from '../trace/recording.ts';
import { distinct, type Explanation } from './explanation.ts';
import { code, lineText, namesText, sentenceCase } from './wording.ts';

const MOST = 6;

export function explainCancellations(recording: Recording): Explanation[] {
  const alike = Map.groupBy(cancellationsOf(recording), ({ atNs, cause, wasFinal, wait }) => {
    const by = 'agent' in cause ? cause.agent : '';
    return `${atNs} ${cause.kind} ${by} ${wasFinal} ${wait?.line}`;
  });
  return [...alike.values()]
    .slice(0, MOST)
    .map((group) => group.toSorted((a, b) => a.task.id - b.task.id))
    .map((group) => explanationOf(recording, group));
}

function explanationOf(recording: Recording, group: readonly Cancellation[]): Explanation {
  const [{ cause, atNs, wait }] = group as [Cancellation];
  const other = 'agent' in cause ? [cause.agent] : [];
  const onLine = cause.kind === 'gave-up' ? cause.on.line : null;
  return {
    kind: kindOf(group),
    text: sentenceCase(`${textOf(recording, group)}.`),
    fromNs: group.reduce((least, { sinceNs }) => Math.min(least, sinceNs), atNs),
    toNs: atNs,
    agents: distinct([...group.map(({ task }) => task.id), ...other]),
    lines: distinct([onLine, wait?.line ?? null]),
    primitives: distinct([wait?.primitive ?? null]),
  };
}

function kindOf([first]: readonly Cancellation[]): Explanation['kind'] {
  if (first?.cause.kind === 'run-ended') return 'left-unfinished';
  const gaveUp =
    first?.cause.kind === 'gave-up' || (first?.cause.kind === 'timer' && !first.wasFinal);
  return gaveUp ? 'gave-up' : 'cancelled';
}

function textOf(recording: Recording, group: readonly Cancellation[]): string {
  const [{ cause, atNs, wait, wasFinal }] = group as [Cancellation];
  const names = namesText(group.map(({ task }) => task.label));
  const was = group.length === 1 ? 'was' : 'were';
  const at = formatSeconds(atNs);
  const label = (agent: AgentId) => code(labelOf(recording, agent));
  const place = wait ? ` in ${code(wait.call ?? 'await')}${lineText(wait.line)}` : '';
  const begun = wait ? `, while waiting${place}` : ', before it had begun';
  const after = wasFinal ? '' : ', and went on';
  switch (cause.kind) {
    case 'agent':
      return `${names} ${was} cancelled at ${at} by ${label(cause.agent)}${begun}${after}`;
    case 'awaited':
      return `${names} ${was} cancelled at ${at} along with ${label(cause.agent)}, for which it waited${lineText(wait?.line ?? null)}`;
    case 'run-ended':
      return `${names} ${was} left unfinished when ${label(cause.agent)} ended at ${at}: ${code('asyncio.run')} cancelled what was still waiting`;
    case 'other-failed':
      return `${names} ${was} cancelled at ${at}, because ${label(cause.agent)} had failed${after}`;
    case 'gave-up':
      return `${label(cause.agent)} gave up waiting for ${names} at ${at}${lineText(cause.on.line)}, and cancelled ${group.length === 1 ? 'it' : 'them'}`;
    case 'timer': {
      if (wasFinal) return `${names} ${was} cancelled at ${at}, by a timer perhaps${begun}`;
      const due =
        wait?.untilNs == null
          ? ''
          : `, which would have lasted until ${formatSeconds(wait.untilNs)}`;
      return `${names} gave up waiting${place} at ${at}${due}: a time limit was up`;
    }
    case 'unknown':
      return `${names} ${was} cancelled at ${at}${begun}${after}`;
  }
}
