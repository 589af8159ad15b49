/** Which part of Python's standard library is shipped, and which part is in memory from the start. */

/** In the boot image: what asyncio programs import most. All of it pure Python. */
export const PRELOADED = [
  'asyncio',
  'collections',
  'concurrent.futures',
  'contextlib',
  'contextvars',
  'dataclasses',
  'datetime',
  'enum',
  'functools',
  'inspect',
  'itertools',
  'json',
  'logging',
  'math',
  'operator',
  'queue',
  'random',
  're',
  'threading',
  'time',
  'traceback',
  'typing',
];

/** Modules that make no sense in a page: terminals, mail, browsers, installers, debuggers. */
const LEFT_OUT = [
  'antigravity.py',
  'ctypes/',
  'curses/',
  'ensurepip/',
  'ftplib.py',
  'idlelib/',
  'imaplib.py',
  'mailbox.py',
  'poplib.py',
  'pydoc_data/',
  'tkinter/',
  'turtledemo/',
  'venv/',
  'webbrowser.py',
];

/** Whether a path of the standard library's archive is not shipped. */
export function isLeftOut(path: string): boolean {
  return LEFT_OUT.some((entry) => (entry.endsWith('/') ? path.startsWith(entry) : path === entry));
}
