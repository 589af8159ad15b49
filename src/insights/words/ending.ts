/** How it is told what ended a program, or why it does not end. */

import type { Analysis } from '../../analysis/analysis.ts';
import type { Ending } from '../../analysis/ending.ts';
import { least } from '../../analysis/extremes.ts';
import { shortName } from '../../analysis/labels.ts';
import type { AwaitOutside, LoopMisuse, MissingPackage } from '../ending/advice.ts';
import type { Computing, Endless, Repetition, Serving, TraceCut } from '../ending/endless.ts';
import type { CancelledFromBelow, PassedOn } from '../ending/errors.ts';
import type { MissingName } from '../ending/missing-name.ts';
import type { StillOpen } from '../ending/still-open.ts';
import type { ExitInTask } from '../exits.ts';
import { lineAt } from '../source.ts';
import { failureText } from './deadlock.ts';
import {
  agentsText,
  agentText,
  agree,
  amountText,
  atText,
  code,
  countText,
  culpritText,
  errorText,
  listText,
  onLine,
  onLines,
  primitiveText,
  sentenceCase,
  timeText,
} from './phrases.ts';
import { standingText } from './standings.ts';
import { waitText } from './waits.ts';

export function tellMissingPackage(analysis: Analysis, insight: MissingPackage): string {
  const { package: name, location, use } = insight;
  const where =
    WHERE[use] ?? 'which is not part of Python: only Python’s standard library is there to import';
  return `The program needs ${code(name)}${onLine(analysis, location)}, ${where}. ${INSTEAD[use]}`;
}

const WHERE: { readonly [Use in MissingPackage['use']]?: string } = {
  'not-shipped': 'a part of Python’s standard library that is left out here',
  'stand-in': 'which the stand-in for that library has not got',
  refused: 'which leads out of the program, where no program here can go',
  unknown: 'which is neither in Python’s standard library nor among the program’s files',
};

export function tellMissingName(analysis: Analysis, insight: MissingName): string {
  const { module, name, location } = insight;
  return `The program uses ${code(`${module}.${name}`)}${onLine(analysis, location)}. Python on Linux has that; the Python that runs here is built for a browser, and does not. Find a way without it.`;
}

const INSTEAD: { readonly [Use in MissingPackage['use']]: string } = {
  'async-requests':
    'To watch how the tasks behave, let `await asyncio.sleep(…)` stand for each request, or start a server with `asyncio.start_server` in the same program and talk to it.',
  requests:
    'To watch how the program behaves, let `time.sleep(…)` stand for each request: it blocks as a request does.',
  loop: 'Leave it out: the program runs the same on asyncio’s own event loop.',
  'not-shipped': 'Find a way without it.',
  refused: 'Leave it out.',
  'stand-in':
    'Leave it out, or give the program the real library: its wheel, and those that it needs.',
  unknown: 'Leave it out, or put what the program uses of it into the program.',
};

export function tellAwaitOutside(analysis: Analysis, insight: AwaitOutside): string {
  const { construct, location, function: name, awaited } = insight;
  const stands = `${sentenceCase(code(construct))} stands${onLine(analysis, location)}`;
  if (name !== null) {
    return `${stands} in ${code(name)}, which is a plain function: make it ${code(`async def ${name}`)}, and await it where it is called.`;
  }
  const outside = `${stands} outside any function, where Python does not allow it`;
  return awaited === null || awaited.startsWith('asyncio.')
    ? `${outside}: put it into ${code('async def main():')} and start that with ${code('asyncio.run(main())')}.`
    : `${outside}: start the coroutine with ${code(`asyncio.run(${awaited}())`)} instead.`;
}

export function tellLoopMisuse(analysis: Analysis, insight: LoopMisuse): string {
  const { how, call, location } = insight;
  const what = call === null ? 'What is called' : code(call);
  const where = onLine(analysis, location);
  return how === 'nested'
    ? `${what}${where} cannot start an event loop, because one runs already in this thread: in a coroutine, ${code('await')} what is to be run.`
    : `${what}${where} needs an event loop that runs, and none does: do that in a coroutine, and start that with ${code('asyncio.run(…)')}.`;
}

