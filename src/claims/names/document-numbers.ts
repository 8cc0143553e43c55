import type { Place } from '../../diagnostic.ts';
import type { Span } from '../../quantity/value/formula.ts';
import type { Reading } from '../../reading/reading.ts';

/** The number of an official document as a text gives it: 江教〔2019〕3号. */
export interface DocumentNumber {
  readonly span: Span;
  /** As it is written. */
  readonly written: string;
  /** The office’s sign; empty where the text does not give it. */
  readonly office: string;
  readonly year: string;
  /** Without zeros before it. */
  readonly serial: string;
  /** As GB/T 9704 has it, the office’s sign left out. */
  readonly right: string;
  /** What is changed for that: from the bracket on. */
  readonly form: Span;
  /** The title that stands before it, in 《》; undefined where none does. */
  readonly title: string | undefined;
}

/** The same with its place. */
export interface PlacedNumber extends DocumentNumber, Pick<Place, 'path'> {
  readonly text: string;
}

/** Every number of a document in a report, in order. */
export const documentNumbersOf = (reading: Reading): readonly PlacedNumber[] => reading.once(findNumbers);

const findNumbers = ({ scalars, report }: Reading): readonly PlacedNumber[] =>
  [...scalars.texts, ...scalars.words].flatMap(({ path, text }) =>
    numbersIn(text, report.data.year).map((each) => ({ ...each, path, text })),
  );

const numbers = /[〔[［【（(〈]((?:19|20)?\d{2})年?[〕\]］】）)〉] ?第?(\d{1,5}) ?号/g;
/** Numbers of their own kinds, which are written otherwise: of courts, permits, auditors, announcements, land, contracts, proposals. */
const otherKinds =
  /(?:字|令|公告|通告|公报|合同|协议|项目|课题|批次|批|样品|标准|专利|地块|宗地|拍卖|提案|议案|建议|期|案|案件|证|证书|备|附件|表|图|第)$/;

/** Signs of offices that end like another kind: 云图 is that of a library. */
const ofLibraries = /^(?![附如见下上])\p{sc=Han}[图表]$/u;

/** The numbers of documents in a text. */
export function numbersIn(text: string, reportYear = 2100): readonly DocumentNumber[] {
  if (!text.includes('号')) return [];
  const found: DocumentNumber[] = [];
  for (const { 0: form, 1: years = '', 2: digits = '', index } of text.matchAll(numbers)) {
    const office = officeBefore(text, index);
    const isMarked = form.startsWith('〔');
    if (/^[ ]?楼|^[馆线门]/.test(text.slice(index + form.length))) continue;
    if (
      isMarked
        ? otherKinds.test(office) && !ofLibraries.test(office)
        : office.length < 2 || otherKinds.test(office)
    )
      continue;
    const year = years.length === 4 ? years : `${Number(years) > reportYear % 100 ? 19 : 20}${years}`;
    const serial = digits.replace(/^0{1,4}(?=\d)/, '');
    const span: Span = [index - office.length, index + form.length];
    found.push({
      span,
      written: text.slice(...span),
      office,
      year,
      serial,
      right: `〔${year}〕${serial}号`,
      form: [index, index + form.length],
      title: titleBefore(text, index - office.length),
    });
  }
  return found;
}

const LONGEST = 12;

/** The Chinese characters before a bracket. */
function officeBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < LONGEST && /\p{sc=Han}/u.test(text[start - 1] as string)) start--;
  return text.slice(start, end);
}

/** The title in 《》 that stands directly before a number, or a bracket with it. */
function titleBefore(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 90), start).replace(/[（(\s]{1,3}$/, '');
  if (!before.endsWith('》')) return undefined;
  const open = before.lastIndexOf('《');
  return open === -1 ? undefined : before.slice(open + 1, -1);
}

/** A document that a report gives two numbers: the later of both, and the one before. */
export interface TwoNumbers {
  readonly later: PlacedNumber;
  readonly first: PlacedNumber;
}

const SHORTEST_TITLE = 5;
/** What is done anew, or taken over, has another number. */
const anew =
  /废止|失效|停止执行|修订|修改|修正|替代|代替|代之|取代|新版|原《|旧|同时|转发|批转|新的|重新|年度/;

/**
 * Titles that stand with two numbers of one office. Two offices may have documents of one name, and a document that is made anew has a
 * number of its own.
 */
export function* titlesWithTwoNumbers(all: readonly PlacedNumber[]): Generator<TwoNumbers> {
  const firsts = new Map<string, PlacedNumber>();
  for (const later of all) {
    const { title = '', office } = later;
    if (title.length < SHORTEST_TITLE || office === '') continue;
    const key = `${office} ${title}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, later);
    else if ((first.year !== later.year || first.serial !== later.serial) && !isMadeAnew(first, later))
      yield { later, first };
  }
}

/** 修订《…》（…14号） gives the number of what is in force from then on: of one year there is no other. */
const revised = /修订|修改|修正/g;

function isMadeAnew(first: PlacedNumber, later: PlacedNumber): boolean {
  const [before, behind] = [first, later].map(({ text, span }) => around(text, span));
  if (before === undefined || behind === undefined || anew.test(behind)) return true;
  return anew.test(first.year === later.year ? before.replaceAll(revised, '') : before);
}

/** What is said of a document in a clause of its own: 同时废止. */
const saidOfIt =
  /^[，,](?:同时|一并|现已|现予|予以|自[^，,。]{1,12}起|已|即)?(?:废止|失效|停止执行|修订|修改|作废)(?=[，,后]|$)/;

/** The clause that a number stands in, with what is said of the document in clauses beside it that are of no other. */
function around(text: string, [start, end]: Span): string {
  const before = (
    text
      .slice(Math.max(0, start - 120), start)
      .split(/[。；\n]/)
      .at(-1) ?? ''
  ).split(/[，,]/);
  const after = text.slice(end, end + 60).split(/[。；\n]/)[0] ?? '';
  const clause = (before.at(-1) ?? '') + (after.split(/[，,]/)[0] ?? '');
  const ahead = before.at(-2) ?? '';
  const behind = after.slice(Math.max(0, after.search(/[，,]/)));
  return clause + (/[》〕]/.test(ahead) ? '' : ahead) + (saidOfIt.exec(behind)?.[0] ?? '');
}
