/** Words before a full stop that it only cuts short. */
const SHORTENED = /(?:\b(?:No|St|Mr|Ms|Mrs|Dr|vs|approx|ca|cf|e\.g|i\.e)|^\d)$/;

const isSpace = (text: string, at: number): boolean => at >= text.length || /\s/.test(text[at] as string);

/**
 * Whether a sentence ends with a character: 。！？, a line break, or a full stop, question or exclamation mark that a space follows
 * and that shortens no word. The one place that decides it.
 */
export function isSentenceEnd(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x09: // a tab parts the cells of a table
    case 0x0a: // line feed
    case 0x3002: // 。
    case 0xff01: // ！
    case 0xff1f: // ？
      return true;
    case 0x21: // !
    case 0x3f: // ?
    case 0x2e: // .
      return isSpace(text, at + 1) && !SHORTENED.test(text.slice(Math.max(0, at - 6), at));
    default:
      return false;
  }
}

/** Whether a statement ends with a character: a sentence does, or a semicolon of either width parts it from the next. */
export function isStatementEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0xff1b) return true;
  return code === 0x3b ? isSpace(text, at + 1) : isSentenceEnd(text, at);
}
