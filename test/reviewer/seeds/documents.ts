import { mark, type Dice, type Patterns } from './dice.ts';
import { around, goods, people, places, things, towns, within } from './nouns.ts';

const OFFICES = [
  '临水',
  '云教',
  '海工信',
  '川医保',
  '宁财',
  '青环函',
  '衢人社',
  '川农发',
  '江应急',
  '桂文旅',
] as const;
const TITLES = [
  '河道管护办法',
  '公租房分配细则',
  '奖补资金管理办法',
  '校车运行规定',
  '智慧灌区建设方案',
  '文物安全责任清单',
] as const;
const SURNAMES = ['赵', '钱', '孙', '周', '吴', '郑', '冯', '韩'] as const;
const POSTS = ['局长', '校长', '院长', '馆长', '站长'] as const;

/** A number of a document, as it is written or as it is not. */
function numbered(dice: Dice, bad: boolean): string {
  const [office, year, number] = [dice.pick(OFFICES), dice.int(2022, 2025), dice.int(3, 9)];
  const wrong = dice.pick([
    `${office}[${year}]${number}号`,
    `${office}（${year}）${number}号`,
    `${office}【${year}】${number}号`,
    `${office}〔${year}〕第${number}号`,
    `${office}〔${year}〕0${number}号`,
    `${office}〔${String(year).slice(2)}〕${number}号`,
  ]);
  return bad ? mark(true, wrong) : `${office}〔${year}〕${number}号`;
}

const done = (dice: Dice): string => {
  const { verb, noun, unit } = dice.pick(things);
  return `${verb}${noun}${dice.int(12, 480)}${unit}`;
};
const persons = (dice: Dice): string => {
  const { verb, noun, unit } = dice.pick(people);
  return `${verb}${noun}${dice.int(12, 480)}${unit}`;
};

/** A number of a person by its name in `personal-numbers.ts`, or something that is none. */
const personal = (dice: Dice, bad: boolean): [before: string, number: string] => {
  const [before, number, none] = dice.pick([
    ['身份证号', '{id}', '9900001980****1009'],
    ['公民身份号码：', '{idx}', '********'],
    ['手机', '{mobile}', '139****1234'],
    ['联系电话', '{mobile}', '139****1234'],
    ['银行卡号', '{card}', '尾号0012'],
    ['收款账户', '{card}', '尾号0012'],
  ]);
  return [before, bad ? mark(true, number) : none];
};
const personalEnglish = (dice: Dice, bad: boolean): [before: string, number: string] => {
  const [before, number, none] = dice.pick([
    ['Social Security number', '{ssn}', '***-**-6789'],
    ['SSN', '{ssn}', 'on file'],
    ['card', '{card16}', 'ending in 0012'],
    ['e-mail', 'karen.holt1974@gmail.com', 'on file'],
  ]);
  return [before, bad ? mark(true, number) : none];
};
const NAMES = ['Karen Holt', 'Peter Lang', 'Alice Moore', 'George Webb'] as const;

/** Names that are heard alike, and a body with two words in another order. */
const PERSONS = [
  ['海燕', '海雁'],
  ['志刚', '志钢'],
  ['文斌', '文彬'],
  ['丽娟', '丽绢'],
  ['建华', '健华'],
  ['晓梅', '小梅'],
] as const;
const BODIES = [
  ['河长制工作领导小组办公室', '河长制领导工作小组办公室'],
  ['社区矫正教育帮扶中心', '社区矫正帮扶教育中心'],
  ['人力资源公共服务中心', '公共人力资源服务中心'],
  ['应急救援物资储备中心', '应急物资救援储备中心'],
] as const;
const ENGLISH_PERSONS = [
  ['Laura Whitfield', 'Laura Whitefield'],
  ['Brian McAllister', 'Brian MacAllister'],
  ['Susan Clarke', 'Susan Clark'],
  ['Philip Nielsen', 'Phillip Nielsen'],
] as const;
const ENGLISH_POSTS = ['Director', 'Mayor', 'Chief Engineer', 'Superintendent'] as const;

