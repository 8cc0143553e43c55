import { describe, expect, it } from 'vitest';
import { documentOf, imported, outlineOf } from './imported.ts';

const zh = '沙溪航运站2025年工作总结';
const en = 'Canal office report 2025';

describe('numbers that are none of the report’s outline', () => {
  it.each([
    [
      'a list of files that are kept',
      'a.txt',
      `${zh}\n一、经营\n平稳。\n二、备查文件目录\n（一）审计报告；\n（二）会议决议；\n（三）签名的报表。`,
      ['一、|经营 = 平稳。', '二、|备查文件目录 = （一）审计报告； / （二）会议决议； / （三）签名的报表。'],
    ],
    [
      'a list of what was read',
      'a.txt',
      `${zh}\n一、航道\n疏浚完毕。\n二、参考文献\n[1] 李一. 航道疏浚[J]. 水运, 2024, 12(3): 15-20.\n[2] 王二. 船闸检修[M]. 水运社, 2023.`,
      [
        '一、|航道 = 疏浚完毕。',
        '二、|参考文献 = \\[1\\] 李一. 航道疏浚\\[J\\]. 水运, 2024, 12(3): 15-20. / \\[2\\] 王二. 船闸检修\\[M\\]. 水运社, 2023.',
      ],
    ],
    [
      'documents for inspection',
      'a.txt',
      `${en}\n1. Locks\nMended.\n2. Documents for inspection\n(1) The audit;\n(2) the minutes.`,
      ['1.|Locks = Mended.', '2.|Documents for inspection = (1) The audit; / (2) the minutes.'],
    ],
    [
      'notes to the reader before the first part',
      'a.txt',
      `${zh}\n填报提示\n一、请于1月10日前填报。\n二、数字以台账为准。\n第一部分 航道\n一、疏浚\n疏浚完毕。\n二、养护\n养护完毕。\n第二部分 船闸\n一、检修\n检修完毕。\n二、更新\n更新完毕。`,
      [
        '= 填报提示 / 一、请于1月10日前填报。 / 二、数字以台账为准。',
        '第一部分|航道',
        '  一、|疏浚 = 疏浚完毕。',
        '  二、|养护 = 养护完毕。',
        '第二部分|船闸',
        '  一、|检修 = 检修完毕。',
        '  二、|更新 = 更新完毕。',
      ],
    ],
    [
      'annexes that a chapter holds',
      'a.md',
      `# ${zh}\n\n## 一、航道\n\n疏浚完毕。\n\n## 二、附件及表格\n\n### 附件1：航道一览\n\n见下。\n\n### 附件2：船闸一览\n\n见下。\n`,
      [
        '一、|航道 = 疏浚完毕。',
        '二、|附件及表格',
        '  |附件1：航道一览 = 见下。',
        '  |附件2：船闸一览 = 见下。',
      ],
    ],
    [
      'the same in English, without markup',
      'a.txt',
      `${en}\n1. Locks\nMended.\n2. Annexes\nAnnex A: List of locks\n1. Old lock\n2. New lock\nAnnex B: List of staff\nThere are few.`,
      [
        '1.|Locks = Mended.',
        '2.|Annexes = Annex A: List of locks / 1\\. Old lock / 2\\. New lock / Annex B: List of staff / There are few.',
      ],
    ],
  ])('%s', async (_, name, words, outline) => {
    const document = await documentOf(name, words);
    expect(outlineOf(document)).toEqual(outline);
    expect(imported(document).left).toEqual([]);
  });
});

describe('what annexes and glossaries say is declared by nobody', () => {
  it.each([
    [`${zh}\n一、航道\n疏浚航道12公里。\n二、名词解释\n1.航标：全县设有航标300座。\n2.航道：水深1.6米。`],
    [
      `${zh}\n一、航道\n疏浚航道12公里。\n附件1\n重点工程\n新建码头2座。\n附件2\n名词解释\n1．航标：设有航标300座。\n2．航道：水深1.6米。`,
    ],
    [`${zh}\n一、航道\n疏浚航道12公里。\n二、主要指标解释\n航标按座统计，全县设有航标300座。`],
  ])('%s', async (words) => {
    const { report } = imported(await documentOf('a.txt', words));
    expect(report.metrics.map(({ id }) => id)).toEqual(['疏浚航道']);
  });

  it('in English', async () => {
    const words = `# ${en}\n\n## 1. Locks\n\nWe repaired 12 locks.\n\n## 2. Glossary\n\nBerth: a place for one ship. We have 12 berths.\n\n# Appendix: Staff\n\nWe employ 31 people.\n`;
    const { report } = imported(await documentOf('a.md', words));
    expect(report.metrics.map(({ data }) => data.value)).toEqual(['12']);
  });
});

describe('lists of attachments', () => {
  const report = (list: string, more: string): string =>
    `沙溪航运站2025年工作总结\n一、航道\n疏浚完毕。\n二、明年打算\n新建码头2座。\n${list}\n沙溪航运站\n2026年1月6日\n${more}`;
  it.each([
    ['of one', '附件：船闸检修表', ['附件：船闸检修表']],
    ['behind their label', '附件：1.船闸检修表\n2.码头名录', ['附件：1.船闸检修表', '2.码头名录']],
    ['below it', '附件：\n1.船闸检修表\n2.码头名录', ['附件：', '1.船闸检修表', '2.码头名录']],
  ])('%s are text, above the signature', async (_, list, lines) => {
    const { report: read, left } = imported(
      await documentOf('a.txt', report(list, '附件1\n船闸检修表\n检修完毕。')),
    );
    expect(read.data.dated).toBe('2026-01-06');
    const plan = read.parts.find(({ kind }) => kind === 'plan');
    expect(plan?.sections.at(-1)?.data.body?.trim().split('\n\n').slice(1)).toEqual(lines);
    expect(read.parts.filter(({ kind }) => kind === 'annexes')).toHaveLength(1);
    expect(left.filter(({ why }) => why === 'signature')).toHaveLength(2);
  });

  it('are entries of a list of contents', async () => {
    const text =
      '沙溪航运站2025年工作总结\n目录\n一、航道\n二、船闸\n附件：1.船闸检修表\n2.码头名录\n一、航道\n疏浚完毕。\n二、船闸\n检修完毕。\n';
    expect(outlineOf(await documentOf('a.txt', text))).toEqual([
      '一、|航道 = 疏浚完毕。',
      '二、|船闸 = 检修完毕。',
    ]);
  });
});

describe('numbers with a zero before them', () => {
  const titles = ['航道', '船闸', '人员', '家访', '项目', '码头', '渡口', '航标', '通信', '党建', '其他'];
  const lines = (mark: string): string =>
    titles
      .map((title, at) => `${String(at + 1).padStart(2, '0')}${mark}${title}工作\n${title}平稳。`)
      .join('\n');
  it.each([' ', '. ', ''])('count past nine: “01%s”', async (mark) => {
    expect(outlineOf(await documentOf('a.txt', `沙溪航运站2025年工作总结\n${lines(mark)}`))).toEqual(
      titles.map(
        (title, at) => `${String(at + 1).padStart(2, '0')}${mark.trim()}|${title}工作 = ${title}平稳。`,
      ),
    );
  });
});
