import type { Span } from '../quantity/value/formula.ts';

/** Something amiss at its place in a text, with what belongs there; without that only its author can say. */
export interface Amiss<K extends string = string> {
  readonly kind: K;
  readonly span: Span;
  readonly insert?: string;
}

/** Whether a code is that of a Han character, 〇 among them. */
export const isHanCode = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || code === 0x3007;

/** Whether a character is Han. */
export const isHanAt = (text: string, at: number): boolean => isHanCode(text.charCodeAt(at));

const chineseMarks = '“”‘’—…％';

/** Whether a character is Han or a mark of Chinese texts. */
export function isChineseAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    isHanCode(code) ||
    (code >= 0x3001 && code <= 0x301f) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code > 0x2000 && chineseMarks.includes(text.charAt(at)))
  );
}
