import type { Span } from '../../quantity/value/formula.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { signOf } from '../../reading/signs.ts';

/** How many of how many goals a text says were met. */
export interface ScoreClaim {
  readonly met: number;
  readonly total: number;
  readonly span: Span;
}

const en = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const zh = [...'一二三四五六七八九十'];

/** A small number in digits, English or Chinese words. */
function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const english = en.indexOf(written.toLowerCase());
  if (english !== -1) return english + 1;
  if (written === '两') return 2;
  if (/^十[一二三四五六七八九]$/.test(written)) return 11 + zh.indexOf(written.charAt(1));
  return zh.indexOf(written) + 1;
}

const count = '(\\d{1,3}|[一二两三四五六七八九十]{1,2})';
const words = `(\\d{1,3}|${en.join('|')})`;
/** Each with the goals that were met, and all. */
const forms: readonly (readonly [RegExp, met: number, total: number])[] = [
  [
    new RegExp(
      `\\b(?:met|achieved|reached|hit) ${words} (?:out )?of (?:its |our |the |their )?${words} (?:annual |strategic |performance )?(?:goals|targets|objectives|commitments)\\b`,
      'gi',
    ),
    1,
    2,
  ],
  [
    new RegExp(
      `\\b${words} (?:out )?of (?:its |our |the |their )?${words} (?:annual |strategic |performance )?(?:goals|targets|objectives|commitments) (?:were|have been) (?:met|achieved|reached)\\b`,
      'gi',
    ),
    1,
    2,
  ],
  [new RegExp(`(?:完成|实现|达成)了?${count}[项个](?:年度)?(?:目标|任务|指标)中的${count}[项个]`, 'g'), 2, 1],
  [
    new RegExp(
      `(?<![\\d一二两三四五六七八九十百第])${count}[项个](?:年度)?(?:目标|任务|指标)(?:任务)?(?:中，?|，)(?:已|共|如期|按期|按时)?(?:完成|实现|达成)了?${count}[项个]`,
      'g',
    ),
    2,
    1,
  ],
];

/** Words without one of which a text tells no score. */
export const scoreSign = signOf('goals', 'targets', 'objectives', 'commitments', '目标', '任务', '指标');

/** “We met five of our six goals”, 6项目标中完成5项. */
export function scoreClaims({ text }: TextAlone): readonly ScoreClaim[] {
  return forms.flatMap(([form, met, total]) =>
    [...text.matchAll(form)].map((match) => ({
      met: numberOf(match[met] ?? ''),
      total: numberOf(match[total] ?? ''),
      span: [match.index, match.index + match[0].length] as const,
    })),
  );
}
