"""Runs four test files as processes of their own, two at a time, and
kills the one that does not come to an end."""

import asyncio
import sys

TESTS = {
    "test_login": "import time; time.sleep(0.8)",
    "test_basket": "import time; time.sleep(0.5); raise SystemExit(1)",
    "test_search": "import time; time.sleep(60)",
    "test_export": "import time; time.sleep(0.6)",
}


async def run_test(name, code, slots):
    async with slots:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", code
        )
        try:
            async with asyncio.timeout(2):
                status = await process.wait()
            verdict = f"failed with {status}" if status else "passed"
        except TimeoutError:
            verdict = "killed after 2 s"
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    print(f"{name:12} {verdict}")
    return verdict == "passed"


async def main():
    slots = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        tests = [
            group.create_task(run_test(name, code, slots), name=name)
            for name, code in TESTS.items()
        ]
    passed = sum(test.result() for test in tests)
    print(f"{passed} of {len(tests)} passed")


asyncio.run(main())
