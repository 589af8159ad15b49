/** All that can be changed of a run, without a mouse: its waits, the latency, and what is changed. */
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { analysisOf } from '../../analysis/analysis.ts';
import { type TimedWait, timedWaits } from '../../analysis/timed-waits.ts';
import { changesSomething, LONGEST_LATENCY_NS, LONGEST_WAIT_NS } from '../../simulator/what-if.ts';
import type { AgentId, Trace } from '../../trace/schema.ts';
import { waitKey } from '../../trace/timed-waits.ts';
import { lengthOf } from './changes.ts';
import { ChangesInForce } from './changes-in-force.tsx';
import { LengthField } from './length-field.tsx';
import { lengthText } from './lengths.ts';
import { WhatIfContext } from './what-if-context.ts';

export interface WhatIfPanelProps {
  readonly trace: Trace;
  /** Where the playhead stands: what waits there comes first. */
  readonly nowNs: number;
}

/** So many are shown at first, and each time that more are asked for. */
const EACH_TIME = 6;

const LATENCY_SLIDER_NS = 0.5e9;

export function WhatIfPanel({ trace, nowNs }: WhatIfPanelProps) {
  const control = useContext(WhatIfContext);
  const [most, setMost] = useState(EACH_TIME);
  /** Not sorted anew while a length in it is changed. */
  const [order, setOrder] = useState<readonly string[]>([]);
  const waits = useMemo(() => timedWaits(trace), [trace]);
  useEffect(() => {
    setOrder(atHand(waits, nowNs).map(({ name }) => waitKey(name)));
    setMost(EACH_TIME);
  }, [nowNs]);
  useEffect(() => control?.prepare(), []);
  if (!control) return null;
  const { inForce } = control;
  const byKey = new Map(waits.map((wait) => [waitKey(wait.name), wait]));
  const known = order.flatMap((key) => byKey.get(key) ?? []);
  const listed = known.length > 0 ? known : atHand(waits, nowNs);
  const labelOf = (agent: AgentId) => analysisOf(trace).agents.get(agent)?.label || 'the program';
  return (
    <section class="wi-panel" aria-label="What if">
      <p class="wi-lead">
        What if a wait took longer? Change a length, or drag the end of a bar in the picture: the
        run is made again at once.
      </p>
      {listed.length === 0 && <p class="wi-none">Nothing in this run waits for a set time.</p>}
      <ul class="wi-waits">
        {listed.slice(0, most).map((wait) => (
          <WaitRow key={waitKey(wait.name)} wait={wait} label={labelOf(wait.agent)} />
        ))}
      </ul>
      {listed.length > most && (
        <button
          type="button"
          class="rv-button rv-text-button"
          onClick={() => setMost(most + EACH_TIME)}
        >
          More waits ({listed.length - most})
        </button>
      )}
      {(hasTraffic(trace) || inForce.latencyNs !== null) && (
        <div class="wi-row">
          <span class="wi-what">
            Latency of the network
            <small>{inForce.latencyNs === null ? 'as the program says' : 'for this run'}</small>
          </span>
          <LengthField
            label="Latency of the network"
            unit="ms"
            lengthNs={inForce.latencyNs ?? 0}
            sliderNs={LATENCY_SLIDER_NS}
            mostNs={LONGEST_LATENCY_NS}
            onChange={(ns) => control.setLatency(ns)}
            onKeep={() => {}}
          />
        </div>
      )}
      {changesSomething(inForce) && (
        <ChangesInForce control={control} waits={byKey} labelOf={labelOf} />
      )}
    </section>
  );
}

function WaitRow({ wait, label }: { readonly wait: TimedWait; readonly label: string }) {
  const control = useContext(WhatIfContext);
  if (!control) return null;
  const { name, line, fromNs, untilNs, askedNs } = wait;
  const literal = control.literalOf(wait);
  const place = line === null ? '' : `line ${line}`;
  return (
    <li class="wi-row">
      <span class="wi-what">
        <span>
          <code>{label}</code> {WORDS[name.kind]}
        </span>
        <small>
          {[place, `at ${lengthText(fromNs)}`, literal ? 'changes the code' : 'for this run']
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <LengthField
        label={`Length: ${label} ${WORDS[name.kind]}, ${place}`}
        unit="s"
        lengthNs={lengthOf(control.inForce, name) ?? untilNs - fromNs}
        sliderNs={Math.max(2 * askedNs, untilNs - fromNs)}
        mostNs={LONGEST_WAIT_NS}
        onChange={(ns) => control.change(wait, ns)}
        onKeep={control.keep}
      />
    </li>
  );
}

const WORDS: Record<TimedWait['name']['kind'], string> = {
  sleep: 'sleeps',
  'blocking-sleep': 'blocks in time.sleep',
  limit: 'has a time limit',
  wait: 'waits for others',
  callback: 'sets a timer',
};

/** Those that are under way come first, then the next ones, then those that are over. */
function atHand(waits: readonly TimedWait[], nowNs: number): readonly TimedWait[] {
  const rank = ({ fromNs, untilNs }: TimedWait) => (fromNs > nowNs ? 1 : untilNs >= nowNs ? 0 : 2);
  return waits.toSorted((a, b) => rank(a) - rank(b));
}

function hasTraffic({ events }: Trace): boolean {
  return events.some(
    (event) =>
      event.kind === 'server-listening' ||
      (event.kind === 'channel-opened' && event.type === 'connection'),
  );
}
