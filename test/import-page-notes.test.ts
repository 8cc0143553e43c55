import { describe, expect, it } from 'vitest';
import { documentOf, imported } from './imported.ts';

const page = (text: string, notes: string): string =>
  `<h1>青山市水务局2025年工作总结</h1><h2>一、供水</h2>${text}<h2>二、节水</h2><p>新增节水小区8个。</p>${notes}`;

/** The body of the first section, its metrics, and what is left out. */
async function found(html: string) {
  const { report, left } = imported(await documentOf('a.html', html));
  const [first] = report.sections;
  return {
    body: first?.data.body?.trim().replaceAll(/\s*\n\s*/g, ' / '),
    metrics: report.metrics.map(({ id, data }) => `${id}: ${data.value}`),
    left: left.map(({ why, text }) => `${why} ${text}`),
    sections: report.sections.length,
  };
}

const whole = {
  body: '改造旧管网12公里[^1]，抽检水样340份[^2]。 / [^1]: 含支管。 / [^2]: 不含复检。',
  metrics: ['改造旧管网: 12公里', '抽检水样: 340份', '新增节水小区: 8个'],
  sections: 2,
};

describe('notes of a page are footnotes', () => {
  it.each([
    [
      'as GitHub has them',
      '<p>改造旧管网12公里<sup><a href="#user-content-fn-1" id="user-content-fnref-1">1</a></sup>，抽检水样340份<sup><a href="#user-content-fn-2" id="user-content-fnref-2">2</a></sup>。</p>',
      '<section class="footnotes"><ol><li id="user-content-fn-1"><p>含支管。 <a href="#user-content-fnref-1">↩</a></p></li><li id="user-content-fn-2"><p>不含复检。 <a href="#user-content-fnref-2">↩</a></p></li></ol></section>',
      ['markup ↩', 'markup ↩'],
    ],
    [
      'as Word saves them',
      '<p>改造旧管网12公里<a href="#_ftn1" name="_ftnref1"><span class="MsoFootnoteReference">[1]</span></a>，抽检水样340份<a href="#_ftn2" name="_ftnref2">[2]</a>。</p>',
      '<hr><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1">[1]</a> 含支管。</p></div><div id="ftn2"><p class="MsoFootnoteText"><a href="#_ftnref2" name="_ftn2">[2]</a> 不含复检。</p></div>',
      [],
    ],
    [
      'as an encyclopedia has them',
      '<p>改造旧管网12公里<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>，抽检水样340份<sup id="cite_ref-2"><a href="#cite_note-2">[2]</a></sup>。</p>',
      '<ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a> <span>含支管。</span></li><li id="cite_note-2"><a href="#cite_ref-2">^</a> <span>不含复检。</span></li></ol>',
      ['markup ^', 'markup ^'],
    ],
    [
      'with signs of their own',
      '<p>改造旧管网12公里<a href="#note1">①</a>，抽检水样340份<a href="#note2">②</a>。</p>',
      '<p id="note1">① 含支管。</p><p id="note2">② 不含复检。</p>',
      [],
    ],
  ])('%s', async (_, text, notes, left) => {
    expect(await found(page(text, notes))).toEqual({ ...whole, left });
  });

  it.each([
    [
      'a link to a chapter by its number',
      '<p>详见第<a href="#s2">2</a>章。改造旧管网12公里。</p>',
      '<div id="s2"><h2>三、安全</h2><p>全年平稳。</p></div>',
      '详见第2章。改造旧管网12公里。',
    ],
    [
      'a link that leads nowhere',
      '<p>改造旧管网12公里<sup><a href="#gone">1</a></sup>。</p>',
      '',
      '改造旧管网12公里¹。',
    ],
    [
      'a link with words',
      '<p>改造旧管网12公里，见<a href="#t">下表</a>。</p>',
      '<p id="t">表已另发。</p>',
      '改造旧管网12公里，见下表。',
    ],
  ])('but not %s', async (_, text, notes, body) => {
    const { body: read, left } = await found(page(text, notes));
    expect(read).toBe(body);
    expect(left.filter((each) => !each.startsWith('address'))).toEqual([]);
  });
});

it('marks of notes in brackets part no name from its figure, and end no title', async () => {
  const bulletin =
    '<h1>2025年沙溪区统计公报<sup>[1]</sup></h1><h2>一、综合</h2><p>全年生产总值<sup>[2]</sup>512.6亿元，第一产业增加值<sup>[3]</sup>18.2亿元。</p><h2>二、农业</h2><p>粮食产量36.2万吨。</p><p>注释：</p><p>[1]为初步统计数。</p>';
  const { report, left } = imported(await documentOf('a.html', bulletin));
  expect(report.data.title).toBe('2025年沙溪区统计公报');
  expect(left.map(({ text, why }) => `${why} ${text}`)).toEqual(['note [1]']);
  expect(report.metrics.map(({ id, data }) => `${id}: ${data.value}`)).toEqual([
    '生产总值: 512.6亿元',
    '第一产业增加值: 18.2亿元',
    '粮食产量: 36.2万吨',
  ]);
});
