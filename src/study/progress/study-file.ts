/**
 * All that a reader's browser keeps of their study, as a file. It is read with suspicion: a file
 * that is not whole and right is refused with a reason, and nothing of it is used.
 */
import { ENTRY_KINDS, LATEST_MS, type LogEntry } from '../cards/card-history.ts';
import type { StudySettings } from '../cards/review-queue.ts';
import { GRADES } from '../cards/schedule.ts';
import { isProgressKey, type Progress } from './progress.ts';

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

/** A hundred answers a day for five years. */
const MAX_FILE_MB = 32;

/** Marks are of chapters, snippets, questions and exercises; the course has some hundreds. */
const MAX_MARKS = 10_000;

/**
 * Looks at the size before the text, so that no file can stop the page.
 *
 * @throws BrokenStudyFile
 */
export async function readStudyFile(file: Blob): Promise<StudyFile> {
  const sizeMb = file.size / 1024 ** 2;
  if (sizeMb > MAX_FILE_MB) {
    throw new BrokenStudyFile(
      `The file has ${Math.ceil(sizeMb)} MB; this page reads up to ${MAX_FILE_MB} MB.`,
    );
  }
  return parseStudyFile(await file.text());
}

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
  refuseTwins(log);
  const settings = object(file.settings, 'settings');
  return {
    log,
    settings: {
      newPerDay: count(settings.newPerDay, 'settings, newPerDay', MOST_A_DAY),
      reviewsPerDay: count(settings.reviewsPerDay, 'settings, reviewsPerDay', MOST_A_DAY),
    },
    progress: progress(file.progress),
  };
}

function logEntry(data: unknown, where: string): LogEntry {
  const entry = object(data, where);
  const common = {
    id: text(entry.id, `${where}, id`),
    card: text(entry.card, `${where}, card`),
    atMs: count(entry.atMs, `${where}, atMs`, LATEST_MS),
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

/** An entry is known by its id: of two with one, the second would be lost without a word. */
function refuseTwins(log: readonly LogEntry[]): void {
  const places = new Map<string, number>();
  for (const [at, { id }] of log.entries()) {
    const first = places.get(id);
    if (first !== undefined) {
      throw new BrokenStudyFile(
        `In log, entry ${at + 1}, id: expected one of its own, found that of entry ${first + 1}.`,
      );
    }
    places.set(id, at);
  }
}

function progress(data: unknown): Progress {
  const entries = Object.entries(object(data, 'progress'));
  if (entries.length > MAX_MARKS) refuse('progress', `at most ${MAX_MARKS} marks`, entries.length);
  for (const [key, value] of entries) {
    if (!isProgressKey(key)) refuse('progress', 'a name such as "read/coroutines"', key);
    text(key, 'progress');
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

const MOST_A_DAY = Number.MAX_SAFE_INTEGER;

function count(data: unknown, where: string, most: number): number {
  if (!Number.isInteger(data) || (data as number) < 0 || (data as number) > most) {
    refuse(where, `a whole number from 0 to ${most}`, data);
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
