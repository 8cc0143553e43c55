import type { Place } from '../../diagnostic.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../quantity/value/formula.ts';
import type { Reading } from '../../reading/reading.ts';
import { birthAsWritten, birthIn, isOldIdentity, isSocialSecurity, passesLuhn } from './personal-numbers.ts';
import { isContactTitle, ownerBy } from './person-words.ts';

/** What tells who a person is, or how to reach them or their money. */
export type PersonalKind = 'identity' | 'passport' | 'mobile' | 'card' | 'email' | 'social-security';

/** A number or an address of a person in a text. */
export interface PersonalDatum {
  readonly kind: PersonalKind;
  readonly span: Span;
}

/** The same with its place in the draft, and as it is written there. */
export interface PlacedDatum extends Pick<Place, 'path' | 'span' | 'at'> {
  readonly kind: PersonalKind;
  readonly written: string;
}

/** What the words of a text alone do not tell. */
interface Around {
  /** What a cell is headed by. */
  readonly heading: string;
  /** Whether the section is there to say how the authors are reached. */
  readonly contact: boolean;
  /** The report’s year: whoever was born since is hardly named by a number. */
  readonly year: number;
}

const nowhere: Around = { heading: '', contact: false, year: 2100 };

/** Every number and address of a person in a report: texts, cells and names as they are written, in order. */
export const personalDataOf = (reading: Reading): readonly PlacedDatum[] => reading.once(findPersonalData);

function findPersonalData({ report, scalars }: Reading): readonly PlacedDatum[] {
  const found: PlacedDatum[] = [];
  const year = report.data.year ?? nowhere.year;
  for (const { path, text, section } of [...scalars.texts, ...scalars.words]) {
    if (!mayBePersonal.test(text)) continue;
    const heading = path.includes('rows') ? headingOf(path, report) : '';
    const contact = isContactTitle(section?.data.title ?? '');
    for (const { kind, span } of personalDataIn(text, { heading, contact, year }))
      found.push({ kind, path, span, written: text.slice(...span) });
  }
  for (const { path, rows } of report.tables)
    for (const [name] of rows)
      if (mayBePersonal.test(name) && personalDataIn(name, { ...nowhere, year }).length > 0)
        found.push({ kind: 'identity', path: [...path, 'rows', name], at: 'key', written: name });
  return found;
}

/** The names of the row and the column of a cell. */
function headingOf(path: Place['path'], { tables }: Report): string {
  const at = path.lastIndexOf('rows');
  const table = tables.find((each) => each.path.every((key, index) => path[index] === key));
  return `${String(path[at + 1])}，${table?.columns[Number(path[at + 2])] ?? ''}：`;
}

/** The names of the columns of a table in a text up to that of a cell, as words before it; nothing elsewhere. */
function columnsBefore(text: string, start: number): string {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  if (!/^[ \t]*\|/.test(text.slice(line, start))) return '';
  let first = line;
  // no further than a reader would look up, so that long tables stay linear
  for (let [above, rows] = [line, 0]; above > 0 && rows < 300; rows++) {
    above = text.lastIndexOf('\n', above - 2) + 1;
    if (!/^[ \t]*\|/.test(text.slice(above, first))) break;
    first = above;
  }
  if (first === line) return '';
  const cells = text.slice(line, start).split('|').length - 1;
  const names = text
    .slice(first, text.indexOf('\n', first))
    .split('|')
    .slice(1, cells + 1);
  return /部门|单位|科室|机构|窗口/.test(names.join())
    ? ''
    : `${names.map((name) => name.trim()).join('，')}：`;
}

/** Without one of these a text names no person by a number or an address. */
const mayBePersonal = /[@＠]|[\d０-９][ -]?[\d０-９][ -]?[\d０-９][ -]?[\d０-９][ -]?[\d０-９][ -]?[\d０-９]/;

