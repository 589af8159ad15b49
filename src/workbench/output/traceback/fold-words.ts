import { isOwnFile } from '../../../analysis/traceback/ending-traceback.ts';
import type { Frame, Traceback } from '../../../analysis/traceback/traceback.ts';

/** `"line 9 in fetch"`, `"helper.py line 3"`. */
export function whereText({ file, line, function: name }: Frame, mainFile = 'main.py'): string {
  const inFile = file === mainFile ? '' : `${file.split('/').at(-1)} `;
  const inFunction = name === null || name === '<module>' ? '' : ` in ${name}`;
  return `${inFile}line ${line}${inFunction}`;
}

/** What is folded away: `", with 3 frames in asyncio"`; empty where nothing is. */
export function foldedText(traceback: Traceback): string {
  const frames = libraryFrames(traceback);
  if (frames.length === 0) return '';
  const modules = [...new Set(frames.map(({ file }) => moduleOf(file)))];
  const where = modules.length > MOST_MODULES ? 'libraries' : modules.join(' and ');
  return `, with ${frames.length} ${frames.length === 1 ? 'frame' : 'frames'} in ${where}`;
}

const MOST_MODULES = 2;

function libraryFrames({ frames, members, after }: Traceback): readonly Frame[] {
  return [
    ...(after ? libraryFrames(after.traceback) : []),
    ...frames.filter(({ file }) => !isOwnFile(file)),
    ...members.flatMap(libraryFrames),
  ];
}

/** `"/usr/lib/python3.14/asyncio/runners.py"` gives `"asyncio"`, `"<frozen runpy>"` `"runpy"`. */
function moduleOf(file: string): string {
  const [, frozen] = /^<frozen ([\w.]+)>$/.exec(file) ?? [];
  if (frozen !== undefined) return frozen.split('.')[0] ?? frozen;
  const inLibrary = file.replace(/^.*\/(?:python3\.\d+|site-packages)\//, '');
  return (inLibrary.split('/')[0] ?? inLibrary).replace(/\.py$/, '');
}
