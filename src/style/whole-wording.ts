import type { TextAlone } from '../reading/text-alone.ts';
import type { Amiss } from './amiss.ts';
import { proseOf, punctuationOf } from './punctuation.ts';

export type WordingFault = 'rate' | 'area' | 'occurred' | 'negated' | 'blended';

interface Form {
  readonly kind: WordingFault;
  /** A word without which it is not sought. */
  readonly sign: RegExp;
  readonly pattern: RegExp;
}

/**
 * Words that are left out or said twice: a rate without 率, an area without 全 or 我, 无…的发生, two negations that take each other back, and two
 * constructions run into one. What is found is the match without what stands ahead of it.
 */
const forms: readonly Form[] = [
  {
    kind: 'rate',
    sign: /%/,
    pattern:
      /(?<=[\u3400-\u9fff]{2})(?:达标|入园|入学|升学|就业|巩固|普及|参保|满意|成活)(?:达到?|为)?(?=\d{1,3}(?:\.\d{1,4})?%[，。；、）])/g,
  },
  {
    kind: 'area',
    sign: /\d/,
    pattern:
      /(?<=^|[\n，。；：])[省市县区镇乡](?=(?:\d{4,}|\d{1,3},\d{3}|\d+(?:\.\d+)?万)[多余]?[名人户位])/g,
  },
  {
    kind: 'occurred',
    sign: /的发生/,
    pattern: /(?<=(?:(?<![有存])无|没有|未有)[^，。；：、\n防避杜遏]{2,20})的发生(?=[，。；])/g,
  },
  {
    kind: 'negated',
    sign: /[防避杜禁忌]/,
    pattern:
      /(?:防止|避免|杜绝|谨防)[^，。；：、\n]{0,16}(?:不再|不会)(?:发生|出现|反弹|重演)|(?:严禁|禁止)[^，。；：、\n]{0,14}不(?:得|准|可|能)|切忌(?:不要|不可|不能|勿)/g,
  },
  {
    kind: 'blended',
    sign: /原因|本着|围绕/,
    pattern:
      /原因(?:主要)?[是在](?:于)?[^，。；\n]{3,30}(?:造成|导致|引起|所致)的?(?=[，。；])|本着[^，。；\n]{2,20}为(?:原则|宗旨|目的)|围绕(?:着)?[^，。；\n]{2,20}为(?:中心|核心|重点|主题)(?=[，。；]|[开推抓谋])/g,
  },
];

/** Where words of a Chinese text are left out or said twice. */
export function wordingFaults(words: TextAlone): readonly Amiss<WordingFault>[] {
  if (!words.once(punctuationOf).has.han) return [];
  const prose = proseOf(words);
  const found: Amiss<WordingFault>[] = [];
  for (const { kind, sign, pattern } of forms)
    if (sign.test(prose))
      for (const { 0: all, index } of prose.matchAll(pattern))
        found.push({ kind, span: [index, index + all.length] });
  return found.sort((a, b) => a.span[0] - b.span[0]);
}
