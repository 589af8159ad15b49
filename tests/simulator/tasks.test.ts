/** What a trace tells of tasks: what they were called with, where they were made, and what they wait for. */
import { expect, it } from 'vitest';
import type { EventKind } from '../../src/trace/schema.ts';
import { dedent } from '../dedent.ts';
import { toldOf } from './told-of.ts';

const KINDS: readonly EventKind[] = [
  'file-seen',
  'task-created',
  'step-began',
  'step-ended',
  'task-finished',
];

const told = (source: string, kinds = KINDS) =>
  toldOf(source, kinds, /isLibrary=true|step-began|task-finished/);

it('tells short values of the arguments, of plain types alone', async () => {
  const program = `
    import asyncio

    class Shop:
        async def ask(self, item, /, n=2, *rest, price, loud=False, **more):
            pass

    class Secret:
        def __repr__(self):
            print("looked at")

    async def nothing():
        pass

    async def main():
        shop = Shop()
        await asyncio.gather(
            shop.ask("kiosk", price=1.5),
            shop.ask(Secret(), 10 ** 400, b"bytes", None, price=[1], kind="a" * 30, loud=True),
            shop.ask('say "hi"', *range(9), price=0),
            asyncio.sleep(1),
            nothing(),
        )

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 task-created task=1 name=Task-1 coroutine=main args= isLibrary=false parent=0 location=0:24
    0.000 task-created task=2 name=Task-2 coroutine=Shop.ask args="\\"kiosk\\", 2, price=1.5, loud=False" isLibrary=false parent=1 location=0:16
    0.000 task-created task=3 name=Task-3 coroutine=Shop.ask args="…, …, b\\"bytes\\", None, price=…, loud=True, kind=\\"aaaaaaaaaaaaaaaaaaa…\\"" isLibrary=false parent=1 location=0:16
    0.000 task-created task=4 name=Task-4 coroutine=Shop.ask args="'say \\"hi\\"', 0, 1, 2, 3, 4, 5, 6, …" isLibrary=false parent=1 location=0:16
    0.000 task-created task=6 name=Task-6 coroutine=nothing args= isLibrary=false parent=1 location=0:16
    0.000 step-ended task=1 [location=0:16 call=gather tasks=[2,3,4,5,6]]
    0.000 step-ended task=2
    0.000 step-ended task=3
    0.000 step-ended task=4
    0.000 step-ended task=5 [call=sleep untilNs=1000000000]
    0.000 step-ended task=6
    1.000 step-ended task=5
    1.000 step-ended task=1
    1.000 step-ended task=7
    1.000 step-ended task=8
    exit 0
  `),
  );
});

it('tells the tasks that gather, wait, a task group, as_completed and shield wait for', async () => {
  const program = `
    import asyncio

    def naps():
        return [asyncio.create_task(asyncio.sleep(n)) for n in (1, 2)]

    async def main():
        await asyncio.gather(*naps())
        await asyncio.wait(naps(), timeout=5)
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(1))
        for each in asyncio.as_completed(naps()):
            await each
        await asyncio.shield(naps()[0])
        await naps()[1]

    asyncio.run(main())
  `;
  expect(await told(program, ['step-ended'])).toBe(
    dedent(`
    0.000 step-ended task=1 [location=0:7 call=gather tasks=[2,3]]
    0.000 step-ended task=2 [call=sleep untilNs=1000000000]
    0.000 step-ended task=3 [call=sleep untilNs=2000000000]
    1.000 step-ended task=2
    2.000 step-ended task=3
    2.000 step-ended task=1 [location=0:8 call=wait tasks=[4,5] untilNs=7000000000]
    2.000 step-ended task=4 [call=sleep untilNs=3000000000]
    2.000 step-ended task=5 [call=sleep untilNs=4000000000]
    3.000 step-ended task=4
    4.000 step-ended task=5
    4.000 step-ended task=1 [location=0:9 call=TaskGroup tasks=[6]]
    4.000 step-ended task=6 [call=sleep untilNs=5000000000]
    5.000 step-ended task=6
    5.000 step-ended task=1 [location=0:12 call=as_completed tasks=[7,8]]
    5.000 step-ended task=7 [call=sleep untilNs=6000000000]
    5.000 step-ended task=8 [call=sleep untilNs=7000000000]
    6.000 step-ended task=7
    6.000 step-ended task=1 [location=0:12 call=as_completed tasks=[8]]
    7.000 step-ended task=8
    7.000 step-ended task=1 [location=0:13 call=shield task=9]
    7.000 step-ended task=9 [call=sleep untilNs=8000000000]
    7.000 step-ended task=10 [call=sleep untilNs=9000000000]
    8.000 step-ended task=9
    8.000 step-ended task=1 [location=0:14 task=12]
    8.000 step-ended task=11 [call=sleep untilNs=9000000000]
    8.000 step-ended task=12 [call=sleep untilNs=10000000000]
    9.000 step-ended task=10
    9.000 step-ended task=11
    10.000 step-ended task=12
    10.000 step-ended task=1
    10.000 step-ended task=13
    10.000 step-ended task=14
    exit 0
  `),
  );
});

