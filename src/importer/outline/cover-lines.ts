const body =
  '(?:局|委|厅|府|办公室|办|院|校|会|公司|集团|中心|部|处|科|所|站|队|厂|馆|园|团|党组|党委|支部|大学|学院|中学|小学|幼儿园)';
/** A Chinese body, as it signs or stands on a cover. */
export const signer = new RegExp(
  `^[\\p{Script=Han}（）·]{2,30}${body}(?:[（(](?:盖章|公章|印章|章)[）)])?$`,
  'u',
);
const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const year = '(?:20\\d{2}|二[〇○零O0][〇○零一二三四五六七八九]{2})';
const count = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** A day, as it signs: 2018年1月5日, 二〇一八年一月五日, 5 January 2018. */
export const signingDay = new RegExp(
  `^(?:${year} ?年 ?${count} ?月 ?${count} ?日|20\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2} ${month} 20\\d{2}|${month} \\d{1,2}, 20\\d{2})$`,
);
const monthLine = new RegExp(`^(?:${year} ?年 ?${count} ?月|${month},? 20\\d{2})$`);
const range = new RegExp(
  `^(?:(?:for )?(?:the )?(?:year|period) (?:from )?)?(?:${month} \\d{1,2},? 20\\d{2}|\\d{1,2} ${month},? 20\\d{2}) ?(?:-|–|—|to|through) ?(?:${month} \\d{1,2},? 20\\d{2}|\\d{1,2} ${month},? 20\\d{2})$`,
);
/** A number of a document: 临城管〔2026〕3号. */
const documentNumber = /^[\p{Script=Han}]{1,12}[〔[【（(［]20\d{2}[〕\]】）)］](?:第)?\d{1,5}号$/u;

/** The head of a document in red, 临溪县人民政府文件: the body that issues it. */
const redHead = new RegExp(`^[\\p{Script=Han}（）·]{2,30}${body}文件$`, 'u');

/** Whether a line is the number of a document. */
export const isDocumentNumber = (line: string): boolean => documentNumber.test(line.trim());

/** Whether a line is one of a cover or a head, and no text of a report: the body, the day, the document's number, its secrecy or its term. */
export function isCoverLine(text: string): boolean {
  const line = text.trim();
  return (
    signingDay.test(line) ||
    monthLine.test(line) ||
    range.test(line) ||
    documentNumber.test(line) ||
    redHead.test(line) ||
    namesBody(line) ||
    /^(?:内部资料|送审稿|征求意见稿|讨论稿|（?(?:秘密|机密|绝密)(?:★.{0,8})?）?)$/.test(line)
  );
}

/** An English body, as it stands on a cover. */
const englishBody =
  /^(?:[A-Z][\p{L}’'.&-]*|of|the|for|and|&)(?: (?:[A-Z][\p{L}’'.&-]*|of|the|for|and|&)){0,8}$/u;
const bodyWord =
  /\b(?:Department|Council|Agency|Bureau|Commission|Authority|Trust|Board|Office|Ministry|University|College|School|Foundation|Association|Society|Service|Committee|Company|Corporation|Institute|District|Ltd|Inc|Limited)\b/i;

/** Whether a line is the name of an English body, or one in capitals. */
export const namesEnglishBody = (line: string): boolean =>
  line.length <= 80 &&
  ((englishBody.test(line.trim()) && bodyWord.test(line)) || /^[A-Z][A-Z&,.’' -]{9,}$/.test(line.trim()));

/** Whether a line names a body, or several with blanks between them. */
export const namesBody = (line: string): boolean => {
  const names = line.trim().split(/[\s\u3000]+/);
  return names.length <= 4 && names.every((name) => signer.test(name));
};

/** A day in Chinese numerals in figures: 二〇二五年十二月三十一日. */
export function inFigures(text: string): string {
  const digits = '〇一二三四五六七八九';
  const value = (numeral: string): number => {
    const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
    const digit = (sign: string): number => Math.max(0, digits.indexOf(sign));
    return numeral.includes('十')
      ? (tens === '' ? 1 : digit(tens ?? '')) * 10 + digit(ones ?? '')
      : digit(ones ?? '');
  };
  return text
    .replaceAll(/二[〇○零O0][〇○零一二三四五六七八九]{2}(?= ?年)/g, (found) =>
      [...found].map((sign) => Math.max(0, digits.indexOf(sign))).join(''),
    )
    .replaceAll(/(?<=[年月] ?)[一二三四五六七八九十]{1,3}(?= ?[月日])/g, (found) => String(value(found)));
}
