/** TLS that is pretended: as natively, from outside. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import { dedent } from '../dedent.ts';
import { printedBy, runPython, transcriptOf } from './run-python.ts';
import { toldOf } from './told-of.ts';

const FOLDER = new URL('./tls/', import.meta.url);
const names = readdirSync(FOLDER);
const certificates = Object.fromEntries(
  names
    .filter((name) => name.endsWith('.pem'))
    .map((name) => [name, new Uint8Array(readFileSync(new URL(name, FOLDER)))]),
);
const simulator = createNodeSimulator();
const same = (text: string) => dedent(text).trimEnd();

it.for(names.filter((name) => name.endsWith('.py')))(
  'prints of %s what CPython prints',
  async (name) => {
    const source = readFileSync(new URL(name, FOLDER), 'utf8');
    const { events, outcome } = await simulator.run({ source, files: certificates }).finished;
    const printed = events
      .flatMap((event) => (event.kind === 'output' ? [event.text] : []))
      .join('');
    expect(printed).toBe(readFileSync(new URL(name.replace('.py', '.txt'), FOLDER), 'utf8'));
    expect(outcome).toMatchObject({ kind: 'exited', status: 0 });
  },
);

const SERVER = `
    import asyncio, loopscope, ssl

    path = loopscope.certificate()
    serving = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    serving.load_cert_chain(path)
    asking = ssl.create_default_context(cafile=path)
    loopscope.latency(0.1)
`;

it('takes a round trip for a handshake, and two for one of TLS 1.2', async () => {
  const program = `
    ${SERVER}
    async def handle(reader, writer):
        writer.write(await reader.readline())
        writer.close()

    async def main():
        loop = asyncio.get_running_loop()
        async with await asyncio.start_server(handle, "localhost", 8443, ssl=serving):
            for version in (ssl.TLSVersion.TLSv1_3, ssl.TLSVersion.TLSv1_2):
                asking.maximum_version = version
                started = loop.time()
                reader, writer = await asyncio.open_connection("localhost", 8443, ssl=asking)
                print(writer.get_extra_info("ssl_object").version(), round(loop.time() - started, 3))
                writer.write(b"hello\\n")
                print(await reader.readline(), round(loop.time() - started, 3))
                writer.close()
                await writer.wait_closed()

    asyncio.run(main())
  `;
  expect(await printedBy(program)).toBe(
    same(`
    TLSv1.3 0.4
    b'hello\\n' 0.6
    TLSv1.2 0.6
    b'hello\\n' 0.8`),
  );
});

it('says that it is pretended, and reads a certificate of its own as any other', async () => {
  const program = `
    import loopscope, ssl
    print(ssl.OPENSSL_VERSION)
    path = loopscope.certificate("example.test", "10.0.0.1")
    context = ssl.create_default_context(cafile=path)
    context.load_cert_chain(path)
    print(path, context.get_ca_certs()[0]["subjectAltName"])
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] OpenSSL 3.6.5 (pretended by Loopscope: nothing is encrypted)
    [   0.000] /tmp/example.test.pem (('DNS', 'example.test'), ('IP Address', '10.0.0.1'))
    [   0.000]= exit 0`),
  );
});

it('shows a handshake as waiting for what the other side says', async () => {
  const program = `
    ${SERVER}
    async def main():
        async with await asyncio.start_server(print, "localhost", 8443, ssl=serving):
            _, writer = await asyncio.open_connection("localhost", 8443, ssl=asking)
            writer.close()
            await writer.wait_closed()

    asyncio.run(main())
  `;
  const { events } = await runPython(program);
  const handshakes = events.filter(
    (event) =>
      event.kind === 'step-ended' &&
      event.waitsOn?.call === 'open_connection' &&
      event.waitsOn.channel !== null,
  );
  expect(handshakes).toHaveLength(1);
});

it('finds who waits for whom in a deadlock above TLS', async () => {
  const program = `
    ${SERVER}
    async def handle(reader, writer):
        await reader.read()

    async def main():
        await asyncio.start_server(handle, "localhost", 8443, ssl=serving)
        reader, writer = await asyncio.open_connection("localhost", 8443, ssl=asking)
        await reader.read()

    asyncio.run(main())
  `;
  expect(await toldOf(program, ['channel-seen'])).toContain('deadlocked');
});

it('vouches by default for the simulated web alone, for any host and by a bundle of authorities', async () => {
  const program = `
    import ssl
    from _loopscope.tls import making
    from _loopscope.tls.conversation import Conversation, Side
    from _loopscope.tls.verification import WEB_AUTHORITY

    def ask(context, host, issuer):
        there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
        client = context.wrap_bio(back, there, server_hostname=host)
        side = Side(lambda name: [making.certificate([name], issuer)], ["http/1.1"])
        server = Conversation(True, side)
        for _ in range(3):
            try:
                client.do_handshake()
                client.write(b"GET /")
            except ssl.SSLWantReadError:
                pass
            except ssl.SSLError as error:
                return error.verify_message
            server.receive(there.read())
            back.write(server.take_out())
        return server.server_name, server.alpn, client.selected_alpn_protocol(), server.take_plain()[:5]

    default = ssl.create_default_context()
    default.set_alpn_protocols(["h2", "http/1.1"])
    print(ask(default, "example.com", WEB_AUTHORITY))
    print(ask(default, "example.com", "Somebody else"))
    own = making.as_pem("CERTIFICATE", making.certificate(["own.test"]).encoded)
    print(ask(ssl.create_default_context(cadata=own), "example.com", WEB_AUTHORITY))
    bundle = "".join(making.as_pem("CERTIFICATE", making.certificate([f"{n}.test"]).encoded) for n in range(100))
    print(ask(ssl.create_default_context(cadata=bundle), "example.com", WEB_AUTHORITY))
  `;
  expect(await printedBy(program)).toBe(
    same(`
    ('example.com', 'http/1.1', 'http/1.1', b'GET /')
    unable to get local issuer certificate
    unable to get local issuer certificate
    ('example.com', None, None, b'GET /')`),
  );
});
