import { edited, moduleConstants } from './module-constants.mjs';

/**
 * Code in which constants of modules that are costly to make (expressions, sets, maps) are made where they are first used, and
 * not when the file is loaded: a run uses one in four. To make one does nothing else, and what it is made of never changes.
 */
export function withLazyConstants(code) {
  const edits = [];
  for (const { name, start, end, init, uses } of moduleConstants(code, isCostly).constants) {
    const isOnce = init.type === 'Literal' && uses.length === 1;
    const made = isOnce ? `(${name}??=${code.slice(init.start, init.end)})` : `${name}$made()`;
    if (isOnce) edits.push({ start, end, text: `let ${name};` });
    else
      edits.push(
        { start, end: init.start, text: `let ${name};function ${name}$made(){return ${name}??=` },
        { start: init.end, end, text: '}' },
      );
    for (const { node, around } of uses)
      edits.push({
        start: node.start,
        end: node.end,
        text: around.at(-2)?.shorthand === true ? `${name}:${made}` : made,
      });
  }
  return edited(code, edits);
}

const isCostly = (init) =>
  (init?.type === 'Literal' && init.regex !== undefined) ||
  (init?.type === 'NewExpression' && ['RegExp', 'Set', 'Map'].includes(init.callee.name));
