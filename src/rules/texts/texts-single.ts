import { repeatedSentences } from '../../claims/figures/repeated-sentences.ts';
import { sectionLabel } from '../../model/labels.ts';
import { ofReport } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const textsSingle: Rule = {
  id: 'texts-single',
  severity: 'warning',
  summary: { en: 'A sentence stands in a report once.', zh: '同一句话，一份报告里只写一遍。' },
  why: {
    en: 'A sentence that stands word for word in two sections was copied and forgotten: its figures count twice, and a correction reaches only one of them. Sentences of 20 Han characters or 8 words and more are found anywhere in bodies and introductions, shorter ones with a figure within one text. Names of documents, words of others, sources and notes are left alone.',
    zh: '两个章节里一字不差的句子，多半是复制后忘了改：数字会重复计算，改也只改到一处。20字（英文8个词）以上的句子在各章节正文、导语中查找，同一段文字里带数字的短句也查。文件名称、引文、资料来源和注释不查。',
  },
  messages: {
    repeated: {
      en: ({ place }) => `this text stands word for word in ${place} as well`,
      zh: ({ placeZh }) => `这段文字与${placeZh}一字不差`,
      help: {
        en: () => 'keep it in one place; if each section has its own, write what is different',
        zh: () => '只留一处；两处各有所指的，写出不同之处',
      },
    },
  },

  on: {
    claims: [
      ofReport(repeatedSentences, ({ prose, span, first }) => {
        const label = first.prose.section ? sectionLabel(first.prose.section) : undefined;
        const isHere = first.prose === prose;
        return [
          {
            ...prose.place(span),
            message: 'repeated',
            data: {
              place: isHere || !label ? 'the text before it' : label.en,
              placeZh: isHere || !label ? '前文' : label.zh,
            },
            related: [
              { ...first.prose.place(first.span), note: { en: 'stands here first', zh: '先写在这里' } },
            ],
          },
        ];
      }),
    ],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Safety
              body: Crews checked every bridge in the county before winter.
            - title: Roads
              body: Crews resurfaced 42.6 km of road.
      `,
      bad: en`
        summary:
          sections:
            - title: Safety
              body: Crews checked every bridge in the county before winter.
            - title: Roads
              body: Work went on. Crews checked every bridge in the county before winter.
      `,
      finds: ['10:27 repeated'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 逐校排查消防、食品、校车隐患，列出台账，限期整改。
            - 标题: 校车
              正文: 全年投放校车68辆。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 逐校排查消防、食品、校车隐患，列出台账，限期整改。
            - 标题: 校车
              正文: 全年投放校车68辆。逐校排查消防、食品、校车隐患，列出台账，限期整改。
      `,
      finds: ['10:21 repeated'],
    },
  },
};
