/** How it is told that an asynchronous generator was left open. */
import type { Analysis } from '../../analysis/analysis.ts';
import { shortName } from '../../analysis/labels.ts';
import type { GeneratorLeft } from '../open-generators.ts';
import { code, onLine, timeText } from './phrases.ts';

export function tellGeneratorLeft(analysis: Analysis, insight: GeneratorLeft): string {
  const { generator, location, when, cleanUp, fromNs } = insight;
  const name = shortName(generator);
  const closed =
    when === 'collected'
      ? 'the loop closed it, in a task of its own'
      : 'the loop was shut down, and closed it';
  return `The asynchronous generator ${code(name)} was left at the ${code('yield')}${onLine(analysis, location)} and not closed: its clean-up${onLine(analysis, cleanUp)} ran only when ${closed}, from ${timeText(fromNs)} on. ${code(`async with contextlib.aclosing(${name}(…))`)} closes it where it is left.`;
}
