import type { Left } from './chrome.ts';
import { namesBody, namesEnglishBody } from '../outline/cover-lines.ts';

const body =
  '(?:委员会|管理局|局|委|厅|人民政府|政府|府|办公室|办事处|办|研究院|医院|法院|检察院|院|学校|小学|中学|大学|学院|幼儿园|校|协会|学会|联合会|工会|基金会|商会|会|公司|集团|中心|支部|党委|党组|分局|总队|支队|大队|管理处|处|所|站|馆|园|厂|社)';
/** What comes behind the name of a body in a title. */
const behind =
  '(?:关于|20\\d{2}|二[〇○零]|[一二三四]季度|上半年|第[一二三四]|年度|本年|工作|党建|经营|政务|政府信息公开|信息公开|法治|财务|社会责任|总结|述职)';
const titled = new RegExp(`^([\\p{Script=Han}（）·]{2,30}?${body})(?=${behind})`, 'u');
const place = '[\\p{Script=Han}]{1,12}?(?:自治区|自治州|省|市|县|区|旗|州|镇|乡)';
const placed = new RegExp(
  `^(?:20\\d{2}年(?:度)?)?(${place})(?=人民政府|政府|20\\d{2}|国民经济|经济|统计|工作|上半年|[一二三四]季度|第[一二三四])`,
  'u',
);
const english = [
  /\b(?:[Rr]eport|[Rr]eview) (?:of|by) (?:the )?([A-Z].{2,50})$/,
  /^(.{3,60}?)(?::|\s[–—-]|,)?\s+(?:(?:20\d{2}(?:[/–-]\d{2,4})?|FY ?\d{2,4}|fiscal year \d{4})\s+)?(?:annual|yearly|quarterly|performance|progress|activity|impact|statistical)\b/i,
  /^([^:]{2,60}):\s/,
  /^(.{3,60}?)\s+(?:report|review)\b/i,
];

/** Bodies that a document names as its own: who signs, who stands on its cover or in its title, for whom it speaks. A person confirms them. */
export function bodiesIn(title: string, left: readonly Left[], opening: string): readonly string[] {
  const lines = (why: Left['why']): string[] =>
    left.flatMap((each) => (each.why === why ? [each.text.trim()] : []));
  const signed = lines('signature')
    .map((line) => withoutDay(line))
    .find((line) => line !== '');
  const cover = lines('cover').find((line) => namesBody(line) || namesEnglishBody(line));
  const posted = /(?:来源|发布单位|发布机构|Source)[:：]\s*([^\s:：]{2,30})/.exec(
    lines('source-line').join('\n'),
  )?.[1];
  const said = [signed, cover, fromTitle(title, opening), posted];
  const names = said.flatMap((each) =>
    each === undefined ? [] : [each.replace(/[（(](?:盖章|公章|印章|章)[）)]$/, '')],
  );
  // 水务局 says nothing beside 某市水务局
  return names.filter(
    (name, index) =>
      /\p{L}{2}/u.test(name) && !names.slice(0, index).some((earlier) => earlier.includes(name)),
  );
}

const withoutDay = (line: string): string =>
  line
    .replace(
      /(?:20\d{2}|二[〇○零O0])[\d〇○零一二三四五六七八九十 年月日./-]{0,20}$|(?:\d{1,2} )?[A-Z][a-z]{2,8} (?:\d{1,2}, )?20\d{2}$/,
      '',
    )
    .trim();

/** The body that a title begins with, or the place whose government reports. */
function fromTitle(title: string, opening: string): string | undefined {
  const whole = title.replace(/^20\d{2}年(?:度)?/, '').trim();
  const [, told] = placed.exec(title) ?? [];
  if (/政府工作报告/.test(title)) return governmentOf(told, opening);
  const named = titled.exec(whole)?.[1];
  if (named !== undefined) return named;
  if (told !== undefined) return told;
  if (/\p{Script=Han}/u.test(title)) return new RegExp(`^${place}`, 'u').exec(title)?.[0];
  return english
    .map((each) => each.exec(title)?.[1]?.trim())
    .find(
      (each) =>
        each !== undefined &&
        !/^(?:the|our|an?|annual|year|fiscal|financial|summary|progress|performance|statistical|review|report)\b/i.test(
          each,
        ),
    );
}

/** The government that a report on its work is of: that of the place in the title or of the congress, or the one that it speaks for. */
function governmentOf(named: string | undefined, opening: string): string | undefined {
  const spoken = /代表(国务院|[\p{Script=Han}]{0,12}?(?:人民)?政府)/u.exec(opening)?.[1];
  if (spoken === '国务院') return spoken;
  const congress = new RegExp(`在(${place})(?:第?[一二三四五六七八九十]+届|人民代表大会)`, 'u').exec(
    opening,
  )?.[1];
  const of = named ?? congress;
  return of === undefined ? spoken : `${of}人民政府`;
}
