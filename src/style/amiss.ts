import type { Span } from '../quantity/value/formula.ts';

/** Something amiss at its place in a text, with what belongs there; without that only its author can say. */
export interface Amiss<K extends string = string> {
  readonly kind: K;
  readonly span: Span;
  readonly insert?: string;
}

const han = /[\u3400-\u9fff\u3007]/;

/** Whether a character is Han. */
export const isHanAt = (text: string, at: number): boolean => han.test(text.charAt(at));

/** Whether a character is Han or a mark of Chinese texts. */
export const isChineseAt = (text: string, at: number): boolean =>
  /[\u3400-\u9fff\u3001-\u301f\uff01-\uff5e“”‘’—…％]/.test(text.charAt(at));
