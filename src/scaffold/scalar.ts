import { staysPlain } from '../source/edit.ts';

interface Written {
  readonly kind: 'text' | 'figure' | 'quoted';
  readonly text: string;
}

/** A scalar in a line of its own, without quotes where it can. */
export const plainOrQuoted = (value: Written): string =>
  isPlain(value, false) ? value.text : inQuotes(value.text);

/** The same between `{ }` or `[ ]`. */
export const flowText = (value: Written): string =>
  isPlain(value, true) ? value.text : inQuotes(value.text);

/** A key. Other scripts, spaces and brackets of full width need no quotes. */
export const keyText = (key: string): string =>
  /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}（）()、·—_.%+&/-]| (?! ))*$/u.test(key) &&
  !key.endsWith(' ') &&
  staysPlain(key, true)
    ? key
    : inQuotes(key);

/** Words that other readers of YAML take for something else than text. */
const notText =
  /^(?:~|null|true|false|yes|no|on|off|[-+.]?\d[\d_.,eE+:-]*|0[xo][\da-f]+|[-+]?\.(?:inf|nan))$/i;

function isPlain({ kind, text }: Written, inFlow: boolean): boolean {
  if (kind === 'quoted' || !staysPlain(text, inFlow)) return false;
  if (kind === 'text' && notText.test(text)) return false;
  return !/[“”‘’"#&*!|>{}[\]`\\]|^[<=~]|\s{2}|[^\S ]/.test(text);
}

/** Text in double quotes. What JSON leaves as it is but YAML forbids or could take for a break is escaped as well. */
export const inQuotes = (text: string): string =>
  text === ''
    ? "''"
    : JSON.stringify(text).replace(
        /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );

/** A text of several lines as a block, header first; undefined where it has one line, or would not come back as it is. */
export function literalText(text: string, indent: string): readonly string[] | undefined {
  const body = text.replace(/\n$/, '');
  const unsafe = /^[ \t\n]|\n$|\n[ \t]+(?:\n|$)|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/;
  if (body === '' || !text.includes('\n') || unsafe.test(body)) return undefined;
  return [text === body ? '|-' : '|', ...body.split('\n').map((line) => (line === '' ? '' : indent + line))];
}