export function tellPassedOn(analysis: Analysis, insight: PassedOn): string {
  const { error, location, through, awaitedAt, fromNs, toNs } = insight;
  const [source = 0, ...others] = through;
  const via = others.length === 1 ? '' : `, by way of ${agentsText(analysis, others.slice(0, -1))}`;
  return `The program ended with ${errorText(error)} at ${timeText(toNs)}: it was raised in ${agentText(analysis, source)}${onLine(analysis, location)}${atText(fromNs, toNs)}, and came out again where ${agentText(analysis, others.at(-1) ?? 0)} awaited it${onLine(analysis, awaitedAt)}${via}.`;
}

export function tellExitInTask(analysis: Analysis, insight: ExitInTask): string {
  const { task, error, location, fromNs } = insight;
  return `${sentenceCase(agentText(analysis, task))} raised ${errorText(error)}${onLine(analysis, location)} at ${timeText(fromNs)}, which no event loop survives: it ended at once.`;
}

export function tellCancelledFromBelow(analysis: Analysis, insight: CancelledFromBelow): string {
  const { task, from, future, awaitedAt, raisedAt, request, endedProgram } = insight;
  const name = agentText(analysis, task);
  const error = code('CancelledError');
  const lead = endedProgram
    ? `The program ended with ${error}, although nobody cancelled ${name}`
    : `${sentenceCase(name)} ended with ${error}, although nobody cancelled it`;
  const at = onLine(analysis, awaitedAt);
  if (raisedAt !== null) return `${lead}: it raised the error itself${onLine(analysis, raisedAt)}.`;
  if (from === null) {
    return future === null
      ? `${lead}.`
      : `${lead}: it awaited ${primitiveText(analysis, future)}${at}, which was cancelled.`;
  }
  const asked = request ? `, which ${requestText(analysis, request)}` : '';
  return `${lead}: it awaited ${agentText(analysis, from)}${at}${asked}, and the error came out of that.`;
}

function requestText(
  analysis: Analysis,
  { by, reason, because, location }: NonNullable<CancelledFromBelow['request']>,
): string {
  if (reason === 'explicit') {
    return `${agentText(analysis, by)} had cancelled${onLine(analysis, location)}`;
  }
  const awaited = (reason === 'awaiter' || reason === 'gather') && because !== null;
  return awaited
    ? `had been cancelled when ${agentText(analysis, because)} stopped waiting for it`
    : 'had been cancelled';
}

export function tellEndless(analysis: Analysis, { repeating, waiting }: Endless): string {
  const what = repeating.map((each) => repetitionText(analysis, each));
  const others = waiting.map((each) => standingText(analysis, [each], false));
  const meanwhile = others.length === 0 ? '' : ` Meanwhile ${listText(others)}.`;
  return `The program goes on: ${listText(what)}, again and again.${meanwhile}`;
}

function repetitionText(
  analysis: Analysis,
  { agent, function: name, call, location }: Repetition,
): string {
  if (agent === null) {
    return `callback ${code(shortName(name ?? ''))} is scheduled${onLine(analysis, location)}`;
  }
  return `${agentText(analysis, agent)} waits${call === null ? '' : ` in ${code(call)}`}${onLine(analysis, location)}`;
}

/** Of more that are open, the first are told. */
const MOST_OPEN = 4;

export function tellStillOpen(analysis: Analysis, { open, toNs }: StillOpen): string {
  const told = open.slice(0, MOST_OPEN).map((each) => openText(analysis, each));
  const left = open.length - told.length;
  const more = left === 0 ? [] : [`${countText(left)} more`];
  return `Not at an end when the run was, at ${timeText(toNs)}: ${[...told, ...more].join('; ')}.`;
}

function openText(analysis: Analysis, { agent, status, waitsOn }: Ending): string {
  const who = agentText(analysis, agent);
  if (waitsOn === null) return `${who}, which ${status === 'ready' ? 'is ready to run' : 'runs'}`;
  const until = waitsOn.untilNs === null ? '' : ` until ${timeText(waitsOn.untilNs)}`;
  return `${who}, which waits${waitText(analysis, waitsOn)}${until}`;
}

