/** A regular expression as V8 compiles it with the least work, which matches the same. */
export function plain(source: string, flags: string): { readonly source: string; readonly flags: string };
/** A piece of an expression, as it stands between quotes, with Chinese characters written out in the classes that it opens. */
export function plainPiece(quoted: string): string;
