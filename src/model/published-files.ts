/** A file that a text names: a picture or an attachment, below the draft’s folder. */
export type Asset =
  | { readonly kind: 'missing' | 'outside' | 'folder' }
  | { readonly kind: 'file'; readonly size: number; readonly bytes: () => Uint8Array };

/** Looks up a file beside the draft by its name, as `besideDraft` makes it. */
export type FindAsset = (name: string) => Asset;

/** What an address leads to: a file beside the draft, a place of the page, another site, or nothing that may be followed. */
export type LinkTarget =
  | { readonly kind: 'file'; readonly path: string; readonly rest: string }
  | { readonly kind: 'outside' | 'unsafe' | 'empty' }
  /** A place of the page, by its name; an empty one is its top. */
  | { readonly kind: 'anchor'; readonly place: string }
  | { readonly kind: 'remote' };

/** Reads an address of a text; a path is decoded, so that `%E5%9B%BE.png` is 图.png. */
export function targetOf(address: string): LinkTarget {
  const given = address.replace(/^<(.*)>$/, '$1').trim();
  if (given === '') return { kind: 'empty' };
  if (/[\0-\x1F\x7F-\x9F\u2028\u2029]/.test(given)) return { kind: 'unsafe' };
  if (given.startsWith('#')) return { kind: 'anchor', place: decoded(given.slice(1)) };
  if (/^(?:https?:\/\/[^/]|mailto:[^/])/i.test(given)) return { kind: 'remote' };
  if (/^[A-Za-z]:[\\/]|^[\\/](?!\/)|^file:/i.test(given)) return { kind: 'outside' };
  // elsewhere a character reference is read as its character: what looks like a file may be a program there
  if (/^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)|&#?[A-Za-z0-9]+;/.test(given)) return { kind: 'unsafe' };
  const end = given.search(/[?#]/);
  const rest = end === -1 ? '' : given.slice(end);
  const path = decoded(given.slice(0, given.length - rest.length)).replaceAll('\\', '/');
  return path.split('/').includes('..') || /[\0-\x1F]/.test(path)
    ? { kind: 'outside' }
    : { kind: 'file', path, rest };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Larger pictures are refused: a page that holds them could not be opened. */
export const LARGEST_PICTURE = 20 * 1024 * 1024;

/** A picture that can stand in a page, or why a file cannot be one. */
export type Picture =
  { readonly type: string; readonly bytes: Uint8Array } | { readonly lack: 'unknown' | 'active' };

const signatures: readonly (readonly [type: string, sign: RegExp])[] = [
  ['image/png', /^\x89PNG\r\n\x1A\n/],
  ['image/jpeg', /^\xFF\xD8\xFF/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF....WEBP/s],
  ['image/avif', /^....ftypavi[fs]/s],
  ['image/bmp', /^BM/],
];

/** Tells by its content what a picture is. SVG is taken where it only draws: scripts, handlers and what it would load are refused. */
export function pictureOf(bytes: Uint8Array): Picture {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const type = signatures.find(([, sign]) => sign.test(head))?.[0];
  if (type !== undefined) return { type, bytes };
  const text = new TextDecoder().decode(bytes);
  if (
    !/^\uFEFF?\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*|<!DOCTYPE svg[^>[]*>\s*)*<svg[\s>]/.test(
      text.slice(0, 4096),
    )
  )
    return { lack: 'unknown' };
  return active.test(text) ? { lack: 'active' } : { type: 'image/svg+xml', bytes };
}

/** What makes a drawing more than one: programs, foreign content, entities, and addresses outside itself. */
const active =
  /[<:/](?:script|foreignObject|iframe|embed|object|handler|audio|video)\b|[\s"'/]on[a-z]+\s*=|javascript:|<!ENTITY|<\?xml-stylesheet|@import|\bhref\s*=[\s"']*(?![\s"'])(?!#|data:image\/(?:png|jpeg|gif|webp)[;,])[^>]|url\([\s"']*(?![\s"'])(?!#)[^)]/i;

/** A path as an address, from wherever it counts. */
export const addressOf = (path: string): string =>
  path
    .split('/')
    .map((part) =>
      encodeURIComponent(part.replace(/[\uD800-\uDFFF]/gu, '\uFFFD')).replace(
        /[!'()*]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
