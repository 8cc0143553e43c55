/**
 * Drafts as offices write them, made by seed: sections with bodies that say figures, metrics with last year’s values and
 * formulas, tables with totals, targets, and results of last year’s targets. No two are alike, and the figures of each
 * agree, but for the faults that are asked for.
 */

/** The same numbers from the same seed (mulberry32). */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Mixes numbers into a seed. */
const seedOf = (...numbers) =>
  numbers.reduce((seed, each) => Math.imul(seed ^ (each + 0x9e3779b9), 0x85ebca6b) >>> 0, 0x27d4eb2f);

const zh = {
  places: [
    '青',
    '临',
    '安',
    '永',
    '东',
    '石',
    '白',
    '新',
    '泰',
    '平',
    '清',
    '长',
    '兴',
    '和',
    '文',
    '宁',
    '德',
    '双',
  ],
  ends: [
    '溪',
    '山',
    '河',
    '口',
    '塘',
    '岭',
    '湖',
    '桥',
    '田',
    '坪',
    '泉',
    '湾',
    '林',
    '江',
    '岗',
    '源',
    '峰',
    '浦',
  ],
  works: [
    ...[
      '道路养护',
      '水库加固',
      '河道清淤',
      '厕所改造',
      '危房改造',
      '农田整治',
      '管网更新',
      '林地抚育',
      '校舍维修',
    ],
    ...[
      '路灯安装',
      '公园建设',
      '菜场改造',
      '电梯加装',
      '渠道衬砌',
      '桥梁加固',
      '泵站改造',
      '绿地提升',
      '档案整理',
    ],
    ...[
      '消防改造',
      '垃圾分类',
      '养老服务',
      '残疾康复',
      '技能培训',
      '法律援助',
      '送戏下乡',
      '健康体检',
      '食品抽检',
    ],
    ...[
      '信访调解',
      '安全检查',
      '农机推广',
      '古树保护',
      '图书配送',
      '托育服务',
      '慢病随访',
      '防汛演练',
      '社区矫正',
    ],
  ],
};
const en = {
  places: [
    'Ash',
    'Birch',
    'Cedar',
    'Elm',
    'Fox',
    'Green',
    'Hill',
    'Iron',
    'King',
    'Lake',
    'Mill',
    'North',
    'Oak',
    'Pine',
  ],
  ends: [
    'ford',
    'field',
    'wood',
    'ton',
    'bridge',
    'dale',
    'gate',
    'mont',
    'port',
    'side',
    'view',
    'well',
    'stead',
    'ham',
  ],
  works: [
    ...['road repair', 'bridge repair', 'drain cleaning', 'tree planting', 'school repair', 'lamp renewal'],
    ...['park renewal', 'pipe renewal', 'roof repair', 'ramp building', 'shelter building', 'archive filing'],
    ...['home visiting', 'job training', 'legal advice', 'food testing', 'fire inspection', 'road marking'],
    ...[
      'library delivery',
      'flood drill',
      'clinic outreach',
      'youth coaching',
      'bus replacement',
      'stop renewal',
    ],
    ...['meal delivery', 'water testing', 'noise survey', 'path lighting', 'signal timing', 'fence repair'],
    ...['hydrant testing', 'river cleaning', 'pest control', 'pool repair', 'trail building', 'sign renewal'],
  ],
};

/** A place of that number; the names of the first few hundred are all different. */
function place(words, index) {
  const { places, ends } = words;
  const name = places[index % places.length] + ends[Math.floor(index / places.length) % ends.length];
  const round = Math.floor(index / (places.length * ends.length));
  if (words === en)
    return round === 0 ? name : `${['Upper', 'Lower', 'Old', 'New', 'West'][round - 1]} ${name}`;
  return (round === 0 ? name : `${'上下前后'[round - 1]}${name}`) + '镇';
}

/** Projects, money and people of one kind of work, in one year: each year of a series is the same whoever asks. */
function figuresOf(office, work, year) {
  const random = randomOf(seedOf(office, work, year));
  const whole = (from, to) => from + Math.floor(random() * (to - from));
  const [city, county] = [whole(12, 90), whole(11, 70)];
  const checked = whole(40, 370) * 5;
  return {
    city,
    county,
    total: city + county,
    money: whole(110, 9800),
    people: whole(1200, 98000),
    checked,
    passed: Math.round(checked * 0.8),
  };
}

const more = (after, before) => (after >= before ? '增加' : '减少');

/** Wrong in one place, in a way that one rule finds: the rule by the kind of fault. */
export const faults = { change: 'changes-hold', formula: 'formulas-hold', reference: 'references-known' };

