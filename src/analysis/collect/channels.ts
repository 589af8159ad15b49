/** Streams of bytes, and the sockets at which connections come in. */
import type { AgentId, ChannelId, EventOf, Location, ServerId } from '../../trace/schema.ts';
import type { Collector, Growing } from './collector.ts';

type Opened = EventOf<'channel-opened'>;

export interface Channel {
  readonly id: ChannelId;
  readonly type: Opened['type'];
  readonly name: string;
  /** The listening socket that the connection came in at. */
  readonly server: ServerId | null;
  /** The other direction of the same connection. */
  readonly back: ChannelId | null;
  readonly openedNs: number;
  /** How it stood when that was last told. */
  readonly last: EventOf<'channel-seen'> | null;
}

/** By number, in the order in which they were opened. */
export function collectChannels(): Collector<ReadonlyMap<ChannelId, Channel>> {
  const channels = new Map<ChannelId, Growing<Channel>>();
  return {
    on: {
      'channel-opened': ({ channel: id, type, name, server, back, atNs: openedNs }) => {
        channels.set(id, { id, type, name, server, back, openedNs, last: null });
        const other = back === null ? undefined : channels.get(back);
        if (other) other.back ??= id;
      },
      'channel-seen': (event) => {
        const channel = channels.get(event.channel);
        if (channel) channel.last = event;
      },
    },
    end: () => channels,
  };
}

export interface Server {
  readonly id: ServerId;
  /** `127.0.0.1:8888`, or the path of a Unix socket. */
  readonly address: string;
  readonly by: AgentId;
  readonly location: Location | null;
  readonly listeningNs: number;
  /** Null where it still listened at the end. */
  readonly closedNs: number | null;
  /** How many streams of bytes came in at it. */
  readonly channels: number;
}

/** By number, in the order in which they began to listen. */
export function collectServers(): Collector<ReadonlyMap<ServerId, Server>> {
  const servers = new Map<ServerId, Growing<Server>>();
  return {
    on: {
      'server-listening': ({ server: id, address, by, location, atNs: listeningNs }) => {
        servers.set(id, { id, address, by, location, listeningNs, closedNs: null, channels: 0 });
      },
      'server-closed': ({ server: id, atNs }) => {
        const server = servers.get(id);
        if (server) server.closedNs ??= atNs;
      },
      'channel-opened': ({ server: id }) => {
        const server = id === null ? undefined : servers.get(id);
        if (server) server.channels += 1;
      },
    },
    end: () => servers,
  };
}
