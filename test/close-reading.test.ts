import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importDocument } from '../src/importer/import.ts';
import { readDocument } from '../src/importer/read.ts';
import { lint } from '../src/lint/lint.ts';

const folder = process.env['REPORT_REAL_TEXTS'];
const name = 'jiangmen-education-2017.txt';

/** What a reader found amiss in the words of a published report, by the rule that says so and what it says. */
const defects: readonly (readonly [what: string, rule: string, says: RegExp])[] = [
  ['a phrase twice', 'words-single', /加大/],
  ['a document issued in two sections', 'clauses-single', /完善助学体系/],
  ['a sentence of the summary in the plan', 'clauses-single', /教改课改/],
  ['70万多', 'numerals-formed', /70万多/],
  ['a unit twice', 'units-given', /109/],
  ['a rate without 率', 'words-whole', /达标/],
  ['money without 元', 'units-given', /20万/],
  ['市 without 全', 'words-whole', /“市”/],
  ['无…的发生', 'words-whole', /的发生/],
  ['characters of a name in another order', 'names-agree', /专科学校/],
  ['a project with and without 书记', 'names-single', /三二一/],
  ['江门 without 市', 'names-single', /智慧教育云平台/],
  ['三年 dropped from a title', 'names-single', /行动计划/],
  ['与 and 和', 'names-single', /成人教育/],
  ['quotes on and off', 'names-single', /明厨亮灶/],
  ['a bracket on and off', 'names-single', /复评/],
  ['a blank behind a comma', 'spaces-proper', /空格/],
  ['、 between quotes', 'commas-needed', /顿号/],
  ['a single dash', 'dashes-whole', /破折号/],
  ['a hyphen in a range', 'dashes-whole', /起止/],
  ['截止到', 'words-suited', /截止到/],
  ['去年', 'years-named', /去年/],
  ['a day without its year', 'years-named', /11月16日/],
];

it('what a reader found amiss in the words of a published report is found', async () => {
  if (folder === undefined || !existsSync(folder))
    return console.log('skipped: REPORT_REAL_TEXTS names no folder with published reports');
  const { text } = importDocument(await readDocument(name, readFileSync(join(folder, name))), {
    from: name,
    today: '2026-06-30',
    schema: () => 'x',
    keepAll: false,
    figures: true,
  });
  const draft = text.replace(/^年度: .*$/m, '$&\n模板: bureau');
  const { diagnostics } = lint('2017.report.yaml', draft, () => undefined);
  const missed = defects.filter(
    ([, rule, says]) => !diagnostics.some((each) => each.rule === rule && says.test(each.message.zh)),
  );
  expect(missed.map(([what]) => what)).toEqual([]);
});
