import { slips } from './slips.ts';

/**
 * Whether two words that look alike say opposite or different things: one denies what the other says (完成数 and 未完成数,
 * dated and undated), limits it (基本完成, 应到人数), or has its opposite in the same place (增加 and 减少, inflow and
 * outflow, 一季度 and 二季度). What the author meant is then not to be guessed from how near they are.
 */
export const areOpposed = (one: string, other: string): boolean => {
  const [a, b] = [one.toLowerCase().normalize('NFKC'), other.toLowerCase().normalize('NFKC')];
  return (
    a !== b &&
    (differInDenials(a, b) ||
      differInNumbers(a, b) ||
      differInLimits(a, b) ||
      contrastInHan(a, b) ||
      contrastInWords(a, b))
  );
};

/** Words in which a character of denial denies nothing. */
const NEUTRAL = /是否|能否|可否|与否|有无/g;
/** 末 where only 未 can be meant: 末完成. */
const LOOKALIKE = /(?<![年月期周季岁])末(?=[完达办报缴通结])/g;
const HAN_DENIAL = /[不未没沒无無非否莫勿毋弗]/g;
const DENIALS: ReadonlySet<string> = new Set([
  'no',
  'not',
  'non',
  'never',
  'neither',
  'nor',
  'none',
  'nothing',
  'nil',
  'zero',
  'without',
  'cannot',
]);

const differInDenials = (a: string, b: string): boolean => denialsIn(a) !== denialsIn(b);

