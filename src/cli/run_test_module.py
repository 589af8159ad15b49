"""Runs one module of CPython's own tests, and says of each test how it ended.

``run_test_module.py FOLDER MODULE [ID...]``: FOLDER is a ``Lib/test``, MODULE such as
``test.test_asyncio.test_tasks``; tests of these ids, or of these last parts of ids, are left out. A line with MARK and JSON says
``["began", id]``, or ``[verdict, id, why]``. The same in the simulator and natively.
"""

import importlib.util
import json
import os
import sys
import unittest

MARK = "\x1e"

_REPORT = os.dup(1)
"""Of its own: tests replace ``sys.stdout``."""


def tell(*words):
    os.write(_REPORT, f"\n{MARK}{json.dumps(words)}\n".encode())


class Report(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.verdict, self.why = "failed", "it ended without a result"
        tell("began", test.id())

    def stopTest(self, test):
        tell(self.verdict, test.id(), self.why)
        super().stopTest(test)

    def addSuccess(self, test):
        self.verdict, self.why = "passed", ""

    def addExpectedFailure(self, test, err):
        self.verdict, self.why = "passed", ""

    def addUnexpectedSuccess(self, test):
        self.verdict, self.why = "failed", "it was expected to fail"

    def addSkip(self, test, reason):
        self.verdict, self.why = "skipped", reason
        self._tell_outside(test)

    def addError(self, test, err):
        self.verdict, self.why = "failed", self._words(test, err)
        self._tell_outside(test)

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.verdict, self.why = "failed", self._words(test, err)

    def _tell_outside(self, test):
        """What a class or a module says before its first test begins."""
        if not isinstance(test, unittest.TestCase):
            tell(self.verdict, test.id(), self.why)

    def _words(self, test, err):
        return self._exc_info_to_string(err, test).strip()


def find_tests(folder):
    """Have ``import test`` find that folder, and nothing else of what lies beside it."""
    spec = importlib.util.spec_from_file_location(
        "test", os.path.join(folder, "__init__.py"), submodule_search_locations=[folder]
    )
    package = sys.modules["test"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(package)


def all_but(left_out, suite):
    """The same suites, without the tests of those ids."""
    kept = []
    for each in suite:
        if isinstance(each, unittest.TestSuite):
            kept.append(all_but(left_out, each))
        elif not left_out & {each.id(), each.id().rpartition(".")[2]}:
            kept.append(each)
    return type(suite)(kept)


def main(folder, module, *left_out):
    find_tests(folder)
    try:
        suite = unittest.defaultTestLoader.loadTestsFromName(module)
    except unittest.SkipTest as reason:
        tell("skipped", module, str(reason))
    else:
        all_but(set(left_out), suite).run(Report())
    tell("ended", module)


if __name__ == "__main__":
    main(*sys.argv[1:])
