import type { Prose } from '../../reading/prose.ts';
import type { Reading } from '../../reading/reading.ts';
import { speltWords, type Spelt } from '../../style/english-spellings.ts';
import { en, type Rule } from '../rule.ts';

export const spellingsSingle: Rule = {
  id: 'spellings-single',
  severity: 'warning',
  languages: ['en'],
  summary: { en: 'A word is spelt in one way.', zh: '同一英文词只用一种拼法。' },
  why: {
    en: 'Organisation here and organization there shows that texts of several hands were put together. Names, which begin with a capital, keep their own spelling.',
    zh: 'organisation、organization 混用，一看就是几个人的稿子拼起来的。专名按其本来拼法，不算。',
  },
  messages: {
    mixed: {
      en: ({ found, other, count }) =>
        `“${found}” is spelt “${other}…” elsewhere${count === 1 ? '' : ` (${count} times)`}`,
      zh: ({ found, other, count }) => `“${found}”在别处拼作“${other}…”（${count}次）`,
      help: { en: () => 'keep to one spelling', zh: () => '统一拼法' },
    },
  },

  on: {
    *report(reading) {
      for (const [mine, theirs] of reading.once(mixedSpellings)) {
        const [first] = mine;
        const [other] = theirs;
        if (first === undefined || other === undefined) continue;
        const { prose, span } = first;
        yield {
          ...prose.place(span),
          message: 'mixed',
          data: {
            found: prose.text.slice(...span),
            other: other.prose.text.slice(...other.span).slice(0, other.word.length),
            count: theirs.length,
          },
        };
      }
    },
  },

  examples: {
    en: {
      good: en`
        summary: { intro: The organisation grew. The World Health Organization and other organisations helped. }
      `,
      bad: en`
        summary: { intro: The organisation grew. Other organisations helped the organization. }
      `,
      finds: ['5:73 mixed'],
    },
  },
};

interface Placed extends Spelt {
  readonly prose: Prose;
}

/** The words of a report in two spellings: where it has the rarer one, and where the other; of as many the later. */
function mixedSpellings({ texts }: Reading): readonly (readonly [readonly Placed[], readonly Placed[]])[] {
  const words = new Map<string, [Placed[], Placed[]]>();
  for (const prose of texts)
    for (const each of prose.once(speltWords)) {
      if (!prose.isTyped(each.span)) continue;
      const ways = words.get(each.word) ?? [[], []];
      ways[each.way].push({ ...each, prose });
      words.set(each.word, ways);
    }
  return [...words.values()].flatMap(([one, other]): [Placed[], Placed[]][] => {
    if (one.length === 0 || other.length === 0) return [];
    return one.length < other.length ? [[one, other]] : [[other, one]];
  });
}