function chineseSection({ name, now, before, year, variant, fault, answers }) {
  const county = now.county + (fault === 'formula' ? 2 : 0);
  const shown =
    fault === 'change' ? Math.abs(now.total - before.total) + 1 : Math.abs(now.total - before.total);
  const first = `${year}年，实施${name}项目${now.total}个，比上年${more(now.total, before.total)}${shown}个，其中${name}市级项目${now.city}个、${name}县级项目${county}个。`;
  const second = `${name}投入资金${now.money}万元，${name}受益群众${now.people}人。`;
  const third = [
    `坚持先急后缓、分批推进，逐项明确责任人和时限，每月通报一次进度，问题当场交办、限期销号。`,
    `建立台账、挂图作战，督导组逐月到现场核验，发现的问题及时反馈，并督促整改到位。`,
    `完善项目库，简化审批环节，加强质量监督，群众参与全过程，做到公开透明。`,
    `主动听取代表委员和群众意见，优化实施方案，施工期间加强安全巡查，没有发生责任事故。`,
  ][variant % 4];
  const fourth = `抽查${name}点位${now.checked}个，${name}合格点位${now.passed}个，${name}合格率80%。`;
  const body = [
    [first, second, third, fourth],
    [third, first, fourth, second],
    [first, third, second, fourth],
  ][variant % 3];
  return `    - 标识: ${name}
      标题: 推进${name}
      牵头: ${['建设科', '规划科', '综合科', '财务科', '监督科'][variant % 5]}
      正文: |
        ${body.slice(0, 2).join('')}

        ${body.slice(2).join('')}${fault === 'reference' ? `另有{{${name}没有}}。` : ''}
      指标:
        ${name}项目: { 数值: ${now.total}个, 上年值: ${before.total}个, 算式: ${name}市级项目 + ${name}县级项目 }
        ${name}市级项目: ${now.city}个
        ${name}县级项目: ${county}个
        ${name}投入资金: { 数值: ${now.money}万元, 截至: ${year}-12 }
        ${name}受益群众: ${now.people}人
        ${name}点位: { 数值: ${now.checked}个, 口径: 抽查的点位 }
        ${name}合格点位: ${now.passed}个
        ${name}合格率: { 数值: 80%, 算式: ${name}合格点位 / ${name}点位, 范围: 0—100% }
${answers ? `      完成情况:\n        ${name}新目标: { 结果: 完成, 完成值: ${now.total}个 }\n` : ''}`;
}

function englishSection({ name, now, before, year, variant, fault, answers }) {
  const county = now.county + (fault === 'formula' ? 2 : 0);
  const word = now.total >= before.total ? 'more' : 'fewer';
  const by = Math.abs(now.total - before.total) + (fault === 'change' ? 1 : 0);
  const first = `In ${year} we finished ${now.total} ${name} projects, ${by} ${word} than the ${before.total} of ${year - 1}. There were ${now.city} ${name} city projects. There were ${county} ${name} county projects.`;
  const second = `The ${name} budget was $${now.money} thousand, and ${name} users numbered ${now.people}.`;
  const third = [
    'Work began with what was most urgent; each project had one person to answer for it and a date to be done by.',
    'Crews met every Monday to settle what stood in the way, and the board saw a list of late work each month.',
    'We asked residents before we dug, told them when we would be done, and went back to see whether it had helped.',
    'Contracts were let in the open, and inspectors who had no part in the work signed off each stage of it.',
  ][variant % 4];
  const fourth = `We looked at ${now.checked} ${name} sites. There were ${now.passed} passed ${name} sites, and the ${name} pass rate was 80%.`;
  const body = [
    [first, second, third, fourth],
    [third, first, fourth, second],
    [first, third, second, fourth],
  ][variant % 3];
  const id = name.replaceAll(/\W+/g, '-').toLowerCase();
  return `    - id: ${id}
      title: ${name[0].toUpperCase()}${name.slice(1)}
      lead: ${['Works', 'Planning', 'Services', 'Finance', 'Audit'][variant % 5]}
      body: |
        ${body.slice(0, 2).join(' ')}

        ${body.slice(2).join(' ')}${fault === 'reference' ? ` See {{${id}-nothing}}.` : ''}
      metrics:
        ${id}-projects: { name: ${name} projects, value: ${now.total} projects, previous: ${before.total} projects, formula: ${id}-city + ${id}-county }
        ${id}-city: { name: ${name} city projects, value: ${now.city} projects }
        ${id}-county: { name: ${name} county projects, value: ${county} projects }
        ${id}-budget: { name: ${name} budget, value: $${now.money} thousand, as-of: ${year}-12 }
        ${id}-users: { name: ${name} users, value: ${now.people} }
        ${id}-sites: { name: ${name} sites, value: ${now.checked} sites }
        ${id}-passed: { name: passed ${name} sites, value: ${now.passed} sites }
        ${id}-rate: { name: ${name} pass rate, value: 80%, formula: ${id}-passed / ${id}-sites, range: 0–100% }
${answers ? `      results:\n        ${id}-goal: { outcome: met, actual: ${now.total} projects }\n` : ''}`;
}