const numbers =
  /(?<![\dA-Za-z０-９.*＊#-])[+(]?[\d０-９](?:(?:[ -]|\) ?)?[\d０-９]){7,21}[XxＸｘ]?(?![\dA-Za-z０-９*＊#])/g;
const passports = /护照(?:号码?)?[：: （(]{0,2}([A-Z]{1,2}\d{7,8})(?![\dA-Za-z])/g;

/** The numbers and addresses of persons in a text, in the order of their kinds. */
export function personalDataIn(text: string, around: Around = nowhere): readonly PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const { 0: written, index } of text.matchAll(numbers))
    found.push(...dataIn(written, index, text, around));
  if (text.includes('护照'))
    for (const { 0: all, 1: number = '', index } of text.matchAll(passports))
      found.push({ kind: 'passport', span: [index + all.length - number.length, index + all.length] });
  for (let at = text.search(/[@＠]/); at !== -1; at = next(text, at)) {
    const span = addressAt(text, at);
    if (span && isOfPerson(text, span, around)) found.push({ kind: 'email', span });
  }
  return found;
}

const next = (text: string, at: number): number => {
  const further = text.slice(at + 1).search(/[@＠]/);
  return further === -1 ? -1 : at + 1 + further;
};

/** What a stretch of digits is: as a whole, else each part between blanks. */
function dataIn(written: string, start: number, text: string, around: Around): readonly PersonalDatum[] {
  const span: Span = [start, start + written.length];
  const kind = kindOf(written, span, text, around);
  if (kind !== undefined) return [{ kind, span }];
  if (!written.includes(' ')) return [];
  let at = start;
  return written.split(' ').flatMap((part) => {
    const here: Span = [at, at + part.length];
    at += part.length + 1;
    const each = part.length < 9 ? undefined : kindOf(part, here, text, around);
    return each === undefined ? [] : [{ kind: each, span: here }];
  });
}

const narrow = (text: string): string =>
  text.replaceAll(/[０-９Ｘｘ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** The words of the sentence before and behind a stretch. */
function besides(
  text: string,
  [start, end]: Span,
  heading: string,
): readonly [before: string, after: string] {
  const row = text.slice(Math.max(0, start - 40), start);
  const near = heading + (row.includes('|') ? columnsBefore(text, start) + row.split('\n').at(-1) : row);
  const far = text.slice(end, end + 30);
  return [near.split(/[。；;！？\n]/).at(-1) ?? '', far.split(/[。；;！？\n]/)[0] ?? ''];
}

const otherNumbers =
  /(?:编号|编码|代码|单号|订单|流水号?|序列号|批次|批号|合同|项目|设备|案号|凭证|发票|快递|物流|运单|学籍号|档案)[^，。]{0,8}$|\b(?:order|part|case|invoice|docket|project|contract|grant|serial|model|item)\b[^,.]{0,10}(?:\bno\.? ?)?$/i;
const identityCue = /身份证|身份号码|证件号|\bID\b|identity/i;
const calledIdentity = /身份证(?:号码?|件号码?)?[：:为是 （(]{0,2}$/;
const cardCue = /卡号|账户|帐户|账号|帐号|银行卡|开户|存折|\bcard\b|\baccount\b/i;
const publicAccount = /捐款|捐赠|募捐|对公|专户|慈善|基金|国库|缴费|donat/i;
const socialCue = /\bSSNs?\b|social security/i;
const mobileCue = /手机|电话|联系方式|联系人|微信|致电|拨打|号码/;
const englishMobile = /\b(?:mobile|cell|cellphone|home phone|personal (?:phone|number))\b/i;
const englishCall = /\b(?:tel|telephone|phone|contact|call(?:ed)?|ring|reached)\b|[ (](?:on|at) $|\($/i;
const unit = /^ ?(?:[多余]?[元人次个件项户万亿千百吨度斤米时%％]|公[里斤顷]|平方|立方|kWh|dollars|yuan)/;

/** What a number is, by its digits and the words beside it; undefined where it is nobody’s. */
function kindOf(written: string, span: Span, text: string, around: Around): PersonalKind | undefined {
  const number = narrow(written);
  const [before, after] = besides(text, span, around.heading);
  const digits = number.replaceAll(/[ +()-]/g, '');
  if (unit.test(after) && !identityCue.test(before)) return undefined;
  const isOther = otherNumbers.test(before);
  if (!number.includes('-') && isIdentity(digits, before, isOther, around.year)) return 'identity';
  if (isCard(number, digits, before, isOther)) return 'card';
  if (isSocialSecurity(number) && (socialCue.test(before) || !isOther)) return 'social-security';
  return !isOther && isMobile(number, digits, before, after, around) ? 'mobile' : undefined;
}

/** A number made of place, day and serial looks like one of a person: without a word for it only that of somebody who can read counts. */
function isIdentity(digits: string, before: string, isOther: boolean, year: number): boolean {
  const isNamed = identityCue.test(before);
  if (isNamed && isOldIdentity(digits)) return true;
  // what is called an identity number is one, mistyped or not
  const birth = calledIdentity.test(before) ? birthAsWritten(digits) : birthIn(digits);
  return birth !== undefined && birth <= year && (isNamed || (!isOther && birth <= year - 3));
}

const isCard = (number: string, digits: string, before: string, isOther: boolean): boolean =>
  /^\d{16,19}$/.test(digits) &&
  /^(?:\d+|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?)$/.test(number) &&
  passesLuhn(digits) &&
  !publicAccount.test(before) &&
  (cardCue.test(before) || (digits.startsWith('62') && !isOther));

/** A mobile number beside a person, or called a mobile number where no office is named. */
function isMobile(
  number: string,
  digits: string,
  before: string,
  after: string,
  { contact }: Around,
): boolean {
  if (contact) return false;
  const owner = ownerBy(before, after);
  if (owner === 'report' || owner === 'office') return false;
  const isChinese =
    /^(?:0{0,2}86)?1[3-9]\d{9}$/.test(digits) &&
    /^(?:\+?(?:00)?86[ -]?)?\d{3}[ -]?\d{4}[ -]?\d{4}$/.test(number);
  if (isChinese) return owner === 'person' || mobileCue.test(before) || englishMobile.test(before);
  if (digits.length < 10 || digits.length > 13 || owner !== 'person') return false;
  // in Britain a mobile number begins with 07
  return englishMobile.test(before) || (/^(?:0|44)7\d{9}$/.test(digits) && englishCall.test(before));
}

const LOCAL = /[A-Za-z0-9._%+-]/;
const DOMAIN = /[A-Za-z0-9.-]/;

/** The address around an @. */
function addressAt(text: string, at: number): Span | undefined {
  let [start, end] = [at, at + 1];
  while (start > 0 && at - start < 64 && LOCAL.test(text[start - 1] as string)) start--;
  while (end < text.length && end - at < 100 && DOMAIN.test(text[end] as string)) end++;
  while (end > at && /[.-]/.test(text[end - 1] as string)) end--;
  return start < at && /^[^.].*\.[A-Za-z]{2,}$/.test(text.slice(at + 1, end)) ? [start, end] : undefined;
}

const freeMail = /[@＠](?:qq|163|126|139|189|sina|sohu|foxmail|gmail|hotmail|outlook|yahoo|icloud|aol)\./i;
const personal = /^[a-z]{1,20}[._][a-z]{2,20}\d{0,4}[@＠]/i;
const mailbox =
  /^(?:info|contact|office|press|media|service|support|help|admin|webmaster|mail|hr|jobs?|feedback|enquir|inquir|hello|team|news|data|privacy|foi|no-?reply|bgs|xxgk|jubao)/i;

/** Whether an address is that of a person: one that is named beside it, or one’s own with a provider for everybody. */
function isOfPerson(text: string, span: Span, { heading, contact }: Around): boolean {
  const address = text.slice(...span);
  if (contact || mailbox.test(address)) return false;
  const [before, after] = besides(text, span, heading);
  const owner = ownerBy(before, after);
  if (owner === 'report' || owner === 'office') return false;
  return owner === 'person' || freeMail.test(address) || personal.test(address);
}
