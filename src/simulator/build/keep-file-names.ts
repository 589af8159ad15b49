/**
 * File names are bytes. Emscripten keeps them as text, and bytes that are no UTF-8 would come back as
 * others; so what is no character becomes a lone surrogate, and that byte again, as Python has it with
 * `surrogateescape`.
 */

/** Rewrites Emscripten's three functions for text in memory. Throws where they are not as expected. */
export function keepFileNames(source: string): string {
  return CHANGES.reduce((text, [before, after]) => {
    if (text.split(before).length !== 2) {
      throw new Error(`expected once in Emscripten’s code, for names of files: ${before}`);
    }
    return text.replace(before, () => after);
  }, source);
}

const READ = 'var UTF8ArrayToString=(heapOrArray,idx=0,maxBytesToRead,ignoreNul)=>{idx>>>=0;';
const END = 'var endPtr=findStringEnd(heapOrArray,idx,maxBytesToRead,ignoreNul);';

const CHANGES: readonly (readonly [string, string])[] = [
  // Its first character may be a byte order mark.
  ['&&new TextDecoder;', "&&new TextDecoder('utf-8',{ignoreBOM:true});"],
  [
    `${READ}${END}`,
    `var lengthOfCharacter=${lengthOfCharacter};${READ}${END}` +
      'for(var at=idx;at<endPtr;){var length=lengthOfCharacter(heapOrArray,at,endPtr);' +
      'if(length){at+=length;continue}' +
      'return UTF8ArrayToString(heapOrArray,idx,at-idx)+String.fromCharCode(56320+heapOrArray[at])' +
      '+UTF8ArrayToString(heapOrArray,at+1,endPtr-at-1)}',
  ],
  [
    'else if(c>=55296&&c<=57343){len+=4;++i}',
    'else if(c>=56448&&c<=56575){len++}else if(c>=55296&&c<=57343){len+=4;++i}',
  ],
  [
    'else if(u<=65535){if(outIdx+2>=endIdx)break;',
    'else if(u>=56448&&u<=56575){if(outIdx>=endIdx)break;heap[outIdx++>>>0]=u-56320}' +
      'else if(u<=65535){if(outIdx+2>=endIdx)break;',
  ],
];

/** How many bytes the character takes that begins there; 0 if none does. As RFC 3629 has it. */
function lengthOfCharacter(bytes: ArrayLike<number>, at: number, end: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > end) return 0;
  const second = bytes[at + 1] ?? 0;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let more = 2; more < length; more++) {
    if (((bytes[at + more] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}
