import type { Reading } from '../../reading/reading.ts';
import type { Finding } from '../../diagnostic.ts';
import { figureName, TakenNames } from '../../reading/names/figure-name.ts';
import { listed } from '../../model/labels.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Section } from '../../model/report.ts';
import { declaredIn, isSame } from '../../reading/declared.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { en, zh, type Rule } from '../rule.ts';

export const figuresDeclared: Rule = {
  id: 'figures-declared',
  draftOnly: true,
  severity: 'off',
  figures: true,
  summary: { en: 'Declare every figure that the text gives.', zh: '正文里的数字都要声明。' },
  why: {
    en: 'Only a declared figure is held against formulas, last year and the other sections. Off unless it is asked for; --fix then declares the figures, with names taken from the words around them.',
    zh: '声明了的数字才能同算式、上年和其他章节核对。这条规则默认关闭；打开后用 --fix 可代为声明，名称取自前后文字。',
  },
  messages: {
    undeclared: {
      en: ({ count, shown }) =>
        count === 1
          ? `one figure in this section is not declared: ${shown}`
          : `${count} figures in this section are not declared: ${shown}`,
      zh: ({ count, shownZh }) => `本节有${count}个数字没有声明：${shownZh}`,
      help: {
        en: ({ key }) => `list them under “${key}”; --fix does it`,
        zh: ({ key }) => `列在“${key}”里；--fix 可代为声明`,
      },
    },
  },

  on: {
    *report(reading, { own }) {
      const taken = new TakenNames(reading.names.metrics.keys());
      for (const [section, open] of undeclaredBySection(reading))
        yield finding(section, open, entriesOf(open, taken, reading), own('metrics'));
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Road safety
              body: In the third quarter of 2017 inspectors found 695 hazards.
              metrics:
                hazards found: 695
      `,
      bad: en`
        summary:
          sections:
            - title: Road safety
              body: In the third quarter of 2017 inspectors found 695 hazards and closed 691.
              metrics:
                hazards found: 695
      `,
      finds: ['7:14 undeclared'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 2017年第三季度发现隐患695处。
              指标:
                发现隐患: 695处
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 2017年第三季度发现隐患695处，已整改691处。
              指标:
                发现隐患: 695处
      `,
      finds: ['7:11 undeclared'],
    },
  },
};

interface Undeclared {
  readonly prose: Prose;
  readonly figure: Quantity;
}

/** The typed figures of each section that equal nothing declared in it, above it or below it. */
function undeclaredBySection(reading: Reading): ReadonlyMap<Section, readonly Undeclared[]> {
  const open = new Map<Section, Undeclared[]>();
  for (const prose of reading.texts) {
    const { section, figures } = prose;
    if (!section || figures.length === 0 || !/^(?:title|body)$/.test(String(prose.path.at(-1)))) continue;
    const declared = declaredIn(section, reading);
    const known = (figure: Quantity): boolean => declared.some((each) => isSame(each, figure));
    const found = figures.filter(
      (figure) =>
        figure.kind === 'figure' && !figure.movement && prose.isTyped(figure.digits) && !known(figure),
    );
    if (found.length > 0)
      open.set(section, [...(open.get(section) ?? []), ...found.map((figure) => ({ prose, figure }))]);
  }
  return open;
}

const SHOWN = 5;

function finding(
  section: Section,
  open: readonly Undeclared[],
  entries: readonly (readonly [string, string])[],
  key: string,
): Finding {
  const texts = open.map(({ figure }) => figure.text);
  const more = texts.length > SHOWN ? '…' : '';
  return {
    path: section.at,
    message: 'undeclared',
    data: {
      count: open.length,
      shown: listed(texts.slice(0, SHOWN), 'en') + more,
      shownZh: listed(texts.slice(0, SHOWN), 'zh') + more,
      key,
    },
    items: texts,
    related: open.slice(0, SHOWN).map(({ prose, figure }) => ({
      ...prose.place(figure.span),
      note: { en: figure.text, zh: figure.text },
    })),
    ...(entries.length > 0 && {
      fix: { path: [...section.path, 'metrics'], entries, after: 'body', safe: true },
    }),
  };
}

/** A metric for each figure; what is said twice is declared once. A figure that would be read otherwise by itself is left to its author. */
function entriesOf(
  open: readonly Undeclared[],
  taken: TakenNames,
  reading: Reading,
): readonly (readonly [string, string])[] {
  const entries = new Map<string, Quantity>();
  for (const { prose, figure } of open) {
    const alone = reading.quantity(figure.text);
    if (!alone || !isSame(alone, figure) || [...entries.values()].some((each) => isSame(each, figure)))
      continue;
    const name = taken.take(figureName(prose, figure));
    entries.set(name, figure);
  }
  return [...entries].map(([name, { text }]) => [name, text]);
}
