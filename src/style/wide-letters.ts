import type { TextAlone } from '../reading/text-alone.ts';
import type { Amiss } from './amiss.ts';
import { proseOf, punctuationOf } from './punctuation.ts';

export type WideFault = 'letters' | 'comma';

/** Digits and letters as wide as Han characters, which are set narrow (GB/T 15835-2011, 5.1), and a wide comma that parts thousands. */
export function wideLetters(words: TextAlone): readonly Amiss<WideFault>[] {
  const { text } = words;
  const { has } = words.once(punctuationOf);
  if (!has.wide && !(has.digit && text.includes('，'))) return [];
  const prose = proseOf(words);
  const found: Amiss<WideFault>[] = [];
  for (const { 0: run, index } of prose.matchAll(
    /[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+|，[０-９]{3}(?![０-９]))*％?/g,
  ))
    found.push({ kind: 'letters', span: [index, index + run.length], insert: narrow(run) });
  for (const { 0: run, index } of prose.matchAll(/(?<![\d，.])[1-9]\d{0,2}(?:，\d{3})+(?![\d，])/g))
    found.push({ kind: 'comma', span: [index, index + run.length], insert: run.replaceAll('，', ',') });
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

const narrow = (run: string): string =>
  run.replaceAll(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