/** Documents, people and secrets. */
export const documents: Readonly<Record<string, Patterns>> = {
  'documents-numbered': {
    zh: [
      (d, bad) => around(d, `按照《${d.pick(TITLES)}》（${numbered(d, bad)}）要求，${done(d)}`),
      (d, bad) => around(d, `依据${numbered(d, bad)}文件，${done(d)}`),
      (d, bad) => around(d, `${done(d)}，并印发${numbered(d, bad)}通报${d.int(3, 9)}家单位`),
    ],
  },
  'one-number': {
    zh: [
      (d, bad) => {
        const [title, office, first, more] = [d.pick(TITLES), d.pick(OFFICES), d.int(3, 40), d.int(1, 30)];
        const number = (value: number): string =>
          `《${title}》（${mark(bad, `${office}〔2025〕${value}号`)}）`;
        return `印发${number(first)}，${done(d)}。\n\n落实${number(bad ? first + more : first)}，${persons(d)}。`;
      },
      (d, bad) => {
        const [title, office, first, back] = [d.pick(TITLES), d.pick(OFFICES), d.int(3, 40), d.int(1, 3)];
        return `依据《${title}》（${office}〔2025〕${first}号），${done(d)}；再次对照《${title}》（${mark(bad, `${office}〔${bad ? 2025 - back : 2025}〕${first}号`)}），${persons(d)}。`;
      },
    ],
  },
  'privacy-kept': {
    setting: { published: '2026-01-20' },
    zh: [
      (d, bad) => {
        const [before, number] = personal(d, bad);
        return around(
          d,
          `${d.pick(places)}街道住户${d.pick(SURNAMES)}${d.pick(PERSONS)[0]}（${before}${number}）已登记，${persons(d)}`,
        );
      },
      (d, bad) => {
        const [before, number] = personal(d, bad);
        return around(d, `${persons(d)}，经办人${d.pick(SURNAMES)}${d.pick(PERSONS)[0]}，${before}${number}`);
      },
    ],
    en: [
      (d, bad) => {
        const [before, number] = personalEnglish(d, bad);
        return within(
          d,
          `the fund repaid ${d.pick(NAMES)} (${before} ${number}) and ${d.int(12, 90)} other tenants`,
        );
      },
      (d, bad) => {
        const [before, number] = personalEnglish(d, bad);
        return within(
          d,
          `we checked ${d.int(12, 90)} ${d.pick(goods)} with ${d.pick(NAMES)}, ${before} ${number}`,
        );
      },
    ],
  },
  'secrets-kept': {
    setting: { published: '2026-01-20' },
    zh: [
      (d, bad) =>
        `${bad ? mark(true, d.pick(['机密★1年', '秘密★10年', '机密★长期', '绝密★30年'])) : '保密工作'}\n\n${around(d, done(d))}`,
      (d, bad) =>
        around(
          d,
          `${bad ? mark(true, d.pick(['（此件不公开）', '（此件不予公开）', '（内部文件，不得外传）', '（内部资料 注意保存）'])) : '（此件公开发布）'}${done(d)}`,
        ),
      (d, bad) =>
        around(
          d,
          bad
            ? `${mark(true, d.pick(['内部资料，请勿外传', '仅供内部使用，不得公开']))}：${done(d)}`
            : `检查内部资料管理、定密责任落实情况${d.int(3, 30)}次，${done(d)}`,
        ),
    ],
    en: [
      (d, bad) =>
        within(
          d,
          bad
            ? `${mark(true, d.pick(['CONFIDENTIAL – not for release', 'for internal use only', 'RESTRICTED: not for publication']))}. The depot has ${d.int(12, 90)} ${d.pick(goods)}`
            : `the confidential helpline dealt with ${d.int(12, 90)} ${d.pick(goods)}`,
        ),
      (d, bad) =>
        within(
          d,
          bad
            ? `${mark(true, d.pick(['Strictly confidential', 'Internal use only', 'Not for public release']))}: ${d.int(12, 90)} ${d.pick(goods)} failed`
            : `internal auditors looked at ${d.int(12, 90)} ${d.pick(goods)}`,
        ),
    ],
  },
  'names-agree': {
    zh: [
      (d, bad) => {
        const [given, other] = d.pick(PERSONS);
        const [surname, post, office] = [d.pick(SURNAMES), d.pick(POSTS), d.pick(places)];
        return `${office}镇水利站${post}${mark(bad, surname + given)}带队检查，${done(d)}。\n\n年底，${office}镇水利站${post}${mark(bad, surname + (bad ? other : given))}作专题汇报，${persons(d)}。`;
      },
      (d, bad) => {
        const [given, other] = d.pick(PERSONS);
        const [surname, post] = [d.pick(SURNAMES), d.pick(POSTS)];
        return `${mark(bad, surname + given)}${post}到${d.pick(places)}调研，${done(d)}。随后，${mark(bad, surname + (bad ? other : given))}${post}主持座谈，${persons(d)}。`;
      },
      (d, bad) => {
        const [body, other] = d.pick(BODIES);
        const place = d.pick(places);
        return `依托${mark(bad, `${place}区${body}`)}，${done(d)}。\n\n${mark(bad, `${place}区${bad ? other : body}`)}全年${persons(d)}。`;
      },
    ],
    en: [
      (d, bad) => {
        const [name, other] = d.pick(ENGLISH_PERSONS);
        const post = d.pick(ENGLISH_POSTS);
        return `${post} ${mark(bad, name)} opened the depot in ${d.pick(towns)} with ${d.int(12, 90)} ${d.pick(goods)}.\n\nIn December ${post} ${mark(bad, bad ? other : name)} closed it again.`;
      },
      (d, bad) => {
        const [name, other] = d.pick(ENGLISH_PERSONS);
        const post = d.pick(ENGLISH_POSTS);
        return `In ${d.pick(towns)}, ${post} ${mark(bad, name)} counted ${d.int(12, 90)} ${d.pick(goods)}, and ${post} ${mark(bad, bad ? other : name)} asked for more.`;
      },
    ],
  },
};
