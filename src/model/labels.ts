import type { PartKind } from '../assets.ts';
import type { Language, Words } from '../diagnostic.ts';
import { yearName } from '../dates/calendar.ts';
import { chineseNumeral } from '../quantity/scan/numeral.ts';
import type { Part, Report, Section } from './report.ts';

const partNames: Readonly<Record<PartKind, Words>> = {
  summary: { en: 'summary', zh: '总结' },
  problems: { en: 'problems', zh: '问题' },
  plan: { en: 'plan', zh: '计划' },
  annexes: { en: 'annex', zh: '附件' },
};

/** What a kind of part is called in messages. */
export const partName = (kind: PartKind): Words => partNames[kind];

/** The title of a part as printed: its own, else the usual one, in the language of the report. */
export function partTitle(part: Part, { data: { year = 0 }, calendar, language }: Report): string {
  if (part.data.title !== undefined) return part.data.title;
  const [now, next] = [yearName(year, calendar), yearName(year + 1, calendar)];
  const usual: Readonly<Record<PartKind, Words>> = {
    summary: { en: `Summary of ${now.en}`, zh: `${now.zh}工作总结` },
    problems: { en: 'Problems', zh: '存在的问题' },
    plan: { en: `Plan for ${next.en}`, zh: `${next.zh}工作计划` },
    annexes: { en: 'Annex', zh: '附件' },
  };
  return usual[part.kind][language];
}

/** A section as messages name it: 总结一（一）“保持校园安全稳定”, summary 1.1 “Road safety”. */
export function sectionLabel(section: Section): Words {
  const name = partName(section.part.kind);
  const number = joined(numbersDown(section)).replaceAll('、', '');
  const { title } = section.data;
  const quoted = title === undefined ? '' : `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
  return {
    en: [name.en, number, quoted].filter((word) => word !== '').join(' '),
    zh: name.zh + number + quoted,
  };
}

/** Numbers from the outermost section down to this one. */
function numbersDown(section: Section): string[] {
  const numbers: string[] = [];
  for (let at: Section | undefined = section; at; at = at.parent)
    if (at.number !== '') numbers.unshift(at.number);
  return numbers;
}

/** Numbers of nested sections as one: 一、 and （一） are 一、（一）; 1.1 says the 1 above it already. */
const joined = (numbers: readonly string[]): string =>
  numbers
    .filter((number, depth) => !numbers[depth + 1]?.startsWith(`${number.replace(/\.$/, '')}.`))
    .join('');

/** A section as the text refers to it: 第二部分（一）, section 2.1; in another part with that part’s title before it. */
export function sectionReference(target: Section, from: Part | undefined, report: Report): string {
  const { language } = report;
  const outside =
    from !== target.part && (target.part.apart || target.part.numbering.parts === 'separate')
      ? partTitle(target.part, report)
      : '';
  // a section without a number is known by its title
  if (target.number === '') return `“${target.data.title ?? ''}”`;
  const numbers = numbersDown(target);
  if (language === 'zh') return outside + chinesePlace(target, numbers);
  const number = numbers.at(-1) ?? '';
  return outside === '' ? `section ${number}` : `section ${number} of “${outside}”`;
}

/** 一、 becomes 第一部分; a numbered part counts as the outermost level. */
function chinesePlace(target: Section, numbers: readonly string[]): string {
  const { part } = target;
  const above = part.number === '' ? numbers : [part.number, ...numbers];
  const first = target.ordinals[0] ?? 0;
  const [head = '', ...rest] = above;
  return joined([
    /^[零一二三四五六七八九十百千]+、$/.test(head) ? `第${chineseNumeral(first)}部分` : head,
    ...rest,
  ]);
}

/** A list in words: 甲、乙; a, b. */
export const listed = (names: readonly string[], language: Language): string =>
  names.join(language === 'zh' ? '、' : ', ');
