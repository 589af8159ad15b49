/** What a voice is given to say for a piece of text: names and signs as an engineer reads them aloud. */

const IN_PROSE: readonly (readonly [RegExp, string])[] = [
  [/\basyncio\b/g, 'async I O'],
  [/\bI\/O\b/g, 'I O'],
  [/\bGIL\b/g, 'gill'],
  [/\s*→\s*/g, ' to '],
  [/…/g, ''],
];

/** In order: longer signs before those that they begin with. */
const IN_CODE: readonly (readonly [RegExp, string])[] = [
  [/["'`]/g, ''],
  [/__(\w+?)__/g, ' dunder $1 '],
  [/\bexcept\s*\*/g, 'except star '],
  [/\*\*?(?=\w)/g, ' star '],
  [/(?<=\w)\.(?=\w*[A-Za-z_])/g, ' dot '],
  [/==/g, ' equals '],
  [/!=/g, ' is not '],
  [/->/g, ' gives '],
  [/\+=/g, ' plus '],
  [/-=/g, ' minus '],
  [/(?<=\s)=(?=\s)|=/g, ' equals '],
  [/>=/g, ' at least '],
  [/<=/g, ' at most '],
  [/@/g, ' at '],
  [/([a-z])([A-Z])/g, '$1 $2'],
  [/[(){}[\]:;]/g, ' '],
  [/_/g, ' '],
  ...IN_PROSE,
];

/** ``"asyncio.create_task(ask())"`` gives `"async I O dot create task ask"`. */
export function spokenCode(code: string): string {
  return said(code, IN_CODE);
}

/** `"asyncio overlaps I/O"` gives `"async I O overlaps I O"`. White space at the ends stays. */
export function spokenProse(prose: string): string {
  return prose.replace(/\S(?:.*\S)?/s, (words) => said(words, IN_PROSE));
}

function said(text: string, rules: readonly (readonly [RegExp, string])[]): string {
  const words = rules.reduce((sofar, [sign, spoken]) => sofar.replace(sign, spoken), text);
  return words
    .replace(/\s+/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .trim();
}
