import { Reading } from '../src/reading/reading.ts';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { htmlRenderer } from '../src/render/html/html.ts';
import { formats } from '../src/render/index.ts';
import { markdownRenderer } from '../src/render/markdown/markdown.ts';
import { wordsOf } from './docx-words.ts';

const published = { draft: false, internal: false };

/** A piece of a draft without the indentation of the test. */
function yaml(strings: TemplateStringsArray): string {
  const text = strings.join('').replace(/^\n|\s+$/g, '');
  return `${text.replace(new RegExp(`^ {${text.search(/\S/)}}`, 'gm'), '')}\n`;
}

function read(draft: string): Reading {
  const { reading } = lint('2017.report.yaml', draft, () => undefined);
  if (!reading) throw new Error('the draft cannot be read');
  return reading;
}

const zh = `格式: 1\n标题: 某局2017年工作总结\n编制单位: 某局\n年度: 2017\n`;
const en = `schema: 1\ntitle: Report of 2017\norganization: Agency\nyear: 2017\n`;
const md = (draft: string, options = published): string => markdownRenderer(read(draft), options);
const page = (draft: string, options = published): string => htmlRenderer(read(draft), options);

/** A Chinese draft whose only text is this body. */
const withBody = (body: string): string =>
  `${zh}总结:\n  标题: 总结\n  导语: |\n${body.replace(/^/gm, '    ')}\n`;
/** What stands below the headings of such a draft. */
const bodyMarkdown = (body: string): string => md(withBody(body)).split('## 总结\n\n')[1] ?? '';
const bodyHtml = (body: string): string =>
  /<h2 [^>]*>总结<\/h2>\n([^]*)\n<\/main>/.exec(page(withBody(body)))?.[1] ?? '';
const headings = (text: string): string[] =>
  [...text.matchAll(/<(h[1-6])[^>]*>(.*?)<\/\1>/g)].map(
    ([, tag, inner = '']) => `${tag} ${inner.replace(/<[^>]+>/g, '')}`,
  );

const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });
const complaints = (text: string): string[] =>
  validator
    .validateStringSync(text)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    );

const sections = yaml`
  总结:
    章节:
      - { 标题: 甲, 正文: 甲文。, 章节: [{ 标题: 乙, 正文: 乙文。 }] }
  计划:
    章节: [{ 标题: 丙, 正文: 丙文。 }]
`;

describe('numbering', () => {
  it('gives separate parts their titles and numbers each anew', () => {
    expect(md(zh + sections)).toBe(
      [
        '# 某局2017年工作总结',
        '## 2017年工作总结',
        '### 一、甲',
        '甲文。',
        '**（一）乙。** 乙文。',
        '## 2018年工作计划',
        '### 一、丙',
        '丙文。\n',
      ].join('\n\n'),
    );
    expect(headings(page(zh + sections))).toEqual([
      'h1 某局2017年工作总结',
      'h2 2017年工作总结',
      'h3 一、甲',
      'h4 （一）乙。',
      'h2 2018年工作计划',
      'h3 一、丙',
    ]);
  });

  it('numbers the parts themselves, so that their sections are run in', () => {
    expect(md(`${zh}编号: { 各部分: 编号 }\n${sections}`)).toBe(
      [
        '# 某局2017年工作总结',
        '## 一、2017年工作总结',
        '**（一）甲。** 甲文。',
        '**1.乙。** 乙文。',
        '## 二、2018年工作计划',
        '**（一）丙。** 丙文。\n',
      ].join('\n\n'),
    );
    expect(headings(page(`${zh}编号: { 各部分: 编号 }\n${sections}`))).toContain('h2 二、2018年工作计划');
  });

  it('runs on without titles of parts, and the headings move up', () => {
    expect(md(`${zh}编号: { 各部分: 连排 }\n${sections}`)).toBe(
      ['# 某局2017年工作总结', '## 一、甲', '甲文。', '**（一）乙。** 乙文。', '## 二、丙', '丙文。\n'].join(
        '\n\n',
      ),
    );
    expect(headings(page(`${zh}编号: { 各部分: 连排 }\n${sections}`))).toEqual([
      'h1 某局2017年工作总结',
      'h2 一、甲',
      'h3 （一）乙。',
      'h2 二、丙',
    ]);
  });

  it('is decimal in English, each title on its own line', () => {
    const draft = yaml`
      summary:
        sections:
          - title: Safety
            body: Fewer accidents.
            sections:
              - { title: Roads, body: Repaired. }
              - { body: An item without a title. }
      plan: { title: 'Plan', sections: [{ title: Bridges, body: 'As in {{section:Roads}}, {{next-year}}.' }] }
    `;
    expect(md(en + draft)).toBe(
      [
        '# Report of 2017',
        '## Summary of 2017',
        '### 1 Safety',
        'Fewer accidents.',
        '#### 1.1 Roads',
        'Repaired.',
        '1.2 An item without a title.',
        '## Plan',
        '### 1 Bridges',
        'As in section 1.1 of “Summary of 2017”, 2018.\n',
      ].join('\n\n'),
    );
    expect(page(en + draft)).toContain('<html lang="en">');
  });
});

