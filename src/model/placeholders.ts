/** What templates and reposted models leave open. Each pattern is linear: no run is matched by two of its parts. */
export const placeholders =
  /【[^【】]{0,200}】|\[(?:fill in|to be filled|insert|tbd|todo)\b[^[\]]{0,200}\]|\b(?:TBD|TODO|FIXME)\b|[×✕╳]{2,}|(?:(?<![A-Za-z])[XxＸ]{1,8}|\*{2,8})(?=[万亿]|元|人|个|所|项|％|%)|(?:20|２０)[XxＸ×*]{2}(?![A-Za-z0-9])|(?<![A-Za-z])[XＸ]{2,}(?![A-Za-z])|_{3,}|待补充?(?=[）)。，；]|$)/g;

/** Whether a text has something left open. */
export const hasPlaceholder = (text: string): boolean => text.search(placeholders) !== -1;
