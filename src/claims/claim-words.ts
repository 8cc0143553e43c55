import type { Finding, Place, Words } from '../diagnostic.ts';
import type { Interval } from '../quantity/value/interval.ts';
import { printReach, type Pattern } from '../quantity/value/print-like.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { named } from '../reading/calculation.ts';
import { clauseBefore } from '../reading/names/figure-name.ts';
import type { Prose } from '../reading/prose.ts';
import { statementAround } from '../reading/statements.ts';

/** The same in both languages. */
export const both = (text: string): Words => ({ en: text, zh: text });

/** A value with its name: 入围3460人, entrants (3,460). */
export const withName = (name: Words, value: string): Words => ({
  en: name.en === '' ? value : named(name.en, value, 'en'),
  zh: name.zh === '' ? value : named(name.zh, value, 'zh'),
});

/** What does not go on with the name of a figure. */
const stops =
  /^(?:in|at|on|from|to|by|than|with|for|and|or|but|as|was|were|is|are|had|has|have|which|that|who|more|less|higher|lower|fewer|better|worse|up|down|compared|against|over|during|last|this|a|an|the|of|left|after)$/;

/** The noun behind an English figure: 695 hazards, 42.6 km of road; empty where none is. */
function nounBehind(text: string): string {
  const [, of = '', words = ''] = /^ (of )?([A-Za-z][A-Za-z-]+(?: [a-z][a-z-]+){0,2})/.exec(text) ?? [];
  const taken: string[] = [];
  for (const word of words.split(' ')) {
    if (word === '' || stops.test(word)) break;
    taken.push(word);
  }
  return taken.length === 0 ? '' : ` ${of}${taken.join(' ')}`;
}

/** What stands between a name and its figure, in English. */
const copulas =
  /(?: |\b(?:was|were|is|are|of|to|at|by|in|from|the|a|an|about|only|reached|totalled|stood|rose|fell|grew|up|down|has|have|had))+$/;
const leads = /^(?:the|a|an|and|in all|its|their)(?: |$)/i;

/** The last words of a clause that name the figure behind them; empty where none do. */
function nameBefore(words: string): string {
  const name = /\p{Script=Han}/u.test(words)
    ? clauseBefore(words).replace(/(?:[从由自比较占]|(?<![初高职集其空水海华])中)$/, '')
    : (/(?<![^,;:.()])[^,;:.()]*$/.exec(words)?.[0] ?? '')
        .replace(copulas, '')
        .trimStart()
        .replace(leads, '')
        .split(' ')
        .slice(-3)
        .join(' ');
  return name.length >= 2 && name.length <= 30 && !/\d/.test(name) ? name : '';
}

/** A figure of a text as messages name it. */
export interface Spoken {
  /** The words before it; empty where none name it. */
  readonly name: string;
  /** The figure, with the noun behind it where that names it: 695 hazards. */
  readonly value: string;
}

/** The words of a text that name a figure; `at` is where a name before it ends. */
export function spoken(
  prose: Prose,
  { span, text: value }: Pick<Quantity, 'span' | 'text'>,
  at = span[0],
): Spoken {
  const { text } = prose;
  const [start, end] = statementAround(prose, span);
  const noun = nounBehind(text.slice(span[1], Math.min(end, span[1] + 50)));
  return noun === ''
    ? { name: nameBefore(text.slice(Math.max(start, at - 60), at)), value }
    : { name: '', value: value + noun };
}

/** A figure of a text with its name in both languages: 发现隐患695处, 695 hazards. */
export const spokenWords = ({ name, value }: Spoken): Words => withName(both(name), value);

/** Behind a computed figure all that it may be, where that is more than one number: （1.075%至1.085%）. */
export function reachWords(interval: Interval, like: Pick<Pattern, 'unit' | 'factor' | 'step'>): Words {
  const [en, zh] = [printReach(interval, like, 'en'), printReach(interval, like, 'zh')];
  return { en: en === undefined ? '' : ` (${en})`, zh: zh === undefined ? '' : `（${zh}）` };
}

/** What a rounded figure of a text stands for, noted at its place; nothing for one that is exact. */
export function standsNote(
  place: Place,
  figure: Pick<Quantity, 'text' | 'unit' | 'factor' | 'step'>,
  interval: Interval,
): NonNullable<Finding['related']> {
  const [en, zh] = [printReach(interval, figure, 'en'), printReach(interval, figure, 'zh')];
  return en === undefined
    ? []
    : [{ ...place, note: { en: `${figure.text} stands for ${en}`, zh: `“${figure.text}”指${zh ?? ''}` } }];
}
