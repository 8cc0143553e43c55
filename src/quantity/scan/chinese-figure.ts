import Fraction from 'fraction.js';
import { make } from './build-quantity.ts';
import { arabicAt, chineseValue, isNumeral, type WrittenNumber } from './number.ts';
import { wordsBefore } from './qualifiers.ts';
import type { Read, ScanOptions } from './read.ts';
import { RATIO, scaleOf, unitWordAt } from '../value/unit.ts';

const one = new Fraction(1);
const plain = { factor: one, word: '', odd: undefined } as const;

/** Units that follow Chinese numerals in names rather than figures: 三年行动计划, 二期工程, 三级, 两市. */
const naming =
  /^(?:年|季度|次全会|次会议|次党代会|月|日|天(?!时间)|级|班|届|期|批|层|号|路|点|类|种|校|镇|村|街|县|市|区|方|度|员|组|队|部|成不变|成功|成员|成立|成果|成效|成为|成长|位一体)/;
const idiom =
  /^(?:位一体|对一|个方面|次产业|课一|项机制|件套|方案|方面|个维护|个意识|个自信|个确立|条主线|员|名师)/;

/** The figure in Chinese numerals that begins at a place of a text (五成, 四分之一, 十余家, 上百名), or what is none. */
export function chineseFigureAt(text: string, written: string, at: number, options: ScanOptions): Read {
  let end = at;
  while (isNumeral(text[end])) end++;
  const run = text.slice(at, end);
  const context = text.slice(Math.max(0, at - 2), at);
  if (/第$/.test(context)) return { end };
  const fraction = fractionAt(text, written, at, end, run, options);
  if (fraction) return fraction;
  if (/翻了?$/.test(context) && text[end] === '番') return doubled(text, written, at, end, run, options);
  const before = wordsBefore(text, at);
  const round = roundAt(text, written, at, end, run, options, before.qualifier !== undefined);
  if (round) return round;
  const pair = /^([一二三四五六七八九])([一二三四五六七八九])$/.exec(run);
  const [low, high] = pair
    ? [chineseValue(pair[1] as string), chineseValue(pair[2] as string)]
    : [chineseValue(run), undefined];
  if (
    low === undefined ||
    (high !== undefined && (high <= low || high - low > 2)) ||
    (/^[百千万亿]+$/.test(run) && before.qualifier === undefined && !/^[多余]/.test(text[end] ?? ''))
  )
    return { end };
  return read(text, written, at, end, { value: new Fraction(low), decimals: 0, end }, high, options);
}

function read(
  text: string,
  written: string,
  at: number,
  end: number,
  number: WrittenNumber,
  high: number | undefined,
  options: ScanOptions,
): Read {
  const odd = /^(?:多|余|来)(?!种形式|元化|样)/.test(text.slice(end, end + 4)) ? 1 : 0;
  const word = unitWordAt(text, end + odd, options.units);
  const following = text.slice(end + odd, end + odd + 4);
  const pair = high !== undefined && /^天/.test(following);
  if (
    word === undefined ||
    (naming.test(following) && !pair && word !== '成') ||
    idiom.test(following) ||
    /^成(?:不变|功|员|立|果|效|为|长|本|人|品|因|熟)/.test(following)
  )
    return { end };
  if (number.value.equals(1) && !/^(?:小时|倍|成|个百分点|百分点)$/.test(word)) return { end };
  const magnitude = {
    factor: one,
    word: '',
    odd: odd === 1 ? ('after' as const) : undefined,
    end: end + odd,
  };
  const before = wordsBefore(text, at);
  return make(
    {
      text,
      written,
      start: at,
      digits: [at, end],
      number,
      magnitude,
      currency: undefined,
      before,
      kind: 'chinese',
      ...(high !== undefined && { upper: new Fraction(high) }),
    },
    options,
  );
}