describe('sections', () => {
  const inner = (text: string): string =>
    `${zh}总结:\n  标题: 总结\n  章节:\n    - 标题: 甲\n      章节:\n${text.replace(/^(?=.)/gm, '        ')}`;

  it('of the second level and below are run in: a heading to a screen reader, a sentence to the eye', () => {
    const draft = inner('- { 标题: 乙, 正文: 乙文。 }');
    expect(page(draft)).toContain(
      '<div class="run-in"><h4 id="summary-1-1" class="grade-2">（一）乙。</h4><p>乙文。</p></div>',
    );
    expect(page(draft)).toContain('.run-in > * { display: inline;');
    expect(md(draft)).toContain('\n\n**（一）乙。** 乙文。\n');
  });

  it.each([
    ['建设“幼高专”', '**（一）建设“幼高专”。** 文。'],
    ['怎么办？', '**（一）怎么办？** 文。'],
    ['回答“怎么办？”', '**（一）回答“怎么办？”** 文。'],
    ['意见（试行）', '**（一）意见（试行）。** 文。'],
  ])('end a run-in title as a sentence: %s', (title, line) => {
    expect(md(inner(`- { 标题: "${title}", 正文: 文。 }`))).toContain(line);
  });

  it('keep a title on its own line, without a full stop, where no paragraph follows', () => {
    const draft = inner(
      '- { 标题: 乙, 章节: [{ 标题: 丙, 正文: 丙文。 }] }\n- { 标题: 丁, 正文: "- 一\\n- 二" }',
    );
    expect(md(draft).split('\n\n').slice(3)).toEqual([
      '#### （一）乙',
      '**1.丙。** 丙文。',
      '#### （二）丁',
      '- 一\n- 二\n',
    ]);
  });

  it('without a title have their number before the text, without a number nothing', () => {
    const draft = inner(
      '- { 正文: "第一段。\\n\\n第二段。" }\n- { 是否编号: 否, 正文: 无号。 }\n- { 是否编号: 否, 标题: 无号标题, 正文: 文。 }\n- { 正文: "- 表" }',
    );
    expect(md(draft).split('\n\n').slice(3)).toEqual([
      '（一）第一段。',
      '第二段。',
      '无号。',
      '**无号标题。** 文。',
      '（二）',
      '- 表\n',
    ]);
    expect(page(draft)).toContain('<p id="summary-1-1">（一）第一段。</p>\n<p>第二段。</p>\n<p>无号。</p>');
  });

  it('leave out no level of headings, and say levels below the sixth', () => {
    const deep = (depth: number): string =>
      depth === 0 ? '' : `[{ 标题: 题${depth}, 正文: 文。, ${depth > 1 ? `章节: ${deep(depth - 1)}` : ''} }]`;
    const text = page(`${zh}总结: { 章节: ${deep(7)} }`);
    expect(headings(text).map((heading) => heading.slice(0, 2))).toEqual([
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'h6',
      'h6',
      'h6',
    ]);
    expect([...text.matchAll(/aria-level="(\d)"/g)].map(([, level]) => level)).toEqual(['7', '8', '9']);
    expect(complaints(text)).toEqual([]);
    const untitled = page(`${zh}总结: { 章节: [{ 正文: 文。, 章节: [{ 标题: 题, 正文: 文。 }] }] }`);
    expect(headings(untitled).at(-1)).toBe('h3 （一）题。');
  });

  it('have ids of their own', () => {
    const ids = [...page(zh + sections).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['text', 'summary', 'summary-1', 'summary-1-1', 'plan', 'plan-1']);
    expect(page(zh + sections)).toContain('<a href="#summary-1-1">（一）乙</a>');
  });
});

