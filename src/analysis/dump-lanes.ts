import type { Trace, TraceEvent } from '../trace/schema.ts';
import { traceOf } from '../trace/test-events.ts';
import { analysisOf } from './analysis.ts';
import type { Lane, Segment } from './lanes.ts';

/** For tests: a lane a block, a segment a line, indented under its parent. */
export function dumpLanes(trace: Trace | readonly TraceEvent[]): string {
  const { lanes } = analysisOf('events' in trace ? trace : traceOf(trace));
  return `\n${lanes.map(dumpLane).join('\n')}`;
}

function dumpLane({ label, depth, segments, finish, lostNs }: Lane): string {
  const rows = segments.map((segment) => `${spanText(segment)} ${stateText(segment)}`);
  rows.push(
    finish
      ? `${seconds(finish.atNs)} ${finish.how} ${finish.detail}`.trimEnd()
      : lostNs === null
        ? 'unfinished'
        : `${seconds(lostNs)} lost`,
  );
  const indent = '  '.repeat(depth);
  return [`${indent}${label}`, ...rows.map((row) => `${indent}  ${row}`)].join('\n');
}

function spanText({ fromNs, toNs }: Segment): string {
  return fromNs === toNs ? seconds(fromNs) : `${seconds(fromNs)}-${seconds(toNs)}`;
}

function stateText(segment: Segment): string {
  switch (segment.state) {
    case 'running':
      return 'running';
    case 'ready':
      return segment.heldBy === null ? 'ready' : `ready, held by ${segment.heldBy}`;
    case 'blocked':
      return `blocked ${segment.call === '' ? 'computing' : `in ${segment.call}`} at line ${segment.line}`;
    case 'waiting': {
      const { call, task, untilNs, location } = segment.on;
      const on = task === null ? `in ${call}` : `for task ${task}`;
      const at = segment.target === null ? '' : ` for ${segment.target}`;
      return `waiting ${on}${at}${untilNs === null ? '' : ` until ${seconds(untilNs)}`} at line ${location?.line ?? null}`;
    }
  }
}

function seconds(ns: number): string {
  return (ns / 1e9).toFixed(3);
}