function tableOf(language, rows, label) {
  const lines = rows.map(
    ([name, { city, county, total }]) => `          ${name}: [${city}, ${county}, ${total}]`,
  );
  const sum = ['city', 'county', 'total'].map((key) => rows.reduce((all, [, row]) => all + row[key], 0));
  return language === 'zh'
    ? `      表格:
        ${label}:
          名称: ${label}
          行名: 工作
          计量单位: 个
          列: [市级, 县级, 合计]
          合计: 行列
          行:
${lines.map((line) => `  ${line}`).join('\n')}
            合计: [${sum.join(', ')}]
`
    : `      tables:
        ${label}:
          name: Projects by kind
          stub: Work
          unit: projects
          columns: [City, County, Total]
          totals: both
          rows:
${lines.map((line) => `  ${line}`).join('\n')}
            Total: [${sum.join(', ')}]
`;
}

/**
 * One draft. `works` is how many kinds of work it reports on (some 0.8 KB each), in so many places; `fault` is put into
 * its third section; `previous` names the file of last year’s draft of the same office.
 */
export function draft({ language, office, year, works, fault, previous }) {
  const words = language === 'zh' ? zh : en;
  const random = randomOf(seedOf(office, year));
  const places = Math.ceil(works / words.works.length);
  const kinds = Array.from({ length: works }, (_, index) => {
    const kind = words.works[(index + office) % words.works.length];
    const name =
      places === 1
        ? kind
        : language === 'zh'
          ? place(words, Math.floor(index / words.works.length)) + kind
          : `${place(words, Math.floor(index / words.works.length))} ${kind}`;
    return { name, index, variant: Math.floor(random() * 60) };
  });
  const section = language === 'zh' ? chineseSection : englishSection;
  const sections = kinds.map(({ name, index, variant }) =>
    section({
      name,
      year,
      variant,
      now: figuresOf(office, index, year),
      before: figuresOf(office, index, year - 1),
      fault: index === 2 ? fault : undefined,
      answers: previous !== undefined && index < 10,
    }),
  );
  const table = tableOf(
    language,
    kinds.slice(0, 12).map(({ name, index }) => [name, figuresOf(office, index, year)]),
    language === 'zh' ? '项目一览' : 'overview',
  );
  const planned = kinds.slice(0, 10);
  return language === 'zh'
    ? `# 由测速程序生成。
格式: 1
标题: "${place(zh, office)}人民政府${year}年工作总结和${year + 1}年工作计划"
编制单位: ${place(zh, office)}人民政府
年度: ${year}
成文日期: "${year + 1}-01-17"
${previous ? `上年: ${previous}\n` : ''}
总结:
  标题: ${year}年工作总结
  导语: |
    ${year}年，全镇上下抓重点、补短板，各项工作有序推进。
  章节:
${sections.join('\n')}
    - 标识: 总体情况
      标题: 总体情况
      正文: |
        各类项目分布见下表。
${table}
计划:
  标题: ${year + 1}年工作计划
  章节:
${planned
  .map(
    ({ name }, index) => `    - 标题: 继续推进${name}
      牵头: 建设科
      正文: |
        突出重点，分批实施，按季度通报进度，${name}新目标${figuresOf(office, index, year + 1).total}个以上。
      目标:
        ${name}新目标: { 目标值: ${figuresOf(office, index, year + 1).total}个以上, 完成时限: "${year + 1}-11-30" }
`,
  )
  .join('\n')}`
    : `# Made by the bench.
schema: 1
title: "${place(en, office)} Works Agency: Report for ${year} and Plan for ${year + 1}"
organization: ${place(en, office)} Works Agency
year: ${year}
dated: "${year + 1}-01-17"
${previous ? `previous: ${previous}\n` : ''}
summary:
  title: Report for ${year}
  intro: |
    The agency kept to its plan and told residents what it did.
  sections:
${sections.join('\n')}
    - id: overall
      title: Overall
      body: |
        The table shows projects by kind.
${table}
plan:
  title: Plan for ${year + 1}
  sections:
${planned
  .map(
    ({ name }, index) => `    - title: "Go on with ${name}"
      lead: Works
      body: |
        Urgent work comes first: at least ${figuresOf(office, index, year + 1).total} projects, on which we report each quarter.
      targets:
        ${name.replaceAll(/\W+/g, '-').toLowerCase()}-goal: { goal: at least ${figuresOf(office, index, year + 1).total} projects, due: "${year + 1}-11-30" }
`,
  )
  .join('\n')}`;
}
