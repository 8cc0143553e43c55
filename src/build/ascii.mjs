import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { plain, plainPiece } from './expressions.mjs';

/**
 * Code in pure ASCII: Node reads it without decoding, and V8 holds it in half the memory. Escapes what esbuild leaves:
 * regular expressions, which are made plain as well, and templates that a function reads as they are written.
 */
export function ascii(code) {
  const edits = [];
  const onToken = ({ type, value, start, end }) => {
    if (type.label !== 'regexp') return;
    const { source, flags } = plain(value.pattern, value.flags);
    edits.push({ start, end, text: escaped(`/${source}/${flags}`) });
  };
  const onPiece = ({ start, end }) => {
    const written = code.slice(start, end);
    const text = plainPiece(written);
    if (text !== written) edits.push({ start, end, text: escaped(text) });
  };
  simple(parse(code, { ecmaVersion: 'latest', onToken }), {
    Literal: ({ value, ...place }) => void (typeof value === 'string' && onPiece(place)),
    TemplateElement: onPiece,
    TaggedTemplateExpression({ tag, quasi: { end, quasis, expressions } }) {
      if (expressions.length > 0) return;
      const raw = escaped(JSON.stringify([quasis[0].value.raw]));
      edits.push({ start: tag.end, end, text: `({raw:${raw}})` });
    },
  });
  let made = '';
  let from = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    made += code.slice(from, start) + text;
    from = end;
  }
  made += code.slice(from);
  const left = /[^\0-\x7F]/.exec(made);
  if (left) throw new Error(`not in ASCII: ${made.slice(left.index - 40, left.index + 40)}`);
  return made;
}

/** Half a pair is escaped at a time, which stands for one character where the expression has the flag u. */
const escaped = (text) =>
  text.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
