import type { Place } from '../diagnostic.ts';
import type { Span } from '../quantity/value/formula.ts';
import type { Reading } from '../reading/reading.ts';
import type { TextAlone } from '../reading/text-alone.ts';

/** A mark of secrecy, or one that keeps a document inside, with its place. */
export interface SecrecyMark extends Pick<Place, 'path' | 'span'> {
  readonly written: string;
}

/** Every mark of secrecy in a report, in order. */
export const secrecyMarksOf = (reading: Reading): readonly SecrecyMark[] => reading.once(findMarks);

const findMarks = (reading: Reading): readonly SecrecyMark[] =>
  reading.scalars.texts.flatMap(({ path, text }) =>
    reading
      .alone(text)
      .once(marksIn)
      .map((span) => ({ path, span, written: text.slice(...span) })),
  );

/** Without one of these a text has no mark. */
const mayBeMarked =
  /[绝机秘]密|内部|公开|外传|传播|翻印|confidential|secret|official|internal|public|distribut|classified/i;

/** GB/T 9704 7.2.2: the degree, a star and the time, as in 机密★1年. */
const starred = /(?:绝密|机密|秘密) ?[★☆] ?(?:\d{1,3} ?(?:年|个月|天)|[一二三四五六七八九十]{1,3}年|长期)?/g;
/** What stands alone: in a line, a bracket or a sentence of its own. */
const stretches = /[^\n。！!()（）【】[\]]+/g;
const QUIET = '公开|对外公开|外传|外泄|传播|转发|复制|翻印|扩散|上网';
const alone = new RegExp(
  `^(?:(?:密级[：: ]{1,2})?(?:绝密|机密|秘密)|绝密件|机密件|秘密件|(?:此件|本件|该件|本文|本报告)(?:不予|不|不得|不宜)(?:对外)?公开(?:发布)?|(?:此件|本件|本文|本报告|本材料|本文件)?(?:仅供|限于?|供)?(?:单位|系统|机关|局|本局)?内部(?:文件|资料|材料|刊物|使用|参考|参阅|传阅|掌握|发行)(?:[，,、 　·—]{0,3}(?:(?:不得|请勿|严禁|禁止|不准|切勿|勿|不予)(?:对外)?(?:${QUIET})|(?:请)?(?:注意|妥善)(?:保存|保密|保管)))?|(?:请勿|严禁|不得|禁止)(?:对外)?(?:外传|传播|翻印|公开))$`,
);
const englishAlone =
  /^(?:(?:this (?:report|document|paper) is )?(?:strictly |company |business )?confidential(?:(?: ?[-–—:,] ?| and )(?:do not (?:distribute|copy|circulate)|not for (?:public )?(?:distribution|release|publication)|internal use only))?|top secret|secret|classified|(?:for )?official use only|official[-– ]sensitive|(?:for )?internal use only|for internal use only ?[-–—:,] ?(?:do not distribute|confidential)|not for (?:public )?(?:release|distribution|publication)|do not distribute|restricted distribution)$/i;

/** The marks of a text. Words about marks and secrets are none, nor is what is quoted. */
export function marksIn({ text }: Pick<TextAlone, 'text'>): readonly Span[] {
  if (!mayBeMarked.test(text)) return [];
  const found: Span[] = [];
  for (const { 0: written, index } of text.matchAll(starred))
    if (!/[“"「『《]$/.test(text.slice(0, index))) found.push([index, index + written.trimEnd().length]);
  for (const { 0: stretch, index } of text.matchAll(stretches)) {
    if (stretch.length > 80) continue;
    const words = stretch.trim().replace(/^[#*_> ]{1,6}/, '');
    const mark = words.replace(/[.*_ ]{1,6}$/, '');
    if (mark === '' || !(alone.test(mark) || isEnglishMark(mark))) continue;
    const start = index + stretch.indexOf(mark);
    if (isWholeStretch(text, index, stretch.length)) found.push([start, start + mark.length]);
  }
  return found;
}

/** A single small word is a heading or an answer sooner than a mark. */
const isEnglishMark = (mark: string): boolean =>
  englishAlone.test(mark) && (/[ -]/.test(mark) || mark === mark.toUpperCase());

/** Whether a bracket that a stretch stands in is closed, and no link: [Secret](…). */
function isWholeStretch(text: string, start: number, length: number): boolean {
  const end = start + length;
  return !(text[start - 1] === '[' && text.startsWith('](', end));
}
