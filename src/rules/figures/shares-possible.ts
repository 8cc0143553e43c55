import { spoken, spokenWords } from '../../claims/claim-words.ts';
import { countsNear, smallShares, type SmallShare } from '../../claims/parts/possible-shares.ts';
import type { Finding } from '../../diagnostic.ts';
import { printLike } from '../../quantity/value/print-like.ts';
import Fraction from '../../quantity/value/fraction.ts';
import type { Prose } from '../../reading/prose.ts';
import { ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const sharesPossible: Rule = {
  id: 'shares-possible',
  severity: 'warning',
  figures: true,
  summary: {
    en: 'A percentage of a few things is one that a whole number of them gives.',
    zh: '个数不多时，占比应当是整个数能算出来的。',
  },
  why: {
    en: 'Of 40 people, 36 are 90% and 37 are 92.5%; no number of them is 91.2%. Either the percentage is wrong, or it is of something else. With 1,000 things and more, for one decimal, every percentage can be right and nothing is said, nor of scores, votes, averages and rates of other things.',
    zh: '40人里，36人占90%，37人占92.5%，没有哪个人数占91.2%：不是占比写错了，就是占的不是这40人。保留一位小数时，满1000个什么占比都可能有，不再核对；分数、票数、平均数和别的事情的比率也不核对。',
  },
  messages: {
    impossible: {
      en: ({ share, whole, below, belowShare, above, aboveShare }) =>
        `no whole number of ${whole} is ${share}: ${below} are ${belowShare}, ${above} are ${aboveShare}`,
      zh: ({ share, wholeZh, below, belowShare, above, aboveShare, unit }) =>
        `${wholeZh}，占比不会是${share}：${below}${unit}占${belowShare}，${above}${unit}占${aboveShare}`,
      help: {
        en: () => 'check the percentage and the count, or say of what it is a share',
        zh: () => '核对占比和个数；占的不是这些的，写明是什么的占比',
      },
    },
  },

  on: {
    claims: [
      ofText(smallShares, (claim, prose) => {
        const near = countsNear(claim);
        return near.isPossible ? [] : [impossible(claim, near, prose)];
      }),
    ],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Survey
              body: Of the 40 people who answered, 92.5% were satisfied.
      `,
      bad: en`
        summary:
          sections:
            - title: Survey
              body: Of the 40 people who answered, 91.2% were satisfied.
      `,
      finds: ['8:44 impossible'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 测评
              正文: 参加测评的40人中，表示满意的占92.5%。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 测评
              正文: 参加测评的40人中，表示满意的占91.2%。
      `,
      finds: ['8:27 impossible'],
    },
  },
};

function impossible(
  { share, whole }: SmallShare,
  { below, above }: ReturnType<typeof countsNear>,
  prose: Prose,
): Finding {
  const shareOf = (count: number): string => printLike(new Fraction(count).div(whole.number), share);
  const words = spokenWords(spoken(prose, whole));
  return {
    ...prose.place(share.span),
    message: 'impossible',
    data: {
      share: share.text,
      whole: words.en,
      wholeZh: words.zh,
      unit: whole.unit,
      below,
      above,
      belowShare: shareOf(below),
      aboveShare: shareOf(above),
    },
    related: [{ ...prose.place(whole.span), note: words }],
  };
}
