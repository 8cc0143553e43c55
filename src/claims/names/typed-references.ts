import type { Reading } from '../../reading/reading.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { claimsInTexts, type TextReportClaim } from '../claim.ts';
import type { Span } from '../../quantity/value/formula.ts';

/** What a typed reference names. */
export type Referred = 'annex' | 'part' | 'table' | 'figure';

/** What is captioned by hand may be a table of the annexes as well, which is counted by itself. */
type Captioned = Referred | 'attached';

/** A typed reference to what the report does not have, and how many of the kind it has. */
export interface LostReference {
  readonly span: Span;
  readonly kind: Referred;
  readonly count: number;
}

const digits = '(\\d{1,2}|十[一二三四五六七八九]|[一二三四五六七八九十])';
/** What a report is parted into, by whatever name. */
const part = '(?:部分|章|篇)';
const see = '(?:[详参另]?见|参阅|列[于在]|载于|如)';
/** What a table or a figure does, or is looked at for. */
const tells = '(?=列[出明]|显示|反映|所示|可[知见以]|表明|给出|汇总|[）)])';
const chinese = new RegExp(
  [
    `(?:${see}|[于在及和、（]|本报告)附件 ?${digits}(?![\\d.份个张页项第])`,
    `(?:${see}|本报告|本文)(?:本报告|本文)?第${digits}${part}`,
    `(?:${see}|(?:^|(?<=[\\n，。；：（(由从据]))(?=表 ?[\\d一二三四五六七八九十]{1,2}${tells}))表 ?${digits}(?![\\d.．—-]|[张份个月年季日项格])`,
    `(?:${see}|(?:^|(?<=[\\n，。；：（(由从据]))(?=图 ?[\\d一二三四五六七八九十]{1,2}${tells}))图 ?${digits}(?![\\d.．—-]|[张份幅个])`,
    `[于在]第${digits}${part}(?=[^，。；]{0,4}(?:说明|分析|介绍|列[出明]|交代|汇总|报告|详述|详细|专门))`,
    `(?:${see}|列入|[（(])附表 ?${digits}(?![\\d.．—-]|[张份个月年季日项格])`,
  ].join('|'),
  'g',
);
const verbs =
  'sets? out|explains?|describes?|lists?|shows?|gives?|covers?|discuss(?:es)?|deals? with|sums? up|summari[sz]es|reports?(?= (?:on|the|how))|details';
const english = new RegExp(
  [
    '\\b(?:Annex|Appendix) (\\d{1,2}|[A-Z])\\b(?![.-]?\\d)',
    '\\b(?:[Ss]ee|(?:described|set out|discussed|listed|given|shown|reported|explained|outlined|detailed|covered|summari[sz]ed|found) in|refer to) (?:[Ss]ection|[Pp]art|[Cc]hapter) (\\d{1,2})\\b(?!\\.\\d)',
    '\\bTable (\\d{1,2})\\b(?![.-]\\d)',
    '\\bFig(?:ure|\\.) (\\d{1,2})\\b(?![.-]\\d)',
    `(?:(?<=(?:^|[\\n.;:] ?|, ?as ))|\\b[Aa]s )(?:[Ss]ection|[Cc]hapter) (\\d{1,2})(?= (?:${verbs})\\b)`,
    '\\b(?:[Ss]ection|[Pp]art|[Cc]hapter) (\\d{1,2})(?= (?:of|in) this report\\b| below\\b| above\\b)',
  ].join('|'),
  'g',
);

/** One of these stands in every text with such a reference. */
const mayRefer =
  /附[件表] ?[\d一二三四五六七八九十]|部分|第[\d一二三四五六七八九十]{1,3}[章篇]|[表图] ?[\d一二三四五六七八九十]|Annex|Appendix|(?:[Ss]ection|[Pp]art|[Cc]hapter|Table|Figure|Fig\.) \d/;

const kinds: Readonly<Record<'zh' | 'en', readonly Captioned[]>> = {
  zh: ['annex', 'part', 'table', 'figure', 'part', 'attached'],
  en: ['annex', 'part', 'table', 'figure', 'part', 'part'],
};

/** Words in the sentence before a reference that may make it one to another document. */
const others =
  /[》〉]|通知|文件|方案|办法|规定|公告|意见|规划|标准|宪法|法律|条例|合同|协议|印发|\b(?:Act|Regulations?|Directive|Code|Law|Guide|Treaty|Convention|Standard|survey|handbook|contract|notice|under)\b/;
