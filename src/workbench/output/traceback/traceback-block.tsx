import type { ComponentChildren } from 'preact';
import { innermostOwn, isOwnFile } from '../../../analysis/traceback/ending-traceback.ts';
import { type Frame, firstLineOf, type Traceback } from '../../../analysis/traceback/traceback.ts';
import { LongText } from '../long-text.tsx';
import { foldedText, whereText } from './fold-words.ts';
import type { PrintedTraceback } from './printed-tracebacks.ts';
import './traceback-block.css';

export interface TracebackBlockProps {
  readonly printed: PrintedTraceback;
  /** The number of its first line among all that was printed. */
  readonly number: number;
}

/**
 * A traceback, the exception first and the library's frames folded. Its lines stand in the document
 * in CPython's order and complete, so that what is copied, and what is read aloud, is what CPython
 * printed; only styles fold and reorder them.
 */
export function TracebackBlock({ printed, number }: TracebackBlockProps) {
  const { texts, lead, traceback } = printed;
  const draw: Draw = (from, to, part, where) =>
    texts
      .slice(from, to)
      .map((text, at) => (
        <Line
          key={from + at}
          text={text}
          part={partOf(part, text)}
          number={number + from + at}
          where={at === 0 ? where : undefined}
        />
      ));
  return (
    <div class="traceback">
      {draw(0, Math.min(lead, 1), 'lead')}
      {draw(1, lead, 'about')}
      <Unit traceback={traceback} draw={draw} />
      <label class="traceback-toggle">
        <input type="checkbox" class="sr-only" />
        As Python prints it{foldedText(traceback)}
      </label>
    </div>
  );
}

type Part =
  | 'lead'
  | 'about'
  | 'header'
  | 'own'
  | 'library'
  | 'headline'
  | 'art'
  | 'quote'
  | 'caret';
type Draw = (from: number, to: number, part: Part, where?: string) => ComponentChildren;

function Unit({ traceback, draw }: { readonly traceback: Traceback; readonly draw: Draw }) {
  const { from, to, frames, headlineAt, members, after } = traceback;
  const framesAt = frames[0]?.from ?? headlineAt;
  const membersAt = members[0] ? firstLineOf(members[0]) - 1 : to;
  const innermost = innermostOwn(traceback);
  return (
    <div class="traceback-unit" data-group={members.length > 0 || undefined}>
      {after && (
        <div class="traceback-after" data-how={HOW[after.how]}>
          <Unit traceback={after.traceback} draw={draw} />
          {draw(after.traceback.to, from, 'art')}
        </div>
      )}
      <div class="traceback-calls">
        {draw(from, framesAt, 'header')}
        {frames.map((frame) => drawFrame(frame, draw))}
      </div>
      <div class="traceback-headline">
        {draw(headlineAt, membersAt, 'headline', innermost ? whereText(innermost) : undefined)}
      </div>
      {members.length > 0 && (
        <div class="traceback-members">
          {members.map((member, at) => (
            <div key={member.from}>
              {draw(at === 0 ? membersAt : (members[at - 1]?.to ?? to), firstLineOf(member), 'art')}
              <Unit traceback={member} draw={draw} />
            </div>
          ))}
          {draw(members.at(-1)?.to ?? to, to, 'art')}
        </div>
      )}
    </div>
  );
}

const HOW = { cause: 'Raised because of this:', context: 'Raised while this was being handled:' };

function drawFrame({ file, from, to }: Frame, draw: Draw): ComponentChildren {
  const isOwn = isOwnFile(file);
  return [
    draw(from, from + 1, isOwn ? 'own' : 'library'),
    draw(from + 1, to, isOwn ? 'quote' : 'library'),
  ];
}

/** Of quoted source, the marks under it. */
function partOf(part: Part, text: string): Part {
  return part === 'quote' && /^[\s|]*[~^][\s~^]*$/.test(text) ? 'caret' : part;
}

interface LineProps {
  readonly text: string;
  readonly part: Part;
  readonly number: number;
  /** Where the exception that it names was raised. */
  readonly where: string | undefined;
}

/** What a group draws before a line is set apart, to be folded with the rest of its art. */
function Line({ text, part, number, where }: LineProps) {
  const [art = ''] = (part !== 'art' && /^ +(?:\| |\+ (?=Exception Group))/.exec(text)) || [];
  return (
    <div class="traceback-line" data-part={part} data-where={where} data-output={number}>
      {art !== '' && <span class="traceback-art">{art}</span>}
      {text.length > art.length ? <LongText text={text.slice(art.length)} /> : <br />}
    </div>
  );
}
