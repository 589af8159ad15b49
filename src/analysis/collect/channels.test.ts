import { expect, test } from 'vitest';
import {
  channelOpened,
  channelSeen,
  listening,
  loopBegan,
  loopEnded,
  serverClosed,
  traceOf,
} from '../../trace/test-events.ts';
import { analysisOf } from '../analysis.ts';

test('a connection knows its other direction, its server, and how it was last seen', () => {
  const { channels, servers } = analysisOf(
    traceOf([
      listening(0, 1, '127.0.0.1:8888', 0),
      channelOpened(1, 1, 'to the server', { type: 'connection', server: 1 }),
      channelOpened(1, 2, 'to the client', { type: 'connection', back: 1 }),
      channelSeen(2, 1, { unsent: 10 }),
      channelSeen(3, 1, { unsent: 64, isReaderOpen: false }),
      serverClosed(4, 1),
    ]),
  );
  expect(channels.get(1)).toMatchObject({ back: 2, server: 1, openedNs: 1e9 });
  expect(channels.get(1)?.last).toMatchObject({ atNs: 3e9, unsent: 64, isReaderOpen: false });
  expect(channels.get(2)?.last).toBeNull();
  expect(servers.get(1)).toMatchObject({ address: '127.0.0.1:8888', channels: 1, closedNs: 4e9 });
});

test('a loop has a run for each time that it ran', () => {
  const { loops } = analysisOf(
    traceOf([loopBegan(0, 1), loopEnded(1), loopBegan(2, 1), loopEnded(3), loopBegan(3, 2)]),
  );
  expect([...loops.values()]).toEqual([
    {
      id: 1,
      runs: [
        { thread: 0, fromNs: 0, toNs: 1e9 },
        { thread: 0, fromNs: 2e9, toNs: 3e9 },
      ],
      stopped: null,
    },
    { id: 2, runs: [{ thread: 0, fromNs: 3e9, toNs: null }], stopped: null },
  ]);
});
