# The shell: echo, exit codes, sleep, cat, true and false, a sequence, a variable.
import asyncio


async def sh(command, data=None):
    process = await asyncio.create_subprocess_shell(
        command,
        stdin=asyncio.subprocess.PIPE if data else None,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate(data)
    print(f"{command!r}: {out.decode()!r} {process.returncode}", "error" if err else "")


async def main():
    await sh("echo hello world")
    await sh("echo 'single quotes' \"and double\"")
    await sh("exit 3")
    await sh("true")
    await sh("false")
    await sh("sleep 0.1")
    await sh("cat", b"copied\n")
    await sh("echo one; echo two")
    await sh("sleep 0.05 && echo slept")
    await sh("false || echo after all")
    await sh("echo to stderr >&2")
    await sh("no-such-command-here")


asyncio.run(main())
