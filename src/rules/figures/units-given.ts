import type { Finding } from '../../diagnostic.ts';
import { isExactCount, isUnitTwice } from '../../claims/counts/exact-count.ts';
import type { Prose } from '../../reading/prose.ts';
import { unitNeeds, type NeedyFigure } from '../../claims/figures/unit-needs.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { en, zh, type Rule } from '../rule.ts';

/** Words between 人次 and the figure that counts 人 once more. */
const visits = /人次(?:超过|达到?|超|约|近|为|共)*$/;
/** 万 and the like, with which a figure ends where it has no unit. */
const magnitude = /^[多余]?(?: ?(?:万亿|[十百千]?[万亿])| (?:thousand|million|billion|trillion))?[多余]?/i;

export const unitsGiven: Rule = {
  id: 'units-given',
  severity: 'warning',
  figures: true,
  summary: {
    en: 'Give every sum, measure and count its unit, and give it once.',
    zh: '金额、计量和计数写明单位，单位只写一次。',
  },
  why: {
    en: 'Without it, as in 经费20万 or “spent 1.2 million on”, the reader has to guess; 人次超过109人 names two units for one count, and they are different things.',
    zh: '“经费20万”“改造道路35”要读者自己补单位；“人次超过109人”一个数两个单位，而“人”和“人次”并不是一回事。',
  },
  messages: {
    missing: {
      en: ({ figure }) => `“${figure}” is a sum of money without its unit`,
      zh: ({ figure }) => `金额“${figure}”没有写单位`,
      help: {
        en: ({ mended }) =>
          mended === '' ? 'write the currency' : `write “${mended}”, or the unit that is meant`,
        zh: ({ mended }) => (mended === '' ? '写明币种' : `写作“${mended}”，或写明所用的单位`),
      },
    },
    measure: {
      en: ({ figure, unit }) => `“${figure}” is a measure without its unit, such as ${unit}`,
      zh: ({ figure }) => `“${figure}”是计量的数，没有写单位`,
      help: {
        en: () => 'write the unit behind the number',
        zh: ({ unit }) => `在数字后写明单位，如“${unit}”`,
      },
    },
    count: {
      en: ({ figure, unit }) => `“${figure}” counts something, and has no measure word such as ${unit}`,
      zh: ({ figure }) => `“${figure}”是计数的数，没有写单位`,
      help: {
        en: () => 'write the measure word behind the number',
        zh: ({ unit }) => `在数字后写明单位，如“${unit}”`,
      },
    },
    twice: {
      en: ({ figure }) => `“${figure}” says its unit twice: 人次 and 人`,
      zh: ({ figure }) => `“${figure}”单位写了两次，先是“人次”，后是“人”`,
      help: {
        en: ({ number, exact }) =>
          `say the unit once, behind the number: 人 or 人次${exact === 1 ? `; ${number} is an exact count, and needs no word such as 超过 before it` : ''}`,
        zh: ({ number, exact }) =>
          `单位只在数字后写一次，写“人”或“人次”${exact === 1 ? `；${number}是精确数，不必说“超过”“约”` : ''}`,
      },
    },
  },

  on: {
    figure: ({ prose, figure }) => (isUnitTwice(figure) ? [twice(prose, figure)] : []),
    *text(prose) {
      for (const need of unitNeeds(prose)) yield missing(prose, need);
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Works
              body: Works cost $2 million. Crews paved 35 km of road.
      `,
      bad: en`
        summary:
          sections:
            - title: Works
              body: Works cost 2 million. Crews paved a length of 35.
      `,
      finds: ['8:24 missing', '8:59 measure'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 培训
              正文: 安排经费20万元，培训109人次，补助20万学生，改造道路35公里，得分98.5，位列全市第3。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 培训
              正文: 安排经费20万，培训人次超过109人，改造道路35，走访学校12。
      `,
      finds: ['8:15 missing', '8:21 twice', '8:34 measure', '8:41 count'],
    },
  },
};

function twice({ text, place }: Prose, figure: Quantity): Finding {
  const { digits, span } = figure;
  const before = visits.exec(text.slice(Math.max(0, digits[0] - 12), digits[0]))?.[0].length ?? 0;
  const whole = [digits[0] - before, digits[1] + text.slice(digits[1], span[1]).indexOf('人') + 1] as const;
  const data = {
    figure: text.slice(...whole),
    number: text.slice(...digits),
    exact: isExactCount(text, figure) ? 1 : 0,
  };
  return { ...place(whole), message: 'twice', data };
}

function missing({ text, place, isTyped }: Prose, { kind, unit, figure }: NeedyFigure): Finding {
  const { digits } = figure;
  const at = [
    digits[0],
    digits[1] + (magnitude.exec(text.slice(digits[1], digits[1] + 10))?.[0].length ?? 0),
  ] as const;
  const written = text.slice(...at);
  if (kind !== 'money') return { ...place(at), message: kind, data: { figure: written, unit } };
  const mended = unit === '元' ? `${written}元` : '';
  // 20万 can only be 元, a bare number may be of 万元
  const isSure = figure.unit !== '' && mended !== '' && isTyped(at);
  return {
    ...place(at),
    message: 'missing',
    data: { figure: written, mended },
    ...(isSure && { fix: { ...place(at), insert: mended, safe: false } }),
  };
}