/** Of more failures, the first are told. */
const MOST_FAILURES = 3;

/** Of the lines that a computation goes round, more are no help. */
const MOST_LINES = 4;

export function tellComputing(analysis: Analysis, insight: Computing): string {
  const { holdsLoop, by, callback, sinceNs, lines, kept, lateLimits } = insight;
  const who = culpritText(analysis, { by, callback, location: lines[0] ?? null });
  const where = onLines(analysis, lines.slice(0, MOST_LINES));
  if (!holdsLoop) {
    return `${sentenceCase(agentText(analysis, by))} has computed since ${timeText(sinceNs)}, and still does${where}.`;
  }
  const ready = least(kept.map(({ readyNs }) => readyNs));
  const others =
    kept.length === 0
      ? ''
      : `; ${agentsText(
          analysis,
          kept.map(({ agent }) => agent),
        )}, ready since ${timeText(ready)}, cannot have ${agree(kept.length, 'its', 'their')} turn`;
  const awaits = lines.find((location) => /\bawait\b/.test(lineAt(analysis, location)));
  const held = `${sentenceCase(who)} has held the event loop since ${timeText(sinceNs)}`;
  const how = awaits
    ? `${held}: it runs${where}, and the ${code('await')}${onLine(analysis, awaits)} returns at once each time, without suspending it`
    : `${held} without an ${code('await')}: it still computes${where}`;
  return `${how}${others}${limitText(analysis, lateLimits)}.`;
}

function limitText(analysis: Analysis, [first, ...more]: Computing['lateLimits']): string {
  if (!first) return '';
  const others = more.length === 0 ? '' : ` and ${amountText(more.length, 'other')}`;
  return `; the time limit of ${agentText(analysis, first.task)} (${code(first.call)}${onLine(analysis, first.location)}), due at ${timeText(first.dueNs ?? 0)},${others} cannot fire`;
}

export function tellServing(
  analysis: Analysis,
  { servers, hadClients, failures, waiting }: Serving,
): string {
  const all = servers.flatMap((id) => analysis.servers.get(id) ?? []);
  const [first] = all;
  const where = listText(
    all.map(({ address, location }) => `at ${code(address)}${onLine(analysis, location)}`),
  );
  const isReal = analysis.trace.clock === 'real';
  // Who came to a real server before is not recorded.
  const came = hadClients ? 'no client is left' : 'no client came';
  const clients = isReal ? 'no client is connected' : came;
  if (failures.length > 0) {
    const failed = failures
      .slice(0, MOST_FAILURES)
      .map((each) => failureText(analysis, each, 'failed'));
    const lost = waiting.map((each) => standingText(analysis, [each], false));
    return `${sentenceCase(listText(failed))}; now ${listText(lost)}. The program also serves ${where}, and ${clients}.`;
  }
  const serves = `The program serves ${where}, and ${clients}: it waits for one, as a server does, and is not stuck.`;
  if (isReal) return serves;
  return `${serves} To see it at work, connect to it in another task of the same program: ${code(clientText(first?.address ?? ''))}.`;
}

/** `"127.0.0.1:8888"` gives what connects to it. */
function clientText(address: string): string {
  const [, host = '', port, isDatagrams] = /^(.*):(\d+)( \(UDP\))?$/.exec(address) ?? [];
  if (port === undefined) {
    return `reader, writer = await asyncio.open_unix_connection(${JSON.stringify(address)})`;
  }
  const name = JSON.stringify(host.replace(/^\[|\]$/g, ''));
  return isDatagrams
    ? `await loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=(${name}, ${port}))`
    : `reader, writer = await asyncio.open_connection(${name}, ${port})`;
}

export function tellTraceCut({ fromNs, failure }: TraceCut): string {
  const why =
    failure === null
      ? 'at the limit of what is recorded'
      : `because what came next could not be recorded (${failure})`;
  return `The trace stops at ${timeText(fromNs)}, ${why}: after that there is only output.`;
}
