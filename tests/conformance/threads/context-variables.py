# A new thread does not inherit context variables, unless it is given a copy to run in.
import asyncio
import contextvars
import threading

user = contextvars.ContextVar("user", default="nobody")


def report(label):
    print(label, user.get())
    user.set(label)


def run(target, *args):
    thread = threading.Thread(target=target, args=args)
    thread.start()
    thread.join()


async def main():
    user.set("ada")
    context = contextvars.copy_context()
    run(context.run, report, "with a copy:")
    print(user.get(), "|", context[user])
    await asyncio.to_thread(report, "to_thread:")
    loop = asyncio.get_running_loop()
    run_with = contextvars.copy_context().run
    await loop.run_in_executor(None, run_with, report, "executor with a copy:")
    await loop.run_in_executor(None, lambda: print("executor alone:", user.get()))
    print(user.get())


asyncio.run(main())
