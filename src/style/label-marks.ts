import type { TextAlone } from '../reading/text-alone.ts';
import type { Amiss } from './amiss.ts';
import { punctuationOf } from './punctuation.ts';

export type LabelFault = 'numeral' | 'bracketed' | 'digit' | 'ordinal';

interface Form {
  readonly kind: LabelFault;
  /** The label, then the wrong mark, then what follows. */
  readonly pattern: RegExp;
  readonly insert: string;
}

/** Marks behind the numbers of items (GB/T 15834-2011, 4.5.3.5; GB/T 9704-2012, 7.3.3), as they are often mistyped. */
const forms: readonly Form[] = [
  { kind: 'numeral', pattern: /^([一二三四五六七八九十]{1,3})([．.，,])(?=[\u3400-\u9fff])/, insert: '、' },
  {
    kind: 'bracketed',
    pattern: /^([（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[①-⑳])([、．.，,])/,
    insert: '',
  },
  { kind: 'digit', pattern: /^(\d{1,2})(、)(?=[\u3400-\u9fff“《])/, insert: '. ' },
  {
    kind: 'ordinal',
    pattern: /^(第[一二三四五六七八九十]{1,2})(、)(?![一二三四五六七八九十第])(?=[\u3400-\u9fff])/,
    insert: '，',
  },
];

/** Wrong marks behind the numbers that begin the sentences, the paragraphs and the items of lists of a text. */
export function labelFaults(words: TextAlone): readonly Amiss<LabelFault>[] {
  const { text } = words;
  const { starts, marks } = words.once(punctuationOf);
  const found = starts.flatMap(({ at }) => labelAt(text, at, forms));
  for (const { at, char, chinese } of marks)
    if (chinese && (char === '：' || char === '；')) found.push(...labelAt(text, at + 1, itemForms));
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** Forms that also number the items within a sentence. */
const itemForms = forms.filter(({ kind }) => kind === 'bracketed' || kind === 'digit');

/** Whether a label may begin at a place. */
const begins = (text: string, at: number): boolean =>
  '一二三四五六七八九十（(第'.includes(text.charAt(at)) || isDigit(text.charCodeAt(at));
const isDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x2460 && code <= 0x2473);

function labelAt(text: string, at: number, among: readonly Form[]): readonly Amiss<LabelFault>[] {
  if (!begins(text, at)) return [];
  const ahead = text.slice(at, at + 12);
  for (const { kind, pattern, insert } of among) {
    const [, label = '', mark = ''] = pattern.exec(ahead) ?? [];
    if (label === '') continue;
    const from = at + label.length;
    return [{ kind, span: [from, from + mark.length], insert }];
  }
  return [];
}
