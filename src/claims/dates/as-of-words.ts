/** Words that say that figures are of today; 目前 not as the end of one word and the beginning of the next, as in 项目前期. */
const now =
  /截[至止](?:到|至)?(?:当前|目前|今日|今天|现在|如今|此时)(?:为止)?|(?:到|至)(?:目前|现在)为止|迄今(?:为止)?|目前(?![的期置沿端移测后列缀述])|(?<!up[- ]|\bdate )\bto date\b|(?<!\bin )\b(?:so|thus) far(?! (?:as|from|away)\b)|\b(?:at present|up to now|until now|as of (?:now|today|this writing)|at the time of writing)\b/gi;

/** Characters that 目 ends a word with: 项目, 题目, 科目, …; 事项 and 选项 are words of their own. */
const endsInMu =
  /(?:(?<![事选单专立])项|[题科栏数书品节条纲名剧编夺瞩醒注盲举满触面眉耳账帐细类篇价头双侧刺曲反过税子总要])$/u;
/** 规模最大, 首个, 唯一 in the clause that follows. */
const superlative = /^[^，。；：,]{0,16}?(?:最|首[个家条座次例创批台]|唯一|第一[个家条座次例])/u;

const est =
  '(?!interest|request|forest|test|west|rest|guest|harvest|protest|contest|invest|suggest|nest|chest|digest|manifest|arrest|quest|conquest|midwest|northwest|southwest|bequest|honest|modest|attest|latest)[a-z]{2,14}est';
const most = `(?:most(?! of\\b)|least(?<!at least)|best|worst|the only|first(?! (?:half|quarter|time|year|phase|(?:\\w+ )?(?:months?|weeks?|days?))\\b)|record(?: high| low)?|${est})`;
const superlativeBefore = new RegExp(`\\b${most}\\b[^.;:]{0,80}$`, 'i');
const superlativeBehind = new RegExp(`^,? (?:(?:is|was) )?(?:(?:the|our|its|their) )?${most}\\b`, 'i');

/**
 * The first words of a sentence that say that its figures are of the day of writing (截至目前, to date). In a superlative they compare, and
 * date no figure: 迄今规模最大的…, the largest … to date.
 */
export function asOfWords(sentence: string): { readonly words: string; readonly index: number } | undefined {
  for (const { 0: words, index } of sentence.matchAll(now)) {
    const [before, behind] = [
      sentence.slice(Math.max(0, index - 120), index),
      sentence.slice(index + words.length, index + words.length + 40),
    ];
    if (words === '目前' && endsInMu.test(before)) continue;
    const isCompared = /[a-z]$/i.test(words)
      ? superlativeBefore.test(before) || superlativeBehind.test(behind)
      : superlative.test(behind);
    if (!isCompared) return { words, index };
  }
  return undefined;
}
