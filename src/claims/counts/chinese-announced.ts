import type { TextAlone } from '../../reading/text-alone.ts';
import { countMarks, isAsMany, listedZh, type Counted } from './counted-lists.ts';
import type { WrongCount } from './english-announced.ts';
import { enumerationMarksIn, type Mark } from './enumerations.ts';
import { isSurname } from '../names/person-words.ts';

const numerals = '一二三四五六七八九十';
const number = '(?:\\d{1,2}|十[一二三四五六七八九]|[二两三四五六七八九十])';
const notBefore = '(?<![第\\d.一二三四五六七八九十百千万几数多余前后等其])';
/** What points are counted by, and what things are. */
const ofPoints = '个方面|方面|[大项个条类点件步种]';
const ofThings =
  '[名位人家所座支场次期门批对套款段片处块道轮组部](?:[\\p{Script=Han}“]|，(?:即|也就是|[分依][别次]))|[部本册](?=：《)';
/** What leads from a count to what is counted; 包括 leads to some of it at least. */
const leadingTo =
  '[：:]|——|，(?:即|也就是|[分依][别次][是为]|具体[是为])|[，：]?(?:具体)?(?:包括|涵盖)[：:了]?';
const announced = new RegExp(
  `${notBefore}(${number})(?:(?:${ofPoints})|(?=${ofThings}))(?!一(?![级流体线站批类])|百分)([^，。；：:、\\n（(]{0,16}?)(${leadingTo})`,
  'gu',
);
/** Between count and colon: not what is listed, but what became of it. */
const outcomes =
  /取得|实现|完成|达到|达标|居|位[于列]|^位|均|全部|下降|增长|有所|进展|明显|获|被|通过|其中|之一|合格|不|以上|左右|余/;

/** 四项制度（考勤制度、轮训制度）: what stands in a bracket behind a count may be what is counted. */
const bracketed = new RegExp(
  `${notBefore}“?(${number})(?:(?:个|大|项|类|种|家|条|所|座|支|期|门|名|位|场)([^，。；：:、\\n（()“”]{1,12})|(部门|单位|县区|乡镇|街道))(?:”(?:目标|格局|行动|工程|要求|机制|制度|活动)?)?[（(]([^（()）\\n。；]{4,120})[）)]`,
  'gu',
);
const innerCount = new RegExp(`^.*(?<![第\\d])(${number})(?:个|大|项|类|种)([^\\d]{1,8})$`, 'u');
/** “三大保卫战”，蓝天保卫战、碧水保卫战: each thing is called as all of them are. */
const calledAlike = new RegExp(
  `${notBefore}(${number})(?:个|大|项|类|种|支|座|条)?([\\p{Script=Han}]{2,6})”?，(?!即|也就是|[分依][别次]|具体|包括|涵盖|主要)(?=[\\p{Script=Han}“]{3,12}、)`,
  'gu',
);
/** 主要有三方面问题。一是…: behind a full stop only marks are counted. */
const inSentences = new RegExp(
  `${notBefore}(${number})(?:个|大|项|条|点|件|步|种)?(方面|问题|工作|任务|举措|措施|做法|特点|经验|困难|不足|原因|重点|行动|环节|抓手|建议|打算|短板|路径|文章|关系|保障|提升|突破|转变|强化|统一|方向|领域|聚焦|转型)([\\p{Script=Han}]{0,6})[。，；\\n]\\s*(?=一[是要抓靠]|第一[，、]|首先|[（(][一1][）)]|其一|①|1[.．、])`,
  'gu',
);
/** 蓝天、碧水、净土、清废三大保卫战: the list stands directly before its count. */
const behindList = new RegExp(
  `([\\p{Script=Han}“”]{2,20}(?:、[\\p{Script=Han}“”]{2,8})+)(${number})(大|个|项|类|种)([\\p{Script=Han}]{2,6})`,
  'gu',
);
const kinds =
  /^(?:方面|重点|环节|领域|专班|保卫战|体系|清单|行动|工程|产业|中心|基地|平台|制度|机制|关键|抓手|任务|举措|措施|学段|学科|专业|部门|乡镇|街道|社区|镇街|县区|园区|攻坚战|计划|项目|板块)/;

/** The counts of a Chinese text with what stands beside them where that is more or less. */
export function* chineseAnnouncements(alone: TextAlone): Generator<WrongCount> {
  const { text } = alone;
  const marks = (): readonly Mark[] => alone.once(enumerationMarksIn);
  yield* led(text, marks);
  yield* inBrackets(text);
  if (!text.includes('、') && !text.includes('一是')) return;
  yield* inClauses(text);
  yield* throughSentences(text, marks);
  yield* listsBefore(text);
}

const numberOf = (written: string): number =>
  /\d/.test(written)
    ? Number(written)
    : [...written.replace('两', '二')].reduce((sum, each) => sum + numerals.indexOf(each) + 1, 0);

/** A count that is another than that of a list, over its words in the text. */
function* judged(
  start: number,
  words: string,
  written: string,
  count: Counted | undefined,
): Generator<WrongCount> {
  if (count === undefined || count === 'unknown' || isAsMany(numberOf(written), count)) return;
  yield { span: [start, start + words.length], announced: numberOf(written), found: count[1] };
}