/** The same in the clause: 按照省厅要求. */
const asTold = /依据|根据|按|依照/;
/** What is another’s: the audit’s Table 6. */
const ofOther = /(?<![Rr]eport)[’']s?$/;
const behindOther = /^(?:,? ?(?:of|to|in|from) (?!this report|the report)|[’']s )/;

/** A typed reference to a thing of the report it stands in. */
interface TypedReference {
  readonly span: Span;
  readonly kind: Captioned;
  readonly number: number;
}

/** The typed references of a report to annexes, parts, tables and figures that it does not have; of a section by itself that is not known. */
export const lostReferences = (reading: Reading): readonly (LostReference & TextReportClaim)[] =>
  reading.report.alone
    ? []
    : claimsInTexts(reading, (prose) =>
        prose.once(typedReferences).flatMap(({ span, kind, number }) => {
          const { counts, captions, most } = reading.once(thingsIn);
          const captioned = most[kind] ?? 0;
          const count = kind === 'attached' ? captioned : counts[kind];
          // annexes that stand in no draft may be sent along with it, if no list of them is given
          const isThere =
            number <= count ||
            captions.has(`${kind}${number}`) ||
            ((kind === 'annex' || kind === 'attached') && count === 0 && captioned === 0);
          return isThere
            ? []
            : [{ span, kind: kind === 'attached' ? 'table' : kind, count: Math.max(count, captioned) }];
        }),
      );

/** The typed references of a text to things of its own report. */
function typedReferences({ text }: TextAlone): readonly TypedReference[] {
  if (!mayRefer.test(text)) return [];
  const all: TypedReference[] = [];
  for (const [pattern, named] of [
    [chinese, kinds.zh],
    [english, kinds.en],
  ] as const)
    for (const found of text.matchAll(pattern)) {
      const at = [1, 2, 3, 4, 5, 6].find((group) => found[group] !== undefined) ?? 1;
      const kind = named[at - 1] as Captioned;
      const written = found[at] ?? '';
      const [number, end] = [numberOf(written), found.index + found[0].length];
      const before = text.slice(Math.max(0, found.index - 80), found.index + found[0].indexOf(written));
      const sentence = before.split(/[。；\n]|\. /).at(-1) ?? '';
      if (number === undefined || behindOther.test(text.slice(end, end + 20))) continue;
      const isOwn =
        /本报告|本文|this report/.test(sentence) ||
        /^ of (?:this|the) report\b/.test(text.slice(end, end + 16));
      const clause = sentence.split(/[，,]/).at(-1) ?? '';
      if ((others.test(sentence) || asTold.test(clause)) && !isOwn) continue;
      if (ofOther.test(text.slice(Math.max(0, found.index - 9), found.index).trimEnd())) continue;
      all.push({ span: [found.index, end], kind, number });
    }
  return all;
}

/** 3, 三, C. */
function numberOf(written: string): number | undefined {
  if (/\d/.test(written)) return Number(written);
  // a Roman number, or the letter
  if (/^[IVX]$/.test(written)) return undefined;
  if (/^十./.test(written)) return 11 + '一二三四五六七八九'.indexOf(written.charAt(1));
  const numeral = '一二三四五六七八九十'.indexOf(written);
  return numeral >= 0 ? numeral + 1 : written.charCodeAt(0) - 0x40;
}

interface Things {
  readonly counts: Readonly<Record<Referred, number>>;
  /** Things that are captioned by hand: table7. */
  readonly captions: ReadonlySet<string>;
  /** The highest number of each kind that is captioned or listed by hand. */
  readonly most: Readonly<Partial<Record<Captioned, number>>>;
}

const caption =
  /(?:^|\n|!\[)[ *#（(]{0,4}(?:(附件|Annex|Appendix)|(附?表|Table)|(图|Figure)) ?(\d{1,2}|[一二三四五六七八九十]|[A-Z]\b)(?! ?(?:所示|显示|可[见知以]|反映|列[出明]|表明|给出|汇总)| [a-z])/g;
/** The list of annexes at the end of an official document: 附件：1. …, each on a line. */
const annexList =
  /(?:^|\n)[ *#]{0,4}附件[：:][ *]{0,3}(\n{0,2}[ *]{0,4}\d{1,2}[.．、][^\n]*(?:\n{1,2}[ *]{0,4}\d{1,2}[.．、][^\n]*)*)/g;

/** What a text captions or lists by hand. */
function* captionedIn(text: string): Generator<readonly [Captioned, number | undefined]> {
  for (const { 1: annex, 2: table, 4: number = '' } of text.matchAll(caption)) {
    const drawn = table === undefined ? 'figure' : table.startsWith('附') ? 'attached' : 'table';
    yield [annex ? 'annex' : drawn, numberOf(number)];
  }
  if (!text.includes('附件')) return;
  for (const { 1: list = '' } of text.matchAll(annexList))
    for (const { 1: number } of list.matchAll(/(?:^|\n)[ *]{0,4}(\d{1,2})[.．、]/g))
      yield ['annex', Number(number)];
}

/** What a report has of each kind. A picture may show a table. */
function thingsIn({ report: { parts, tables }, scalars }: Reading): Things {
  const captions = new Set<string>();
  const most: Partial<Record<Captioned, number>> = {};
  const captioned = (kind: Captioned, number: number | undefined): void => {
    captions.add(`${kind}${number}`);
    most[kind] = Math.max(most[kind] ?? 0, number ?? 0);
  };
  let [drawn, pictures] = [0, 0];
  for (const { text } of scalars.texts) {
    pictures += text.split('![').length - 1;
    if (text.includes('-|') || text.includes('- |') || text.includes('|-') || text.includes('| -'))
      drawn += text.split('\n').filter((line) => /-/.test(line) && /^[ |:-]+$/.test(line)).length;
    for (const [kind, number] of captionedIn(text)) captioned(kind, number);
  }
  const annexes = parts.filter(({ kind }) => kind === 'annexes').length;
  const sections = Math.max(
    ...parts.flatMap(({ ordinal, sections }) => [ordinal, sections.length]),
    parts.length - annexes,
  );
  const counts = {
    annex: annexes,
    part: sections,
    table: tables.length + drawn + pictures,
    figure: pictures,
  };
  return { counts, captions, most };
}
