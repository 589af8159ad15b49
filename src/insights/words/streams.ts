/** How it is told that bytes do not come, or do not go. */
import type { Analysis } from '../../analysis/analysis.ts';
import { type AgentId, type ChannelId, type Location, MAIN_AGENT } from '../../trace/schema.ts';
import { lineAt } from '../source.ts';
import { agentText, agree, amountText, code } from './phrases.ts';

/** Why nothing comes that could be read. */
export function bytesText(
  analysis: Analysis,
  channel: ChannelId,
  writer: AgentId | null,
  readers: readonly AgentId[],
  { call, location }: { readonly call: string; readonly location: Location | null },
): string {
  const { type, name, last: seen } = analysis.channels.get(channel) ?? NONE;
  if (type === 'pipe' && seen?.isWriterOpen === false) {
    return ` for somebody to open ${code(name)} to write`;
  }
  const lie = (seen?.unread ?? 0) + (seen?.underway ?? 0);
  const came =
    lie === 0
      ? 'nothing more has come'
      : `${amountText(lie, 'byte')} ${agree(lie, 'lies', 'lie')} there unread${/readline/.test(call) ? ', and no newline' : ''}`;
  const from =
    writer === null || writer === MAIN_AGENT || readers.includes(writer)
      ? ''
      : ` from ${agentText(analysis, writer)}`;
  if (
    type === 'connection' &&
    writer !== null &&
    seen?.isWriterOpen &&
    lie === 0 &&
    readsToEnd(analysis, location)
  ) {
    const who = agentText(analysis, writer);
    return ` for the end of what ${who} writes: ${who} has not closed its side, by ${code('close()')} or ${code('write_eof()')}`;
  }
  // Who reads to the end waits for it, too.
  const isEndMissing =
    type === 'pipe' &&
    seen?.isWriterOpen === true &&
    writer !== null &&
    analysis.agents.get(writer)?.kind !== 'process' &&
    !/readline|readexactly|readuntil|recv/.test(call);
  const end = isEndMissing
    ? `, and ${agentText(analysis, writer)} has not closed the other end`
    : '';
  return ` for more to read${from}: ${came}${end}`;
}

const NONE = { type: null, name: '', last: null };

/** Whether a line reads until there is no more: `read()` without a number. */
function readsToEnd(analysis: Analysis, location: Location | null): boolean {
  const line = lineAt(analysis, location);
  return /\.read\(\s*(?:-1\s*)?\)/.test(line) && line.split('.read(').length === 2;
}

/** Why nothing more can be written. */
export function roomText(analysis: Analysis, channel: ChannelId, reader: AgentId | null): string {
  const { type, name, last: seen } = analysis.channels.get(channel) ?? NONE;
  if (type === 'pipe' && seen?.isReaderOpen === false) {
    return ` for somebody to open ${code(name)} to read`;
  }
  const lie = (seen?.unsent ?? 0) + (seen?.underway ?? 0) + (seen?.unread ?? 0);
  const who =
    reader === null || reader === MAIN_AGENT ? 'the other end' : agentText(analysis, reader);
  return `${streamText(analysis, channel)}, and ${who} does not read${lie === 0 ? '' : `: ${amountText(lie, 'byte')} lie unread in the buffers`}`;
}

/** ``" for room to write"``; of a child's own, which stream: ``" for room to write to its stderr"``. */
function streamText({ channels }: Analysis, channel: ChannelId): string {
  const stream = /^(stdout|stderr) of /.exec(channels.get(channel)?.name ?? '')?.[1];
  return ` for room to write${stream ? ` to its ${stream}` : ''}`;
}
