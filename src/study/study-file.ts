/**
 * All that a reader's browser keeps of their study, as a file. It is read with suspicion: a file
 * that is not whole and right is refused with a reason, and nothing of it is used.
 */
import { ENTRY_KINDS, type LogEntry } from './card-history.ts';
import { isProgressKey, type Progress } from './progress.ts';
import type { StudySettings } from './review-queue.ts';
import { GRADES } from './schedule.ts';

export interface StudyFile {
  readonly log: readonly LogEntry[];
  readonly settings: StudySettings;
  readonly progress: Progress;
}

const FORMAT = 'loopscope-study';
const VERSION = 1;

export function formatStudyFile(file: StudyFile): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...file }, null, 1)}\n`;
}

/** Its message is for the reader: what was expected, what was found, and where. */
export class BrokenStudyFile extends Error {}

/** @throws BrokenStudyFile */
export function parseStudyFile(text: string): StudyFile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new BrokenStudyFile('This is not a JSON file, or only part of one.');
  }
  const file = object(data, 'the file');
  if (file.format !== FORMAT) {
    throw new BrokenStudyFile(
      `This is not an export of Loopscope: it lacks "format": "${FORMAT}".`,
    );
  }
  if (file.version !== VERSION) {
    throw new BrokenStudyFile(
      `The file is of version ${String(file.version)}; this page reads version ${VERSION}. Reload the page, and try again.`,
    );
  }
  if (!Array.isArray(file.log)) refuse('log', 'a list', file.log);
  const log = (file.log as unknown[]).map((entry, at) => logEntry(entry, `log, entry ${at + 1}`));
  const settings = object(file.settings, 'settings');
  return {
    log,
    settings: {
      newPerDay: count(settings.newPerDay, 'settings, newPerDay'),
      reviewsPerDay: count(settings.reviewsPerDay, 'settings, reviewsPerDay'),
    },
    progress: progress(file.progress),
  };
}

function logEntry(data: unknown, where: string): LogEntry {
  const entry = object(data, where);
  const common = {
    id: text(entry.id, `${where}, id`),
    card: text(entry.card, `${where}, card`),
    atMs: count(entry.atMs, `${where}, atMs`),
  };
  const kind = oneOf(ENTRY_KINDS, entry.kind, `${where}, kind`);
  switch (kind) {
    case 'review':
      return { ...common, kind, grade: oneOf(GRADES, entry.grade, `${where}, grade`) };
    case 'undo':
      return { ...common, kind, of: text(entry.of, `${where}, of`) };
    default:
      return { ...common, kind };
  }
}

function progress(data: unknown): Progress {
  const entries = Object.entries(object(data, 'progress'));
  for (const [key, value] of entries) {
    if (!isProgressKey(key)) refuse('progress', 'a name such as "read/coroutines"', key);
    text(value, `progress, ${key}`);
  }
  return Object.fromEntries(entries) as Progress;
}

function object(data: unknown, where: string): Record<string, unknown> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    refuse(where, 'an object', data);
  }
  return data as Record<string, unknown>;
}

function text(data: unknown, where: string): string {
  if (typeof data !== 'string' || data === '' || data.length > 200) refuse(where, 'a text', data);
  return data as string;
}

/** Latest instant that a date can hold. */
const MAX = 8.64e15;

function count(data: unknown, where: string): number {
  if (!Number.isInteger(data) || (data as number) < 0 || (data as number) > MAX) {
    refuse(where, 'a whole number, 0 or more', data);
  }
  return data as number;
}

function oneOf<T extends string>(choices: readonly T[], data: unknown, where: string): T {
  if (!choices.includes(data as T)) refuse(where, choices.join(', '), data);
  return data as T;
}

function refuse(where: string, expected: string, found: unknown): never {
  const shown = (JSON.stringify(found) ?? 'nothing').slice(0, 60);
  throw new BrokenStudyFile(`In ${where}: expected ${expected}, found ${shown}.`);
}
