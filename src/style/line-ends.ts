import type { TextAlone } from '../reading/text-alone.ts';
import { isHanAt, type Amiss } from './amiss.ts';
import { proseOf, punctuationOf } from './punctuation.ts';

/** The stop at the end of a title, which takes none on a line of its own (GB/T 15834-2011, 5.1.3.3); ？ and ！ may be meant. */
export function stopOfTitle({ text }: TextAlone): readonly Amiss<'title'>[] {
  const title = text.trimEnd();
  let end = title.length;
  while (end > 0 && '。；：，、;:,'.includes(title.charAt(end - 1))) end--;
  if (title.endsWith('.') && isHanAt(title, title.length - 2)) end = title.length - 1;
  return end === title.length || isSentence(title)
    ? []
    : [{ kind: 'title', span: [end, title.length], insert: '' }];
}

/** As many characters of a title that a stop ends are a sentence that was typed as one. */
const SENTENCE = 22;
/** Words of a provision, not of a heading: 投标文件不得涂改。 */
const provision = /不得|应当|必须|[应须]按|均[以应须]|按.{0,12}[填开办执]|以书面/;

/** Whether a title with a stop is a sentence that was typed as one; two clauses of one length (深化改革，优化环境。) are a heading. */
function isSentence(title: string): boolean {
  if (!/[。：]$/.test(title)) return false;
  const clauses = title.slice(0, -1).split(/[，：；]/);
  const isUneven = new Set(clauses.map(({ length }) => length)).size > 1;
  return title.length >= SENTENCE || isUneven || provision.test(title);
}

/** So short a line may be a heading, a label or a signature. */
const LEAST = 15;

/** The last character of a Chinese paragraph of several sentences whose last no stop ends; a line without any 。 may be a heading. */
export function openEnds(words: TextAlone): readonly Amiss<'open'>[] {
  const { text } = words;
  const prose = proseOf(words);
  const found: Amiss<'open'>[] = [];
  for (const { span, kind } of words.once(punctuationOf).paragraphs) {
    const line = prose.slice(...span).trimEnd();
    const last = span[0] + line.length - 1;
    if (kind !== 'text' || line.length < LEAST || !isHanAt(text, last)) continue;
    if (line.includes('。') && !isNotice(line)) found.push({ kind: 'open', span: [last, last + 1] });
  }
  return found;
}

/** A signature, a caption, an attachment, a formula of address: lines that end without a stop. */
const isNotice = (line: string): boolean =>
  /^(?:附件|附表|注|表|图|来源|联系人|抄送|主送)|[局厅委办院校会部摄]$|(?:记者|通讯员|摄影|摄|文|供稿|编辑|责编)[\s：:/／][\u3400-\u9fff\s]{2,12}$/.test(
    line.trim(),
  );