const denialsIn = (text: string): number =>
  (text.replaceAll(NEUTRAL, '').replaceAll(LOOKALIKE, '未').match(HAN_DENIAL)?.length ?? 0) +
  wordsOf(text).filter((word) => DENIALS.has(word) || /n['’]t$/.test(word) || slips(word, 'without') <= 1)
    .length;

const wordsOf = (text: string): readonly string[] => text.match(/\p{Script=Latin}+(?:['’]t\b)?/gu) ?? [];

/** Digits that are there in both and are others: Q1 and Q2, 2016 and 2017; 2.5 and 25 are one slip. */
function differInNumbers(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => text.replaceAll(/\D/g, '')) as [string, string];
  return one !== '' && other !== '' && one !== other;
}

/** What makes of a thing done one that is not, or not wholly, or not in time. */
const LIMITS =
  /基本|大体|大致|部分|局部|全部|几乎|接近|将近|即将|预计|预期|计划|力争|逾期|超期|延期|提前|按期|按时|限期|取消|停止|暂停|一半|过半|尚|待|拟|应|难|半|免|拒|欠|误|漏|错|假|伪|反|停|缺/g;

/** Whether one is nearer to the other without a word that limits it. A slip within such a word brings nothing nearer. */
const differInLimits = (a: string, b: string): boolean => isNearerWithout(a, b) || isNearerWithout(b, a);

function isNearerWithout(limited: string, other: string): boolean {
  const edits = slips(limited, other);
  for (const { 0: word, index } of limited.matchAll(LIMITS))
    if (slips(limited.slice(0, index) + limited.slice(index + word.length), other) < edits) return true;
  return false;
}

/** Characters that exclude those on another side of a stroke. */
const HAN_SIDES: readonly (readonly string[])[] = [
  '增加多升涨扩/减少降跌落缩',
  '上去前昨/本今/下明次后',
  '大/中/小',
  '高优长/低劣短',
  '好强快/坏差弱慢',
  '内/外/中',
  '出支/入收/进',
  '先早/后晚迟',
  '新现/旧老原',
  '男/女',
  '城/乡农',
  '公国/私民/企',
  '正主/副次/反负',
  '东/西/南/北',
  '左/右',
  '春/夏/秋/冬',
  '年/季/月/周/日',
  '国/省/市/县区/镇乡街/村',
  '始起初首/终止末尾',
  '已/未待拟',
  '有/无缺',
  '是/否非',
  '得胜赢盈/失败输负亏',
  '开/关闭停',
  '买购/卖售销',
  '借/贷/还',
  '存/取/贷',
  '供/需求',
  '奖赏/惩罚',
  '优/良/中/差',
  '真实/假虚伪',
  '阴/阳',
  '远/近',
  '深/浅',
  '厚/薄',
  '宽松/严紧窄',
  '干/湿',
  '软/硬',
  '轻/重',
  '冷/热',
  '生/死',
  '同/异',
  '全/半',
  '授/受',
  '建/减拆',
  '已/移/应/疑/续/需',
  '初/高/中/终',
  '失/事/试/适/始/实',
  '净/毛',
  '间/直',
  '甲/乙/丙/丁/戊/己/庚/辛',
  '一/二/三/四/五/六/七/八/九/十',
].map((sides) => sides.split('/'));

/** Whether a character that only the one has is on another side than one that only the other has. */
function contrastInHan(a: string, b: string): boolean {
  const [one, other] = [without(a, b), without(b, a)];
  if (one.length === 0 || other.length === 0) return false;
  const sideOf = (sides: readonly string[], character: string): number =>
    sides.findIndex((side) => side.includes(character));
  return HAN_SIDES.some((sides) => {
    const theirs = other.map((character) => sideOf(sides, character)).filter((side) => side !== -1);
    return one.some((character) => {
      const side = sideOf(sides, character);
      return side !== -1 && theirs.some((their) => their !== side);
    });
  });
}

/** The items of the one that are left when those of the other are taken out, each once. */
export function without(a: Iterable<string>, b: Iterable<string>): string[] {
  const left = [...b];
  return [...a].filter((item) => {
    const at = left.indexOf(item);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

const WORD_SIDES: readonly (readonly string[])[] = [
  'with/without|in/out|on/off|up/down|over/under|true/false|yes/no|male/female|man/woman|men/women|boy/girl|hired/fired|hire/fire|near/far|am/pm|any/many/no|lender/renter/owner|sent/spent/lent|elected/selected|fatal/natal|accepted/excepted/expected|push/pull',
  'maximum/minimum|max/min|maximal/minimal|most/least|more/less/fewer|major/minor|senior/junior|north/south/east/west|northern/southern/eastern/western',
  'new/old|last/next|first/last|early/late|before/after|above/below|high/low|higher/lower|upper/lower|open/closed|gain/loss|win/lose|won/lost|pass/fail',
  'passed/failed|urban/rural|public/private|debit/credit|buy/sell|birth/death|left/right|met/missed|done/due',
  'one/two/three/four/five/six/seven/eight/nine/ten|first/second/third/fourth/fifth/sixth/seventh/eighth/ninth/tenth',
  'monday/tuesday/wednesday/thursday/friday/saturday/sunday',
  'january/february/march/april/may/june/july/august/september/october/november/december',
  'day/week/month/quarter/year|daily/weekly/monthly/quarterly/yearly',
].flatMap((line) => line.split('|').map((sides) => sides.split('/')));

/** What denies a word before which it stands, and beginnings that exclude each other: unmet, increase and decrease. */
const PREFIXES: readonly (readonly [string, string])[] = [
  ...['un', 'in', 'im', 'il', 'ir', 'non', 'dis', 'mis', 'anti'].map((prefix) => [prefix, ''] as const),
  ...[
    'in/de',
    'in/ex',
    'im/ex',
    'em/imm',
    'on/off',
    'up/down',
    'in/out',
    'over/under',
    'pre/post',
    'inter/intra',
    'as/des',
    'at/de',
    'a/dea',
    'en/de',
    're/un',
    'north/south',
    'east/west',
    'ac/de',
    'ap/de',
    'hyper/hypo',
  ].map((pair) => pair.split('/') as [string, string]),
];
/** Who does and whom it is done to, and other endings that exclude each other. */
const SUFFIXES: readonly (readonly [string, string])[] = [
  ['er', 'ee'],
  ['or', 'ee'],
  ['east', 'west'],
  ['ful', 'less'],
];

function contrastInWords(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const [mine, theirs] = [without(one, other), without(other, one)];
  return mine.some((word) => theirs.some((their) => areContrary(word, their)));
}

const areContrary = (a: string, b: string): boolean =>
  WORD_SIDES.some((sides) => {
    const [one, other] = [a, b].map((word) =>
      sides.findIndex((side) => word === side || word === `${side}s`),
    ) as [number, number];
    return one !== -1 && other !== -1 && one !== other;
  }) ||
  PREFIXES.some(
    ([first, second]) => beginContrary(a, b, first, second) || beginContrary(b, a, first, second),
  ) ||
  SUFFIXES.some(([first, second]) => endContrary(a, b, first, second) || endContrary(b, a, first, second));

/** Whether two words begin contrarily and are nearer to each other behind that; of a doubled letter one may be lost: unumbered. */
function beginContrary(a: string, b: string, first: string, second: string): boolean {
  if (!a.startsWith(first) || !b.startsWith(second)) return false;
  const [edits, rest] = [slips(a, b), b.slice(second.length)];
  return (
    slips(a.slice(first.length), rest) < edits ||
    (second === '' && first.endsWith(b.charAt(0)) && slips(a.slice(first.length - 1), b) < edits)
  );
}

const endContrary = (a: string, b: string, one: string, other: string): boolean => {
  const [stem, theirs] = [/^(.*?)s?$/.exec(a)?.[1] ?? a, /^(.*?)s?$/.exec(b)?.[1] ?? b];
  return (
    stem.endsWith(one) &&
    theirs.endsWith(other) &&
    stem.slice(0, -one.length) === theirs.slice(0, -other.length)
  );
};
