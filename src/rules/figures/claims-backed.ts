import { isDenied, type BackedClaim } from '../../claims/backing/backing.ts';
import { backedClaims, lateClaims } from '../../claims/backing/backing-claims.ts';
import { spoken, spokenWords } from '../../claims/claim-words.ts';
import type { Finding } from '../../diagnostic.ts';
import type { Prose } from '../../reading/prose.ts';
import { ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const claimsBacked: Rule = {
  id: 'claims-backed',
  severity: 'warning',
  figures: true,
  summary: {
    en: 'Words such as “all”, “target met” and “a majority” fit the figures beside them.',
    zh: '“全部”“超额完成”“过半”等说法与旁边的数字相符。',
  },
  why: {
    en: 'Readers see the sentence “28 of 30 hazards were corrected, so all hazards have been corrected” at once. Words that say that a plan was met, exceeded or missed, that all or none did something, that a level such as half was passed, that a figure is the highest or the lowest, that a rise went on for years, or that a day was kept are held against the figures and months beside them, whichever comes first. Where the rest is named, or the words speak of what is still to come, nothing is said.',
    zh: '“排查30处，整改28处，全部整改”这样的话，读者一眼就看出不对。句中说计划完成了、超额了，全部或无一如何，超过五成、过半，或者如期完成的，与同一句里的数字和月份核对，说法写在数字前面的也一样；“突破百亿元”“低于60%的警戒线”与旁边的数字核对。英文里说未达目标、创新高新低、连年增减的，也与旁边各年的数字核对。写明了其余的，或者说的是今后打算的，不提示。',
  },
  messages: {
    met: {
      en: ({ words, part, whole }) => `“${words}” does not fit the figures: ${part}, less than ${whole}`,
      zh: ({ words, partZh, wholeZh }) => `“${words}”与数字不符：${partZh}，少于${wholeZh}`,
      help: {
        en: () => 'correct the figures, or say how much of it was done',
        zh: () => '核对数字，或如实写明完成了多少',
      },
    },
    missed: {
      en: ({ words, part, whole }) => `“${words}” does not fit the figures: ${part}, no less than ${whole}`,
      zh: ({ words, partZh, wholeZh }) => `“${words}”与数字不符：${partZh}，并不少于${wholeZh}`,
      help: { en: () => 'correct the figures or the words', zh: () => '核对数字，或改写说法' },
    },
    by: {
      en: ({ words, part, whole, by }) =>
        `${by} (“${words}”) does not fit the figures: ${part} against ${whole}`,
      zh: ({ words, partZh, wholeZh, by }) => `${by}（“${words}”）与数字不符：${partZh}，计划为${wholeZh}`,
      help: { en: () => 'reckon the difference again', zh: () => '重新计算差额' },
    },
    record: {
      en: ({ words, part, whole }) => `“${words}” does not fit the figures: ${part}, but ${whole} beside it`,
      zh: ({ words, partZh, wholeZh }) => `“${words}”与数字不符：${partZh}，旁边另有${wholeZh}`,
      help: {
        en: () => 'correct the figures, or say since when it is the highest or the lowest',
        zh: () => '核对数字，或写明是何时以来的最高、最低',
      },
    },
    run: {
      en: ({ words, part, whole }) => `“${words}” does not fit the figures: ${whole}, then ${part}`,
      zh: ({ words, partZh, wholeZh }) => `“${words}”与数字不符：先是${wholeZh}，后是${partZh}`,
      help: {
        en: () => 'correct the figures or the words, year by year',
        zh: () => '逐年核对数字，或改写说法',
      },
    },
    kept: {
      en: ({ words, part, whole }) => `“${words}” does not fit the figures: ${part}, more than ${whole}`,
      zh: ({ words, partZh, wholeZh }) => `“${words}”与数字不符：${partZh}，多于${wholeZh}`,
      help: { en: () => 'correct the figures or the words', zh: () => '核对数字，或改写说法' },
    },
    all: {
      en: ({ words, part, whole }) => `“${words}” does not fit the figures: ${part} of ${whole}`,
      zh: ({ words, partZh, wholeZh }) => `“${words}”与数字不符：${wholeZh}，${partZh}`,
      help: {
        en: () => 'correct the figures, or say what became of the rest',
        zh: () => '核对数字，或写明其余的情况',
      },
    },
    some: {
      en: ({ words, part }) => `“${words}” does not fit the figures: there were ${part}`,
      zh: ({ words, partZh }) => `“${words}”与数字不符：旁边写有${partZh}`,
      help: {
        en: () => 'correct the figures, or say which are left out',
        zh: () => '核对数字，或写明哪些除外',
      },
    },
    over: {
      en: ({ words, part, whole }) =>
        `“${words}” does not fit the figures: ${part}${whole === '' ? '' : ` of ${whole}`}`,
      zh: ({ words, partZh, wholeZh }) =>
        `“${words}”与数字不符：${wholeZh === '' ? '' : `${wholeZh}，`}${partZh}`,
      help: { en: () => 'correct the figure or the words', zh: () => '核对数字，或改写说法' },
    },
    late: {
      en: ({ words, due, done }) => `“${words}” does not fit the dates: due in ${due}, done in ${done}`,
      zh: ({ words, due, done }) => `“${words}”与日期不符：应在${due}，实为${done}`,
      help: { en: () => 'correct a date, or say that it was late', zh: () => '核对日期，或写明逾期' },
    },
  },

  on: {
    claims: [
      ofText(backedClaims, (claim, prose) => (isDenied(claim) ? [deniedFinding(claim, prose)] : [])),
      ofText(lateClaims, ({ span, due, done }, prose) => [
        { ...prose.place(span), message: 'late', data: { words: prose.text.slice(...span), due, done } },
      ]),
    ],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Safety
              body: |
                Inspectors found 30 hazards and corrected 28; the other 2 will be corrected by March.
                Of 480 replies, 266 were positive, a majority.
      `,
      bad: en`
        summary:
          sections:
            - title: Safety
              body: |
                Inspectors found 30 hazards and corrected 28, so all hazards have been corrected.
                Of 480 replies, 226 were positive, a majority.
      `,
      finds: ['9:58 all', '10:44 over'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: |
                排查隐患30处，整改28处，其余2处列入明年计划。
                计划培训200人，实际培训215人，超额完成任务。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: |
                排查隐患30处，整改28处，全部整改到位。
                计划培训200人，实际培训185人，超额完成任务。
      `,
      finds: ['9:23 all', '10:27 met'],
    },
  },
};

function deniedFinding({ kind, span, part, whole, by }: BackedClaim, prose: Prose): Finding {
  const [reached, all] = [part, whole].map((figure) => figure && spokenWords(spoken(prose, figure)));
  return {
    ...prose.place(by ? [Math.min(span[0], by.span[0]), Math.max(span[1], by.span[1])] : span),
    message: kind,
    data: {
      words: prose.text.slice(...span).trim(),
      part: part.text,
      by: by?.text ?? '',
      whole: all?.en ?? '',
      partZh: reached?.zh ?? '',
      wholeZh: all?.zh ?? '',
    },
    related: [part, whole].flatMap((figure) =>
      figure ? [{ ...prose.place(figure.span), note: spokenWords(spoken(prose, figure)) }] : [],
    ),
  };
}
