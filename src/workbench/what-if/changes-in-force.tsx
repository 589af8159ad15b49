import type { TimedWait } from '../../analysis/timed-waits.ts';
import type { AgentId } from '../../trace/schema.ts';
import { waitKey } from '../../trace/timed-waits.ts';
import { shortAgent } from './changes.ts';
import { lengthText } from './lengths.ts';
import type { WhatIfControl } from './what-if-context.ts';

export interface ChangesInForceProps {
  readonly control: WhatIfControl;
  /** The waits of the run that is shown, by their names. */
  readonly waits: ReadonlyMap<string, TimedWait>;
  readonly labelOf: (agent: AgentId) => string;
}

/** What is changed, each to be taken back. */
export function ChangesInForce({ control, waits, labelOf }: ChangesInForceProps) {
  const { waits: changed, latencyNs } = control.inForce;
  return (
    <div class="wi-force">
      <p>
        <b>Changed, and not in the code</b>
        <button type="button" class="wi-back" onClick={() => control.takeAllBack()}>
          Take all back
        </button>
      </p>
      <ul>
        {changed.map(({ wait, lengthNs }) => {
          const found = waits.get(waitKey(wait));
          const who = found ? labelOf(found.agent) : shortAgent(wait.agent);
          return (
            <li key={waitKey(wait)}>
              <span>
                <code>{who}</code>
                {wait.line !== null && `, line ${wait.line}`}
                {wait.nth > 1 && `, its wait no. ${wait.nth} there`}:{' '}
                {found && `${lengthText(found.askedNs)} → `}
                {lengthText(lengthNs)}
                {!found && ' (this run has no such wait)'}
              </span>
              <button
                type="button"
                class="wi-back"
                aria-label={`Take back: ${who}, ${lengthText(lengthNs)}`}
                onClick={() => control.takeBack(wait)}
              >
                Take back
              </button>
            </li>
          );
        })}
        {latencyNs !== null && (
          <li>
            <span>Latency of the network: {lengthText(latencyNs)}</span>
            <button
              type="button"
              class="wi-back"
              aria-label="Take back the latency"
              onClick={() => control.setLatency(null)}
            >
              Take back
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
