import type { Reading } from '../reading/reading.ts';
import type { TextAlone } from '../reading/text-alone.ts';
import { claimsInTexts, type TextReportClaim } from './claim.ts';
import type { Span } from '../quantity/value/formula.ts';

/** What a typed reference names. */
export type Referred = 'annex' | 'part' | 'table' | 'figure';

/** A typed reference to what the report does not have, and how many of the kind it has. */
export interface LostReference {
  readonly span: Span;
  readonly kind: Referred;
  readonly count: number;
}

const digits = '(\\d{1,2}|[一二三四五六七八九十])';
const see = '(?:[详参另]?见|参阅|列[于在]|载于|如)';
const chinese = new RegExp(
  `(?:${see}|[于在及和、（]|本报告)附件 ?${digits}(?![\\d.份个张页项第])|(?:${see}|本报告|本文)(?:本报告|本文)?第${digits}部分|${see}表 ?${digits}(?![\\d.．—-]|[张份个月年季日项格])|${see}图 ?${digits}(?![\\d.．—-]|[张份幅个])`,
  'g',
);
const english =
  /\b(?:Annex|Appendix) (\d{1,2}|[A-Z])\b(?![.-]?\d)|\b(?:[Ss]ee|described in|set out in|discussed in|listed in|refer to) (?:[Ss]ection|[Pp]art) (\d{1,2})\b(?!\.\d)|\bTable (\d{1,2})\b(?![.-]\d)|\bFig(?:ure|\.) (\d{1,2})\b(?![.-]\d)/g;

/** One of these stands in every text with such a reference. */
const mayRefer =
  /附件 ?[\d一二三四五六七八九十]|部分|[表图] ?[\d一二三四五六七八九十]|Annex|Appendix|(?:[Ss]ection|[Pp]art|Table|Figure|Fig\.) \d/;

const kinds: readonly Referred[] = ['annex', 'part', 'table', 'figure'];

/** Words in the sentence before a reference that may make it one to another document. */
const others =
  /[》〉]|通知|文件|方案|办法|规定|公告|意见|规划|标准|宪法|法律|条例|合同|协议|印发|依据|根据|按|依照|\b(?:Act|Regulations?|Directive|Code|Law|Guide|Treaty|Convention|Standard|survey|handbook|contract|notice|under)\b/;
const behindOther = /^(?:,? ?(?:of|to|in|from) (?!this report|the report)|[’']s )/;

/** A typed reference to a thing of the report it stands in. */
interface TypedReference {
  readonly span: Span;
  readonly kind: Referred;
  readonly number: number;
}

/** The typed references of a report to annexes, parts, tables and figures that it does not have; of a section by itself that is not known. */
export const lostReferences = (reading: Reading): readonly (LostReference & TextReportClaim)[] =>
  reading.report.alone
    ? []
    : claimsInTexts(reading, (prose) =>
        prose.once(typedReferences).flatMap(({ span, kind, number }) => {
          const { counts, captions } = reading.once(thingsIn);
          const count = counts[kind];
          // annexes that stand in no draft may be sent along with it
          const isThere =
            number <= count || (kind === 'annex' && count === 0) || captions.has(`${kind}${number}`);
          return isThere ? [] : [{ span, kind, count }];
        }),
      );

/** The typed references of a text to things of its own report. */
function typedReferences({ text }: TextAlone): readonly TypedReference[] {
  if (!mayRefer.test(text)) return [];
  const all: TypedReference[] = [];
  for (const pattern of [chinese, english])
    for (const found of text.matchAll(pattern)) {
      const at = [1, 2, 3, 4].find((group) => found[group] !== undefined) ?? 1;
      const kind = kinds[at - 1] as Referred;
      const written = found[at] ?? '';
      const [number, end] = [numberOf(written), found.index + found[0].length];
      const before = text.slice(Math.max(0, found.index - 80), found.index + found[0].indexOf(written));
      const sentence = before.split(/[。；\n]|\. /).at(-1) ?? '';
      if (number === undefined || behindOther.test(text.slice(end, end + 14))) continue;
      if (others.test(sentence) && !/本报告|本文|this report/.test(sentence)) continue;
      all.push({ span: [found.index, end], kind, number });
    }
  return all;
}

/** 3, 三, C. */
function numberOf(written: string): number | undefined {
  if (/\d/.test(written)) return Number(written);
  // a Roman number, or the letter
  if (/^[IVX]$/.test(written)) return undefined;
  const numeral = '一二三四五六七八九十'.indexOf(written);
  return numeral >= 0 ? numeral + 1 : written.charCodeAt(0) - 0x40;
}

interface Things {
  readonly counts: Readonly<Record<Referred, number>>;
  /** Things that are captioned by hand: table7. */
  readonly captions: ReadonlySet<string>;
}

const caption =
  /(?:^|\n|!\[)[ *#（(]{0,4}(?:(附件|Annex|Appendix)|(表|Table)|(图|Figure)) ?(\d{1,2}|[一二三四五六七八九十]|[A-Z]\b)(?! ?(?:所示|显示|可见|反映|列[出明])| [a-z])/g;

/** What a report has of each kind. A picture may show a table. */
function thingsIn({ report: { parts, tables }, scalars }: Reading): Things {
  const captions = new Set<string>();
  let [drawn, pictures] = [0, 0];
  for (const { text } of scalars.texts) {
    pictures += text.split('![').length - 1;
    if (text.includes('-|') || text.includes('- |') || text.includes('|-') || text.includes('| -'))
      drawn += text.split('\n').filter((line) => /-/.test(line) && /^[ |:-]+$/.test(line)).length;
    for (const { 1: annex, 2: table, 4: number = '' } of text.matchAll(caption))
      captions.add(`${annex ? 'annex' : table ? 'table' : 'figure'}${numberOf(number)}`);
  }
  const annexes = parts.filter(({ kind }) => kind === 'annexes').length;
  const most = Math.max(
    ...parts.flatMap(({ ordinal, sections }) => [ordinal, sections.length]),
    parts.length - annexes,
  );
  const counts = { annex: annexes, part: most, table: tables.length + drawn + pictures, figure: pictures };
  return { counts, captions };
}
