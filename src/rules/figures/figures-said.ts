import type { Finding } from '../../diagnostic.ts';
import { nameBefore, NameIndex, type Beside } from '../../reading/name-index.ts';
import { isOfOtherPeriod } from '../../claims/periods.ts';
import { hasPlaceholder } from '../../model/placeholders.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Names } from '../../model/references.ts';
import type { Report, Section } from '../../model/report.ts';
import {
  isOfOtherYear,
  isSame,
  otherValues,
  sayingsOf,
  type Declared,
  type Mention,
  type Saying,
} from '../../reading/mentions.ts';
import { countsWhatFollows, isWholeName, opensSentence } from '../../reading/whole-names.ts';
import { areLike } from '../../quantity/value/unit.ts';
import { en, zh, type Rule } from '../rule.ts';

export const figuresSaid: Rule = {
  id: 'figures-said',
  severity: 'error',
  figures: true,
  summary: {
    en: 'Say every declared figure in the text of its section, as declared.',
    zh: '声明的数字，本节正文要写到，而且一致。',
  },
  why: {
    en: 'A declared figure that the text does not say, or says otherwise, is printed wrong. A metric with a source, and the cells of tables, may go unsaid. Equal figures of one section are counted, and each needs a place of its own.',
    zh: '声明了的数字，正文没有写或写成别的数，印出来就是错的。注明来源的指标和表格里的数可以不写。同一章节里相等的数字按个数核对，每个都要有自己的出处。',
  },
  messages: {
    unsaid: {
      en: ({ name, value }) => `the text of this section does not say “${name}”, ${value}`,
      zh: ({ name, value }) => `本节正文没有写“${name}”${value}`,
      help: {
        en: ({ name, key }) =>
          `write the figure or {{${name}}} in the text; a figure from elsewhere takes “${key}: …”`,
        zh: ({ name, key }) => `在正文写上这个数或 {{${name}}}；正文不写的，注明“${key}: ……”`,
      },
    },
    fewer: {
      en: ({ name, value, count, said }) =>
        `${count} figures of this section are ${value}, but the text says it ${said === 1 ? 'once' : `${said} times`}: “${name}” is missing`,
      zh: ({ name, value, count, said }) =>
        `本节有${count}个数字都是${value}，正文只写了${said}处，缺“${name}”`,
    },
    differs: {
      en: ({ name, value, said }) => `the text says ${said} for “${name}”, which is declared as ${value}`,
      zh: ({ name, value, said }) => `“${name}”正文写作${said}，声明的是${value}`,
      help: {
        en: () => 'make both the same, or refer to the figure with {{…}}',
        zh: () => '核实后改成一致，或在正文用 {{…}} 引用',
      },
    },
  },

  *check(report, { names, own }) {
    for (const { section, texts, sayings } of sayingsOf(report, names)) {
      // what a reference that leads nowhere or a placeholder would say is not known
      const isKnown = texts.every(({ whole, text }) => whole && !hasPlaceholder(text)) && isWritten(section);
      const others = otherwise(sayings, texts, report, names);
      for (const { declared, mentions } of sayings) {
        const other = others.get(declared);
        // the figure of another metric of nearly the same name, where its own is said as well
        const isAnothers =
          other &&
          mentions.length > 0 &&
          sayings.some(
            (each) =>
              each.declared !== declared && each.mentions.some(({ figure }) => figure === other.figure),
          );
        if (other && !isAnothers) yield differs(declared, other);
        else if (mentions.length === 0 && declared.quantity && !declared.silent && isKnown)
          yield unsaid(declared, sayings, own('source'));
      }
    }
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors found 695 hazards and closed 691. There were no fatal accidents all year.
              metrics:
                hazards found: 695
                hazards closed: 691
                fatal accidents: 0
      `,
      bad: en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors found 659 hazards and had all of them closed.
              metrics:
                hazards found: 695
                inspectors: 24
      `,
      finds: ['10:24 unsaid', '11:21 unsaid'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患695处，已整改691处，全年未发生安全责任事故。
              指标:
                发现隐患: 695处
                已整改: 691处
                安全责任事故: 0起
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患659处，全部整改。
              指标:
                发现隐患: 695处
                排查小组: 24个
      `,
      finds: ['8:15 differs', '11:15 unsaid'],
    },
  },
};

/** Whether a section has a text that could say its figures; an empty one is another finding. */
const isWritten = ({ data, sections }: Section): boolean =>
  (data.body ?? '').trim() !== '' || sections.some(isWritten);

/**
 * For each declared figure one of the same kind directly behind its name that is another number. Where the name may be another’s (ticket
 * revenue, 新增床位), or the time another, nothing is found; nor where the figure is said as well, unless both open their sentences.
 */
function otherwise(
  sayings: readonly Saying[],
  texts: readonly Prose[],
  report: Report,
  names: Names,
): ReadonlyMap<Declared, Beside<Declared>> {
  const index = new NameIndex(
    sayings.flatMap((saying) => saying.declared.names.map((name) => [name, saying] as const)),
  );
  const found = new Map<Declared, Beside<Declared>>();
  for (const prose of texts)
    for (const figure of prose.figures) {
      if (figure.kind !== 'figure' || (figure.movement !== undefined && !figure.movement.to)) continue;
      const beside = nameBefore(prose, figure, index);
      const { declared, mentions } = beside?.thing ?? {};
      if (
        !beside ||
        !declared?.quantity ||
        !mentions ||
        found.has(declared) ||
        !areLike(figure.family, declared.quantity.family)
      )
        continue;
      if (
        isSame(declared.quantity, figure) ||
        !isWholeName(prose.text, beside.name) ||
        countsWhatFollows(prose.text, figure)
      )
        continue;
      if (
        mentions.length > 0 &&
        !(opensSentence(prose.text, beside.name) && mentions.some((mention) => opens(mention, index)))
      )
        continue;
      const before = prose.text.slice(Math.max(0, beside.name[0] - 12), beside.name[0]);
      if (isOfOtherYear(before, report) || isOfOtherPeriod(prose.text, figure.span, report, beside.name))
        continue;
      if (!otherValues(declared.id, report, names).some((other) => isSame(other, figure)))
        found.set(declared, { ...beside, thing: declared });
    }
  return found;
}

/** Whether a sentence opens with the name of the figure that it says. */
function opens({ prose, figure }: Mention, index: NameIndex<Saying>): boolean {
  const beside = figure && nameBefore(prose, figure, index);
  return beside !== undefined && opensSentence(prose.text, beside.name);
}

function differs(
  { names, text, path }: Declared,
  { prose, figure, name: [start, end] }: Beside<Declared>,
): Finding {
  const name = prose.text.slice(start, end);
  return {
    ...prose.place(figure.span),
    message: 'differs',
    data: { name: names.includes(name) ? name : (names[0] ?? ''), value: text, said: figure.text },
    related: [{ path, note: { en: `declared as ${text}`, zh: `声明为${text}` } }],
  };
}

function unsaid({ names, text, path, quantity }: Declared, sayings: readonly Saying[], key: string): Finding {
  const [name = ''] = names;
  const alike = sayings.filter(
    ({ declared }) => declared.quantity && quantity && isSame(quantity, declared.quantity),
  );
  const said = alike.filter(({ mentions }) => mentions.length > 0).length;
  return said === 0
    ? { path, message: 'unsaid', data: { name, value: text, key } }
    : { path, message: 'fewer', data: { name, value: text, count: alike.length, said } };
}
