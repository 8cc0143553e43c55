/** A regular expression as V8 compiles it with the least work, which matches the same. */
export function plain(source: string, flags: string): { readonly source: string; readonly flags: string };
