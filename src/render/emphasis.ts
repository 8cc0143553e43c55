/** A run of `*` or `_`, or `~~`, and whether it can open and close by what stands beside it. */
export interface DelimiterRun {
  readonly kind: 'run';
  readonly mark: string;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Characters of East Asian width W, F or H, and Hangul (Unicode 16; unassigned code points between them count as well). */
const cjk =
  /[\p{Script=Hangul}\u20A9\u2329\u232A\u2630-\u2637\u268A-\u268F\u2E80-\u303E\u3041-\u3247\u3250-\uA4CF\uA960-\uA97C\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFFDC\uFFE0-\uFFE6\uFFE8-\uFFEE\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1D300}-\u{1D376}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]/u;
const emoji = /\p{Emoji_Presentation}/u;
/** Stand-ins of references: whether a figure begins or ends in Han must not decide whether the bold beside it works. */
const standIn = /[\u{F0000}-\u{10FFFF}]/u;

type CharacterClass = 'space' | 'cjk' | 'punctuation' | 'letter';

/** How the flanking test sees a character; nothing is space. */
export function classOf(character: string): CharacterClass {
  if (character === '' || /\s/u.test(character)) return 'space';
  if ((cjk.test(character) && !emoji.test(character)) || standIn.test(character)) return 'cjk';
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'letter';
}

/** The last character of a text; one with a variation selector stands for what the selector makes of it. */
function characterBefore(text: string): string {
  const [last = '', main = last] = Array.from(text.slice(-4)).reverse();
  if (/[\u{E0100}-\u{E01EF}]/u.test(last)) return '一';
  if (!/[\uFE00-\uFE0E]/.test(last) || /\s/.test(main)) return last;
  return last === '\uFE01' && /[‘’“”]/.test(main) ? '。' : main;
}

/**
 * The run at the beginning of `after`, if one is there; `before` is the text in front of it.
 * CommonMark 0.31 with the cjk-friendly amendment: CJK punctuation is no punctuation in the flanking test,
 * and other punctuation is forgiven when the outer side is CJK, so that `**“强师工程”**的` is bold.
 */
export function runAt(before: string, after: string): DelimiterRun | undefined {
  const mark = /^(?:\*+|_+|~~(?!~))/.exec(after)?.[0];
  if (mark === undefined || (mark === '~~' && before.endsWith('~'))) return undefined;
  const [left, right] = [characterBefore(before), /^[^]/u.exec(after.slice(mark.length))?.[0] ?? ''];
  const [outer, inner] = [classOf(left), classOf(right)];
  const [opens, closes] = [flanks(inner, outer), flanks(outer, inner)];
  const run = { kind: 'run', mark: mark.charAt(0), length: mark.length } as const;
  // `_` within a word is no emphasis
  return run.mark === '_'
    ? { ...run, opens: opens && (!closes || endsWord(left)), closes: closes && (!opens || endsWord(right)) }
    : { ...run, opens, closes };
}
/** Whether a run flanks what stands on its near side: never space, and punctuation only where no letter stands on the far side. */
const flanks = (near: CharacterClass, far: CharacterClass): boolean =>
  near === 'punctuation' ? far !== 'letter' : near !== 'space';

const endsWord = (character: string): boolean => character === '' || /[\s\p{P}\p{S}]/u.test(character);