/** 抓好四项任务：一是…, 六场活动，分别为…. */
function* led(text: string, marks: () => readonly Mark[]): Generator<WrongCount> {
  for (const found of text.matchAll(announced)) {
    const { 0: whole, 1: written = '', 2: between = '', 3: lead = '', index } = found;
    if (outcomes.test(between)) continue;
    const from = index + whole.length;
    const listed = countMarks(text, marks(), from) ?? listedZh(text, from);
    if (listed === undefined || listed === 'unknown') continue;
    const isOfPoints = new RegExp(`^(?:${ofPoints})`, 'u').test(whole.slice(written.length));
    // 3家医院：门诊、急诊量增长 lists what became of them
    if (!isOfPoints && /[：:]$/.test(lead) && !areAlike(itemsAt(text, from))) continue;
    if (/包括|涵盖/.test(lead) && (listed[0] <= numberOf(written) || areOpen(text, from))) continue;
    yield* judged(index, whole.slice(0, -lead.length).replace(/”$/, ''), written, listed);
  }
}

const areOpen = (text: string, from: number): boolean =>
  /等/.test(text.slice(from, from + 120).split(/[。；\n]/)[0] ?? '');

const itemsAt = (text: string, from: number): readonly string[] =>
  (/^[^，。；\n]*/.exec(text.slice(from, from + 200))?.[0] ?? '').split(/[、和与及]/);

/** Whether names are of one kind by their last character, or are all of persons. */
function areAlike(items: readonly string[]): boolean {
  const [first = ''] = items;
  const others = items.slice(1, -1);
  if (items.every((item) => /^\p{Script=Han}{2,3}/u.test(item) && isSurname(item.charAt(0)))) return true;
  const last = items.at(-1) ?? '';
  return (
    first.length > 2 &&
    others.every((item) => item.at(-1) === first.at(-1)) &&
    last.includes(first.at(-1) ?? ' ')
  );
}

/** 四项制度（考勤制度、轮训制度）. */
function* inBrackets(text: string): Generator<WrongCount> {
  for (const found of text.matchAll(bracketed)) {
    const [whole, first = '', words = found[3] ?? '', , list = ''] = found;
    // 三大领域实施五项行动: the list is of the nearer
    const [, nearer = first, noun = words] = innerCount.exec(words) ?? [];
    const count = listedIn(list, noun, numberOf(nearer));
    if (count === undefined) continue;
    const end = whole.search(/”|[（(]/);
    const start =
      nearer === first && noun === words
        ? whole.startsWith('“')
          ? 1
          : 0
        : whole.indexOf(words) + words.length - noun.length - nearer.length - 1;
    yield* judged(found.index + start, whole.slice(start, end), nearer, count);
  }
}

/** What is listed in a bracket behind a count and what it counts; undefined where the bracket says something else of it. */
function listedIn(list: string, noun: string, announced: number): Exclude<Counted, 'unknown'> | undefined {
  if (/等|如|含|包括|其中|各[设建有]|\d|[，,：:…]/.test(list)) return undefined;
  const items = list.replaceAll(/“[^”]{1,30}”|《[^》]{1,30}》/g, '甲乙').split('、');
  if (items.some((item) => item.length > 12 || item.length < 2)) return undefined;
  const [first = ''] = items;
  const areOfKind =
    items.every((item) => item.length > 2 && noun.endsWith(item.slice(-2))) ||
    items.every((item) => item.length > 3 && item.slice(-2) === first.slice(-2));
  // （线上、线下） says how, （优质、示范） says what of them; names are about as many as are said
  const areNames = items.length > 2 && Math.abs(items.length - announced) < 3;
  if (items.length < 2 || !(areOfKind || areNames)) return undefined;
  return [items.length, items.length + (list.match(/[和与及]/g) ?? []).length];
}

/** “三大保卫战”，蓝天保卫战、碧水保卫战、净土保卫战成效明显. */
function* inClauses(text: string): Generator<WrongCount> {
  for (const { 0: whole, 1: written = '', 2: noun = '', index } of text.matchAll(calledAlike)) {
    const items = itemsAt(text, index + whole.length).map((item) => item.replaceAll(/[“”]/g, ''));
    const kind = noun.slice(-2);
    const last = items.at(-1) ?? '';
    if (items.length < 2 || last.indexOf(kind) < 1 || last.startsWith('等')) continue;
    if (!items.slice(0, -1).every((item) => item.length > kind.length && item.endsWith(kind))) continue;
    if (/等/.test(last.slice(last.indexOf(kind), last.indexOf(kind) + kind.length + 1))) continue;
    yield* judged(index, whole.replace(/”?，$/, ''), written, [items.length, items.length]);
  }
}

/** 主要有三方面问题。一是…。二是…。 */
function* throughSentences(text: string, marks: () => readonly Mark[]): Generator<WrongCount> {
  for (const { 0: whole, 1: written = '', 3: more = '', index } of text.matchAll(inSentences)) {
    if (outcomes.test(more)) continue;
    const count = countMarks(text, marks(), index + whole.length);
    yield* judged(index, whole.trimEnd().replace(/[。，；]$/, ''), written, count);
  }
}

/** 蓝天、碧水、净土、清废三大保卫战. */
function* listsBefore(text: string): Generator<WrongCount> {
  for (const found of text.matchAll(behindList)) {
    const [, list = '', written = '', measure = '', noun = ''] = found;
    const [kind] = kinds.exec(noun) ?? [];
    const items = list.split('、').length;
    if (kind === undefined || !isPlainList(list)) continue;
    const most = items + (list.slice(list.indexOf('、')).match(/[和与及]/g) ?? []).length;
    // 国家、省两项荣誉 says whose they are; too few is only what is called one of several great ones
    if (numberOf(written) > most && measure !== '大') continue;
    for (const wrong of judged(found.index + list.length, written + measure + kind, written, [items, most]))
      yield { ...wrong, isBefore: true };
  }
}

/** Whether what stands before a count is one list of names. */
const isPlainList = (list: string): boolean =>
  !/[等第每各余近前后]$/.test(list) &&
  !list
    .split('、')
    .slice(1)
    .some((item) => /[的了在对把向从等级性型各每]/.test(item));
