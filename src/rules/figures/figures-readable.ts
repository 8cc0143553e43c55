import type { Path } from '../../diagnostic.ts';
import { hasPlaceholder, isOpenValue } from '../../model/placeholders.ts';
import { en, zh, type Rule } from '../rule.ts';

export const figuresReadable: Rule = {
  id: 'figures-readable',
  draftOnly: true,
  severity: 'error',
  figures: true,
  summary: {
    en: 'Write values and levels as one figure with its unit.',
    zh: '数值、目标值写成一个数，带上单位。',
  },
  why: {
    en: 'A value that cannot be read as a figure cannot be held against the text, a formula or last year.',
    zh: '读不出数的，就没法同正文、算式、上年核对。',
  },
  messages: {
    unreadable: {
      en: ({ text }) => `“${text}” cannot be read as one figure`,
      zh: ({ text }) => `“${text}”读不出是哪一个数`,
      help: {
        en: ({ definition }) =>
          `write one number with its unit, such as 1,250 trees, about $1.7 million, 42.6 km or at least 60%; explanations go under “${definition}”`,
        zh: ({ definition }) =>
          `写一个数和单位，如 25项、约1.7亿元、1—2所、60%以上；说明写在“${definition}”里`,
      },
    },
    wordy: {
      en: ({ text }) => `“${text}” is no figure, so that it is not checked`,
      zh: ({ text }) => `“${text}”不是数字，无法核对`,
      help: {
        en: ({ goal }) =>
          `write a figure; what has none belongs in the text or, of a target, under “${goal}”`,
        zh: ({ goal }) => `写成数字；没有数字的，写进正文，目标则写进“${goal}”`,
      },
    },
  },

  on: {
    *report(reading, { own }) {
      const { report } = reading;
      const keys = { definition: own('definition'), goal: own('goal') };
      let made: ReadonlyMap<string, string | undefined> | undefined;
      const units = (): NonNullable<typeof made> =>
        (made ??= new Map(report.metrics.map(({ path, data }) => [path.join('\n'), data.unit])));
      for (const { path, text } of reading.scalars.quantities) {
        // what is a figure without its unit is one with it
        if (text.trim() === '' || text.includes('{{') || hasPlaceholder(text) || reading.quantity(text))
          continue;
        const unit = units().get(path.slice(0, path.indexOf('metrics') + 2).join('\n'));
        if (unit !== undefined && reading.quantity(text, unit)) continue;
        if (/\d/.test(text)) yield { path, message: 'unreadable', data: { text, ...keys } };
        else if (!isOpenValue(text) || !isValue(path))
          yield { path, message: 'wordy', data: { text, ...keys }, severity: 'warning' };
      }
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Building
              body: Works cost $2 million and made room for 8–10 classes.
              metrics:
                cost of works: $2 million
                classes: 8–10
      `,
      bad: en`
        summary:
          sections:
            - title: Building
              body: Works cost $2 million, made room for 8 classes and were rated good.
              metrics:
                cost of works: $2 million and $3 million
                classes: 10–8
                rating: good
      `,
      finds: ['10:24 unreadable', '11:18 unreadable', '12:17 wordy'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 建设
              正文: 完成投资2亿元，引进学校1—2所。
              指标:
                投资: 2亿元
                引进学校: 1—2所
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 建设
              正文: 完成投资2亿元，引进学校2所，评价良好。
              指标:
                投资: 2亿元和3亿元
                引进学校: 2—1所
                评价: 良好
      `,
      finds: ['10:13 unreadable', '11:15 unreadable', '12:13 wordy'],
    },
  },
};

/** Whether a path is that of the value of a metric; one that waits for its figure is told as such. */
const isValue = (path: Path): boolean => path.at(-1) === 'value' && path.at(-3) === 'metrics';
