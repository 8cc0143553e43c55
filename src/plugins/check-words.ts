import type { Data, Words } from '../diagnostic.ts';
import type { Problems } from './problems.ts';

/** Whether a value is an object that can have entries. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words in both languages; of one language only, they are the words in both. */
export function checkWords(value: unknown, what: string, problems: Problems): Words {
  const { en, zh } = pair(value, what, problems, (text) => typeof text === 'string' && text.trim() !== '');
  return { en: en as string, zh: zh as string };
}

/** A text that is filled in with data. */
type Text = (data: Data) => string;

/** Texts in both languages, each written out or made by a function of the data; of one language only, they are the texts in both. */
export function checkTexts(
  value: unknown,
  what: string,
  problems: Problems,
): { readonly en: Text; readonly zh: Text } {
  const { en, zh } = pair(
    value,
    what,
    problems,
    (text) => typeof text === 'function' || typeof text === 'string',
  );
  return { en: asText(en, what), zh: asText(zh, what) };
}

/** What makes no text fails where it is used, and is named there. */
function asText(made: unknown, what: string): Text {
  if (typeof made !== 'function') return () => String(made);
  return (data) => {
    const text: unknown = made(data);
    if (typeof text === 'string') return text;
    throw new TypeError(`${what} makes ${String(text)}, which is no text`);
  };
}

function pair(
  value: unknown,
  what: string,
  problems: Problems,
  isRight: (text: unknown) => boolean,
): { readonly en: unknown; readonly zh: unknown } {
  const { en, zh } = isObject(value) ? value : { en: undefined, zh: undefined };
  const given = [en, zh].filter((each) => each !== undefined);
  if (value === undefined) problems.missing(what, `{ en: '…', zh: '…' }`);
  else if (given.length === 0 || !given.every(isRight)) problems.wrong(what, `{ en: '…', zh: '…' }`);
  return { en: en ?? zh ?? '', zh: zh ?? en ?? '' };
}
