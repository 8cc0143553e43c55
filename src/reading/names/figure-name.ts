import type { Prose } from '../prose.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { reserved } from '../../source/grammar.ts';
import { statementAround } from '../statements.ts';

const LONGEST = 14;
const joins =
  /(?:[为达到共有是仅已计约近超过：:的了\s]|合计|累计|总计|总数|总额|分别|不低于|不少于|不超过|平均每人每月|人均每月|人均|\b(?:was|were|is|are|of|to|at|by|the|a|an|in|and|has|have|had|about|over|nearly|reached|made|found|closed|only)\b)+$/i;
const leads =
  /^(?:其中|另有|另外|同时|并且|并|且|还|共|已|也|又|全年|今年|本年|当年|截至[^，]{0,12}[底日月]|我[市省县区校局]|全[市省县区校局]|[一二三四五六七八九]是|the |a |an |and |of |in \d{4} )+/i;

/** As many characters around a figure tell the language of its text. */
const NEAR = 1000;

/**
 * A name for a figure, taken from the words around it: what stands before it in its clause, else the noun behind it
 * (学前三年毛入园率 in 学前三年毛入园率达113.4%; 校车 in 投放68辆校车). Never a word of the format.
 */
export function figureName(prose: Pick<Prose, 'text' | 'ends'>, { span, unit }: Quantity): string {
  const { text } = prose;
  const [start, end] = statementAround(prose, span);
  const before = clauseBefore(text.slice(Math.max(start, span[0] - 60), span[0]));
  const behind =
    /^ ?([\p{Script=Han}“”]{2,12}?)(?=[的，。；：、（）()！？,.;:\d]|$)|^ ?([A-Za-z][A-Za-z-]+(?: [a-z][a-z-]+){0,2})/u.exec(
      text.slice(span[1], Math.min(end, span[1] + 60)),
    );
  const noun = (behind?.[1] ?? behind?.[2] ?? '').replace(joins, '').trim();
  // in English the thing that is counted stands behind its number
  const counts = unit === '' && isName(noun) && !/\p{Script=Han}/u.test(before + noun);
  const name =
    isName(before) && !counts
      ? before
      : isName(noun)
        ? noun
        : longer(noun, before) ||
          (/\p{Script=Han}/u.test(text.slice(Math.max(0, span[0] - NEAR), span[1] + NEAR))
            ? unit.endsWith('%')
              ? '比例'
              : `${unit}数`
            : 'figure');
  return reserved.has(name) ? `${name}${/\p{Script=Han}/u.test(name) ? '数' : ' value'}` : name;
}

const longer = (a: string, b: string): string => (a.length >= b.length ? a : b);
const isName = (words: string): boolean => words.length >= (/\p{Script=Han}/u.test(words) ? 3 : 5);

/** The last clause of some words without what only leads up to a figure; from the left it is cut to a readable length. */
export function clauseBefore(words: string): string {
  const clause = words.slice(
    Math.max(...[...'，、：；,;:（(）)—{}'].map((mark) => words.lastIndexOf(mark))) + 1,
  );
  const bare = clause
    .replace(joins, '')
    .trim()
    .replace(leads, '')
    .replaceAll(/["“”'#&*!|>%@`[\]{}]/g, '')
    .trim();
  if (/\p{Script=Han}/u.test(bare)) return lastWords(behindFigure(bare));
  return bare.split(' ').slice(-4).join(' ');
}

/** What stands behind another figure of the clause: 学校 in 解决10个镇25所. */
const behindFigure = (words: string): string =>
  words.replace(/^.*\d[\d.]*[万亿多余]{0,2}\p{Script=Han}?/u, '');

/** Words that only lead to the name of a thing, whatever stands behind them. */
const connectors =
  /^(?:[的了和与及在对把将为等中上下内有现其各年月日个]|目前|累计|共计?|一共|总共|已经|全市|我市|全县|我局|其中|另外|以及|并|还|也|又)$/;
/** What was done with a thing: of 开通接送线路 the thing is 接送线路. */
const verbs =
  /^(?:组织|开展|举办|设立|荣获|获得?|建有|参加|完成|派出|投放|开通|募集|发送|建成|新增|实施|创建|评选出?|遴选出?|入读|组成|解决|承办|召开|印发|查出|发现|检查)了?(?=\p{Script=Han}{3})/u;

/** The last words of a clause that make a name of readable length, whole words only. */
function lastWords(clause: string): string {
  const words = wordsOf(clause);
  let name = '';
  for (let at = words.length - 1; at >= 0 && name.length + (words[at] ?? '').length <= LONGEST; at--)
    name = (words[at] as string) + name;
  const kept = wordsOf(name);
  while (kept.length > 1 && connectors.test(kept[0] as string)) kept.shift();
  return kept
    .join('')
    .replace(/^[的了和与及]/, '')
    .replace(verbs, '');
}

let segmenter: Intl.Segmenter | undefined;

/** The words of a Chinese text; what tells them apart is loaded where it is first asked for. */
function wordsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Names that are taken, and the next number for each that is wanted again; as fast for the thousandth as for the second. */
export class TakenNames {
  readonly #names: Set<string>;
  readonly #numbers = new Map<string, number>();

  constructor(names: Iterable<string> = []) {
    this.#names = new Set(names);
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** Takes a name: as it is where it is free, else with a number behind it. */
  take(name: string): string {
    let taken = name;
    for (let number = this.#numbers.get(name) ?? 2; this.#names.has(taken); number++) {
      taken = `${name}${number}`;
      this.#numbers.set(name, number + 1);
    }
    this.#names.add(taken);
    return taken;
  }
}