it('tells lines in the files that a program imports from its folder', async () => {
  const program = `
    import asyncio

    with open("helper.py", "w") as file:
        file.write("import asyncio\\n\\nasync def nap():\\n    await asyncio.sleep(1)\\n")
    import helper

    async def main():
        await asyncio.create_task(helper.nap())

    asyncio.run(main())
  `;
  expect(await told(program, ['file-seen', 'line', 'task-created', 'step-ended'])).toBe(
    dedent(`
    0.000 line location=0:1 by=0
    0.000 line location=0:3 by=0
    0.000 line location=0:4 by=0
    0.000 line location=0:3 by=0
    0.000 line location=0:5 by=0
    0.000 file-seen file=1 name=/home/learner/helper.py source="import asyncio\\n\\nasync def nap():\\n    await asyncio.sleep(1)\\n"
    0.000 line location=1:1 by=0
    0.000 line location=1:3 by=0
    0.000 line location=0:7 by=0
    0.000 line location=0:10 by=0
    0.000 task-created task=1 name=Task-1 coroutine=main args= isLibrary=false parent=0 location=0:10
    0.000 line location=0:8 by=1
    0.000 task-created task=2 name=Task-2 coroutine=nap args= isLibrary=false parent=1 location=0:8
    0.000 step-ended task=1 [location=0:8 task=2]
    0.000 line location=1:4 by=2
    0.000 step-ended task=2 [location=1:4 call=sleep untilNs=1000000000]
    1.000 step-ended task=2
    1.000 step-ended task=1
    1.000 step-ended task=3
    1.000 step-ended task=4
    exit 0
  `),
  );
});

it('tells of tasks that begin inside create_task', async () => {
  const program = `
    import asyncio

    async def quick(n):
        return n

    async def slow():
        inner = asyncio.create_task(quick(2))
        await asyncio.sleep(1)

    async def main():
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
        asyncio.create_task(quick(1))
        await asyncio.create_task(slow())

    asyncio.run(main())
  `;
  expect(await told(program, ['task-created', 'step-began', 'step-ended', 'task-finished'])).toBe(
    dedent(`
    0.000 task-created task=1 name=Task-1 coroutine=main args= isLibrary=false parent=0 location=0:15
    0.000 task-created task=2 name=Task-2 coroutine=quick args=1 isLibrary=false parent=1 location=0:12
    0.000 step-ended task=2
    0.000 task-created task=3 name=Task-3 coroutine=slow args= isLibrary=false parent=1 location=0:13
    0.000 task-created task=4 name=Task-4 coroutine=quick args=2 isLibrary=false parent=3 location=0:7
    0.000 step-ended task=4
    0.000 step-ended task=3 [location=0:8 call=sleep untilNs=1000000000]
    0.000 step-ended task=1 [location=0:13 task=3]
    1.000 step-ended task=3
    1.000 step-ended task=1
    1.000 step-ended task=5
    1.000 step-ended task=6
    exit 0
  `),
  );
});

it('tells where a primitive was made, and what the program calls it', async () => {
  const program = `
    import asyncio

    class Slots(asyncio.Semaphore):
        def __init__(self):
            super().__init__(2)

    lock = asyncio.Lock()

    async def use(each):
        async with each:
            await asyncio.sleep(0)

    async def main():
        slots = Slots()
        table = {"event": asyncio.Event()}
        await asyncio.gather(use(lock), use(slots))
        table["event"].set()
        async with asyncio.Semaphore(3):
            pass
        await asyncio.wait_for(asyncio.Queue(1).put(1), 1)

    asyncio.run(main())
  `;
  expect(await told(program, ['primitive-seen'])).toBe(
    dedent(`
    0.000 primitive-seen primitive=1 type=Lock name=lock by=2 location=0:7 state={"kind":"lock","holder":2}
    0.000 primitive-seen primitive=2 type=Slots name=slots by=3 location=0:14 state={"kind":"semaphore","value":1,"holders":[3]}
    0.000 primitive-seen primitive=3 type=Event name=table['event'] by=1 location=0:15 state={"kind":"event","isSet":true}
    0.000 primitive-seen primitive=4 type=Semaphore by=1 location=0:18 state={"kind":"semaphore","value":2,"holders":[1]}
    0.000 primitive-seen primitive=5 type=Queue by=1 location=0:20 state={"kind":"queue","size":1,"maxSize":1,"unfinished":1}
    exit 0
  `),
  );
});