/** 四分之一, 百分之三十, 百分之30. */
function fractionAt(
  text: string,
  written: string,
  at: number,
  end: number,
  run: string,
  options: ScanOptions,
): Read | undefined {
  if (!text.startsWith('分之', end)) return undefined;
  const below = run === '百' ? 100 : run === '千' ? 1000 : run === '万' ? 10_000 : chineseValue(run);
  let stop = end + 2;
  const arabic = arabicAt(text, stop);
  if (!arabic) while (isNumeral(text[stop])) stop++;
  const above = arabic?.value ?? chineseValue(text.slice(end + 2, stop));
  if (below === undefined || above === undefined || stop + (arabic ? 1 : 0) === end + 2) return { end };
  const last = arabic?.end ?? stop;
  const share = new Fraction(above).div(below);
  // a fraction in words is no rounded number; 百分之 is one of per cent
  const percent = below === 100;
  const unit = {
    written: percent ? '%' : '',
    family: RATIO,
    factor: percent ? new Fraction(1, 100) : one,
    per: [],
  };
  const number = {
    value: percent ? new Fraction(above) : share,
    decimals: percent ? (arabic?.decimals ?? 0) : 1,
    end: last,
  };
  const before = wordsBefore(text, at);
  return made(text, written, at, last, number, unit, before, options);
}

function made(
  text: string,
  written: string,
  at: number,
  end: number,
  number: WrittenNumber,
  unit: { written: string; family: string; factor: Fraction; per: readonly string[] },
  before: ReturnType<typeof wordsBefore>,
  options: ScanOptions,
): Read {
  const { end: stop, quantity } = make(
    {
      text,
      written,
      start: at,
      digits: [at, end],
      number: { ...number, end },
      magnitude: { ...plain, end },
      currency: undefined,
      before,
      kind: 'chinese',
      given: unit,
    },
    options,
  );
  return quantity ? { end: stop, quantity } : { end: stop };
}

/** 翻一番 is twice, 翻两番 four times. */
function doubled(
  text: string,
  written: string,
  at: number,
  end: number,
  run: string,
  options: ScanOptions,
): Read {
  const times = chineseValue(run);
  if (times === undefined) return { end: end + 1 };
  const number = { value: new Fraction(2).pow(times) as Fraction, decimals: 0, end };
  return made(
    text,
    written,
    at,
    end + 1,
    number,
    { written: '番', family: RATIO, factor: one, per: [] },
    wordsBefore(text, at),
    options,
  );
}

/** A round number by itself, which only says how many roughly: 数十家, 几百人, 上千名, 过千人. */
function roundAt(
  text: string,
  written: string,
  at: number,
  end: number,
  run: string,
  options: ScanOptions,
  qualified: boolean,
): Read | undefined {
  if (!/^(?:十|百|千|万|十万|百万|千万|亿)$/.test(run)) return undefined;
  const word = unitWordAt(text, end, options.units);
  if (word === undefined || /^(?:分|员)/.test(text[end] ?? ''))
    return run === '十' ? undefined : /^[多余]/.test(text[end] ?? '') ? undefined : { end };
  const several = /[数几]$/.test(text.slice(0, at).slice(-1));
  const up = /上$/.test(text.slice(Math.max(0, at - 1), at));
  if (!several && !up && !qualified) return run === '十' ? undefined : { end };
  const number = { value: run === '十' ? new Fraction(10) : scaleOf(run), decimals: 0, end };
  const before = several || up ? { ...wordsBefore(text, at - 1), start: at - 1 } : wordsBefore(text, at);
  const qualifier = several ? ('vague' as const) : up ? ('at-least' as const) : undefined;
  return make(
    {
      text,
      written,
      start: several || up ? at - 1 : at,
      digits: [at, end],
      number,
      magnitude: { ...plain, end },
      currency: undefined,
      before,
      kind: 'chinese',
      ...(qualifier && { qualifier }),
    },
    options,
  );
}