describe('the frame', () => {
  it('signs with the organization and the date in full, where there is a date', () => {
    expect(md(`${zh}成文日期: 2018-01-07\n发布日期: 2018-01-17\n${sections}`)).toMatch(
      /\n\n某局\\\n2018年1月7日\n$/,
    );
    expect(page(`${zh}发布日期: 2018年1月17日\n${sections}`)).toContain(
      '<div class="signature"><p>某局</p><p>2018年1月17日</p></div>',
    );
    expect(md(`${en}language: en-US\npublished: 2018-01-17\nsummary: { intro: A year. }`)).toMatch(
      /\n\nAgency\\\nJanuary 17, 2018\n$/,
    );
    expect(md(zh + sections)).not.toContain('某局\\\n');
  });

  it('puts annexes after the signature, each with its label', () => {
    const draft = `${zh}发布日期: 2018-01-17\n总结: { 导语: 文。 }\n附件: [{ 标题: 名词解释, 导语: 甲。 }, { 章节: [{ 标题: 清单, 正文: 乙。 }] }, { 标题: 附件三 }]`;
    expect(md(draft).split('\n\n').slice(3)).toEqual([
      '某局\\\n2018年1月17日',
      '## 附件1 名词解释',
      '甲。',
      '## 附件2',
      '### 一、清单',
      '乙。',
      '## 附件三\n',
    ]);
    expect(page(draft)).toContain(
      '<h2 id="annex-1" class="part"><span class="annex">附件1</span> 名词解释</h2>',
    );
  });

  it('stamps a draft on the screen and on every sheet', () => {
    expect(md(zh + sections, { draft: true, internal: false })).toMatch(/^> 草稿\n\n# 某局/);
    expect(md(`${en}summary: { intro: A year. }`, { draft: true, internal: true })).toMatch(
      /^> DRAFT\n>\n> INTERNAL\n\n# Report/,
    );
    const stamped = page(zh + sections, { draft: true, internal: false });
    expect(stamped).toContain('<p class="stamp">草稿</p>');
    expect(stamped).toContain("@top-right { content: '草稿';");
    expect(page(zh + sections)).not.toContain('草稿');
  });

  it('has a policy that allows its own style and nothing else', () => {
    for (const options of [published, { draft: true, internal: true }]) {
      const text = page(zh + sections, options);
      const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      expect(text).toContain(
        `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
      );
      expect(text).not.toMatch(/<script|<img|<link|\sstyle=|@import|url\(|\son\w+=/i);
    }
  });

  it('says the language, and what the document number is', () => {
    expect(page(`${zh}语言: zh-Hant-TW\n文号: 某教〔2018〕7号\n${sections}`)).toMatch(
      /<html lang="zh-Hant-TW">[^]*<p class="document-number">某教〔2018〕7号<\/p>/,
    );
    expect(page(zh + sections)).toContain('<html lang="zh-CN">');
  });
});

describe('references', () => {
  it('print what they refer to, as text and never as Markdown or HTML', () => {
    const draft = yaml`
      总结:
        标题: 总结
        章节:
          - 标题: 整改率{{率}}
            标识: 整改
            正文: |
              完成**{{数}}**，{{率}}，{{星}}，{{表.行.列}}，{{角}}，见{{章节:整改}}；\\{{数}}、{{不明}}。
            指标: { 数: 25项, 率: 99.4%, 星: '*5*_6_', 角: '<b>7</b>' }
            表格: { 表: { 列: [列], 行: { 行: ['{{数}}|'] } } }
    `;
    expect(md(zh + draft)).toContain('### 一、整改率99.4%');
    expect(md(zh + draft)).toContain(
      '完成**25项**，99.4%，\\*5\\*\\_6\\_，25项|，&lt;b>7&lt;/b>，见第一部分；{{数}}、{{不明}}。',
    );
    expect(page(zh + draft)).toContain(
      '<p>完成<strong>25项</strong>，99.4%，*5*_6_，25项|，&lt;b&gt;7&lt;/b&gt;，见第一部分；{{数}}、{{不明}}。</p>',
    );
  });

  it('that lead round in a circle come to an end', () => {
    const draft = yaml`
      总结: { 章节: [{ 标题: 甲, 正文: '{{表.行.列}}', 表格: { 表: { 列: [列], 行: { 行: ['{{表.行.列}}'] } } } }] }
    `;
    expect(md(zh + draft)).toContain('{{表.行.列}}');
  });

  it('do not confuse a character of the draft with a stand-in', () => {
    expect(bodyHtml('\u{F0000}{{年度}}\u{10FFFD}')).toBe('<p>\u{F0000}2017\u{10FFFD}</p>');
  });
});

describe('tables', () => {
  const draft = yaml`
    总结:
      章节:
        - 标题: 队伍
          表格:
            名师:
              计量单位: 人
              列: [校长, 教师]
              行: { 省级: [2, '3|4'], 县级: [null, /] }
            空表: { 列: [甲] }
  `;

  it('have a caption, headers with a scope, and cells as written', () => {
    expect(md(zh + draft)).toContain(
      '**名师**（单位：人）\n\n|  | 校长 | 教师 |\n| --- | --- | --- |\n| 省级 | 2 | 3\\|4 |\n| 县级 |  | / |\n',
    );
    const text = page(zh + draft);
    expect(text).toContain(
      '<section class="scroll" aria-labelledby="table-1" tabindex="0">\n<table>\n<caption id="table-1">名师（单位：人）</caption>',
    );
    expect(text).toContain('<tr><td></td><th scope="col">校长</th><th scope="col">教师</th></tr>');
    expect(text).toContain('<tr><th scope="row">县级</th><td></td><td>/</td></tr>');
    expect(text).not.toContain('空表');
    expect(complaints(text)).toEqual([]);
  });

  it('take the room of the screen, and are set smaller the more columns they have', () => {
    const columns = (count: number): string =>
      page(
        `${zh}总结: { 章节: [{ 标题: 甲, 表格: { 表: { 列: [${Array.from({ length: count }, (_, index) => `列${index}`).join(', ')}], 行: { 行: [1] } } } }] }`,
      );
    expect(columns(4)).toContain('<section class="scroll" ');
    expect(columns(5)).toContain('<section class="scroll wide" ');
    expect(columns(11)).toContain('<section class="scroll wide many" ');
    expect(columns(11)).toContain('@page many { size: A4 landscape;');
    expect(columns(4)).toContain(
      'main > .scroll, main > .internal > .scroll, main > .internal:has(.scroll) { max-width: 100%; }',
    );
  });

  it('may be written in Markdown', () => {
    expect(bodyMarkdown('| 甲 | 乙 |\n| --- | --- |\n| **1** | a\\|b |')).toBe(
      '| 甲 | 乙 |\n| --- | --- |\n| **1** | a\\|b |\n',
    );
    expect(bodyHtml('| 甲 | 乙 |\n| --- | --- |\n| **1** | a\\|b |')).toContain(
      '<td><strong>1</strong></td><td>a|b</td>',
    );
  });
});

describe('lines', () => {
  it.each([
    ['全市开展\n整治行动', '全市开展整治行动'],
    ['第一句。\n第二句。', '第一句。\n\n第二句。'],
    ['他说：“好。”\n会后', '他说：“好。”\n\n会后'],
    ['一是抓落实；\n二是抓检查。', '一是抓落实；\n\n二是抓检查。'],
    ['全市开展\n　　整治行动', '全市开展\n\n整治行动'],
    ['　　缩进的段落', '缩进的段落'],
    ['    缩进的段落', '缩进的段落'],
    ['甲、\n乙', '甲、乙'],
    ['建成“\n智慧校园”', '建成“智慧校园”'],
    ['使用\nGitHub\n平台', '使用 GitHub 平台'],
    ['完成\n695处', '完成 695处'],
    ['代码`a\nb`与`甲`\n乙', '代码`a b`与`甲` 乙'],
    ['**重点**\n工作', '**重点**工作'],
    ['共{{年度}}\n年', '共2017 年'],
    ['甲 乙', '甲 乙'],
    ['甲  \n乙', '甲\\\n乙'],
  ])('of Chinese text: %j', (body, written) => expect(bodyMarkdown(body)).toBe(`${written}\n`));

  it('of English text are joined by a space, and a blank one ends a paragraph', () => {
    const draft = `${en}summary:\n  title: Part\n  intro: |\n    It ended.\n    The next year.\n\n    中文\n    文字\n`;
    expect(md(draft)).toBe('# Report of 2017\n\n## Part\n\nIt ended. The next year.\n\n中文文字\n');
  });
});

describe('Markdown of a body', () => {
  it.each([
    ['- 一\n- 二\n  - 三', '- 一\n- 二\n  - 三'],
    ['3. 三\n4. 四', '3. 三\n4. 四'],
    ['- 一\n\n* 二', '- 一\n\n* 二'],
    ['> 引用\n>\n> - 项', '> 引用\n>\n> - 项'],
    ['```\na  *b*\n```', '```\na  *b*\n```'],
    ['# 标题', '**标题**'],
    ['文\n---', '文\n\n* * *'],
    ['[注]: 见附件', '\\[注\\]: 见附件'],
    ['[网站](https://a.cn/x "题") [锚](#plan)', '[网站](https://a.cn/x) [锚](#plan)'],
    ['![图](https://a.cn/x.png)', '[图](https://a.cn/x.png)'],
    ['![图](x.png)', '［缺图：图，x.png］'],
    ['见https://a.cn/a_b，详情', '见<https://a.cn/a_b>，详情'],
    ['- [ ] 待办', '- \\[ \\] 待办'],
  ])('keeps its shape: %j', (body, written) => expect(bodyMarkdown(body)).toBe(`${written}\n`));

  it.each([
    '1\\. 甲',
    '\\# 甲',
    '\\+ 甲',
    '\\- 甲',
    '\\> 甲',
    '10\\~20人、30\\~40人',
    '\\*甲\\*',
    '\\[甲\\](乙)',
    '\\--',
    '\\==',
  ])('stays text where it was text: %s', (body) => expect(bodyMarkdown(body)).toBe(`${body}\n`));

  it.each([
    ['R&D \\&amp; \\&#42;', 'R&D &amp;amp; &amp;#42;'],
    ['\\<b>甲\\</b>', '&lt;b>甲&lt;/b>'],
  ])('is written so that a backslash that is lost brings nothing to life: %s', (body, written) =>
    expect(bodyMarkdown(body)).toBe(`${written}\n`),
  );

  it('does not let a number or a title become a list, a heading or a closing mark', () => {
    const draft = `${en}numbering: { levels: ['1', '1.'] }\nsummary: { title: 'C #', sections: [{ title: T, sections: [{ body: Text. }, { body: '+ more' }] }] }`;
    const written = md(draft);
    expect(written).toContain('## C \\#\n\n### 1 T\n\n1\\. Text.\n\n2\\.\n\n- more\n');
    expect(micromark(written)).toContain('<p>1. Text.</p>');
  });

  it('ends with one line break', () => {
    for (const draft of [zh, zh + sections, `${zh}总结: {}`]) expect(md(draft)).toMatch(/[^\n]\n$/);
  });
});

describe('attacks', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '甲<script src=//x.cn></script>',
    '<div onclick="alert(1)">\n\n甲\n\n</div>',
    '<!-- <script>alert(1)</script> -->',
    '<svg/onload=alert(1)>',
    '<img src=x onerror=alert(1)>',
    '<style>@import "//x.cn"</style>',
    '&lt;script&gt;&#60;script&#62;',
    '[甲](javascript:alert(1))',
    '[甲](JaVaScRiPt:alert(1))',
    '[甲](java&#115;cript:alert(1))',
    '[甲](&#106;avascript:alert(1))',
    '[甲](javascript&colon;alert(1))',
    '[甲](java\\\nscript:alert(1))',
    '[甲](<java\tscript:alert(1)>)',
    '[甲](\u0001javascript:alert(1))',
    '[甲](vbscript:x)',
    '[甲](data:text/html;base64,PHNjcmlwdD4=)',
    '[甲](//x.cn)',
    '[甲](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '![甲](javascript:alert(1))',
    '![甲](https://x.cn/track.png)',
    '[甲]: javascript:alert(1)\n\n[甲]',
    '[甲](https://x.cn/"onmouseover="alert(1))',
    "[甲](https://x.cn/'><script>alert(1)</script>)",
    '`</code><script>alert(1)</script>`',
    '```x"><script>\n</code></pre><script>alert(1)</script>\n```',
    '| <script> | a |\n| --- | --- |\n| <script>alert(1)</script> | [b](javascript:1) |',
    '{{</p><script>alert(1)</script>}}',
  ];
  const allowed =
    /^<(?:\/?(?:p|ul|ol|li|table|thead|tbody|tr|th|td|section|code|pre|strong|em|br|br \/|blockquote)|td class="long"|(?:section|th|pre) [a-z]+[^<>]*|a href="https:\/\/x\.cn\/[^"<>]*"|\/a)>$/;

  it.each(attacks)('come out as text: %j', (attack) => {
    const given = bodyHtml(attack);
    for (const [tag] of given.matchAll(/<[^>]*>/g)) expect(tag).toMatch(allowed);
    expect(given).not.toMatch(/(?:href|src)="(?!https:\/\/x\.cn\/)/);
    expect(given).not.toMatch(/<[^>]*\son\w+=/i);
    const read = micromark(bodyMarkdown(attack), { allowDangerousHtml: true, allowDangerousProtocol: true });
    for (const [tag] of read.matchAll(/<[^>]*>/g)) expect(tag).toMatch(allowed);
  });

  it.each([
    ['<div>\n**甲**\n</div>', '<p>&lt;div&gt; <strong>甲</strong> &lt;/div&gt;</p>'],
    ['甲<!-- 注 -->乙', '<p>甲&lt;!-- 注 --&gt;乙</p>'],
    ['<script>alert("甲")</script>', '<p>&lt;script&gt;alert(&quot;甲&quot;)&lt;/script&gt;</p>'],
    ['&lt;b&gt; &#60; &nbsp;', '<p>&amp;lt;b&amp;gt; &amp;#60; &amp;nbsp;</p>'],
    ['[甲](javascript:alert(1))乙', '<p>甲乙</p>'],
  ])('lose none of the words: %j', (attack, shown) => expect(bodyHtml(attack)).toBe(shown));

  it('in titles, names and figures come out as text', () => {
    const bad = '<script>alert(1)</script>';
    const draft = `格式: 1\n标题: '${bad}'\n编制单位: '${bad}'\n年度: 2017\n文号: '${bad}'\n成文日期: 2018-01-17\n总结:\n  标题: '${bad}'\n  章节:\n    - 标题: '${bad}'\n      牵头: '${bad}'\n      正文: '{{数}}'\n      指标: { 数: '${bad}' }\n      表格: { '${bad}': { 计量单位: '${bad}', 列: ['${bad}'], 行: { '${bad}': ['${bad}'] } } }\n`;
    const text = page(draft, { draft: true, internal: true });
    expect(text).not.toContain('<script');
    expect(text.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(10);
    expect(micromark(md(draft), { allowDangerousHtml: true })).not.toContain('<script');
  });

  it('cannot put control characters into a file', () => {
    const text = page(`${zh}总结:\n  导语: "甲\\0\\x08\\x1b乙"\n`);
    expect(text).toContain('<p>甲乙</p>');
    expect(text).not.toMatch(/[\0-\x08\x0B-\x1F\x7F]/);
  });
});

describe('what is internal', () => {
  const ledger = [
    '基建科',
    '人事科',
    '林副局长',
    '市政府清单',
    '1.8亿元',
    '征地延后',
    '下年补上',
    '完成桩基',
    '2018-07',
    '1.9亿元',
    '市长',
    '未完成',
    '内部',
  ];
  const draft =
    zh +
    yaml`
      总结:
        章节:
          - 标题: 投资
            牵头: 基建科
            配合: [人事科, 财务科]
            正文: 推进建设。
            完成情况:
              年度投资: { 结果: 未完成, 完成值: 1.8亿元, 原因: 征地延后, 措施: 下年补上, 进展: [{ 日期: 2017-03-31, 数值: 0.6亿元, 说明: 完成桩基 }] }
      计划:
        章节:
          - 标题: 建设
            正文: 继续推进。
            目标:
              封顶: { 完成时限: 2018-07, 是否必保: 是, 牵头领导: 林副局长, 任务来源: 市政府清单, 节点: [{ 完成时限: 2018-03, 内容: 完成桩基 }], 调整: [{ 目标值: 1.9亿元, 批准: 市长 }] }
    `;

  it('is in no format unless it is asked for', async () => {
    for (const { load } of Object.values(formats)) {
      const render = await load();
      const [outside, inside] = [
        wordsOf(await render(read(draft), published)),
        wordsOf(await render(read(draft), { draft: false, internal: true })),
      ];
      expect(ledger.filter((word) => outside.includes(word))).toEqual([]);
      expect(ledger.filter((word) => !inside.includes(word))).toEqual([]);
    }
  });

  it('is a list under its label after the section', () => {
    const text = md(draft, { draft: false, internal: true });
    expect(text).toMatch(/^> 内部资料\n\n# /);
    expect(text).toContain(
      '推进建设。\n\n> **内部资料**\n>\n> - 牵头：基建科；配合：人事科、财务科\n> - 完成情况：年度投资；未完成；完成值：1.8亿元；原因：征地延后；措施：下年补上\n>   - 2017-03-31 0.6亿元 完成桩基\n\n> **内部资料**\n>\n> **目标完成情况表**\n>\n> | 目标 | 实际完成 | 完成情况 | 牵头单位 | 原因 | 措施 |\n',
    );
    expect(text).toContain(
      '> - 目标：封顶；完成时限：2018-07；牵头领导：林副局长；任务来源：市政府清单；必保\n>   - 节点：完成时限：2018-03；内容：完成桩基\n',
    );
    expect(complaints(page(draft, { draft: true, internal: true }))).toEqual([]);
  });
});

describe('the real example', () => {
  const file = join(import.meta.dirname, '../examples/jiangmen-education/2017.report.yaml');
  const reading = lint(file, readFileSync(file, 'utf8'), (name) => readFileSync(name, 'utf8'))
    .reading as Reading;
  const { report } = reading;

  it.each(Object.keys(formats))(
    'renders to %s with every number and title in order, the same bytes each time',
    async (name) => {
      const render = await (formats[name] as (typeof formats)[string]).load();
      const rendered = await render(reading, published);
      expect(await render(reading, published)).toEqual(rendered);
      const text = wordsOf(rendered);
      let at = text.indexOf(name === 'html' ? '<main' : '## ');
      expect(report.sections.length).toBeGreaterThan(30);
      for (const { number, data } of report.sections) {
        const words = `${number}${data.title ?? data.body?.slice(0, 8)}`;
        const next = text.indexOf(words, at);
        expect(next, words).toBeGreaterThan(at);
        at = next;
      }
      expect(text).not.toMatch(/\{\{|undefined|\[object|NaN/);
    },
  );

  it('is valid HTML', () => expect(complaints(htmlRenderer(reading, published))).toEqual([]));

  it('is read from our Markdown by plain CommonMark', () => {
    const words = (text: string): string => text.replace(/<[^>]+>|\s/g, '');
    const read = micromark(markdownRenderer(reading, published).replace(/^\|.*\n/gm, ''));
    const shown =
      /<main[^>]*>([^]*)<\/main>/
        .exec(htmlRenderer(reading, published))?.[1]
        ?.replace(/<thead>[^]*?<\/tbody>/g, '') ?? '';
    expect(words(read).replace(/^.*?2018年工作计划/, '')).toBe(words(shown).replaceAll('&#39;', "'"));
  });
});
