const stop = new Set(
  (
    'a an the of in on at to for by with from as and or but so also then this that these those its it our their they we he she his her there ' +
    'was were is are be been being has have had did do does stood stands stand reached reach came come figure close numbered number totalled totaled total totals amounted ' +
    'rose risen rise rises grew grown climbed increased fell fallen fall dropped declined decreased shrank went down up only just some about ' +
    'in last year years this previous prior before earlier ago end during over since per month months quarter half first second third fourth ' +
    'two three four five six seven eight nine ten eleven twelve them all now still more than compared against while whereas per cent percent percentage year-end mid-year between through until one ' +
    'january february march april may june july august september october november december average averaged overall'
  ).split(' '),
);

/** The words of a thing as `thingEn` gives it. */
export const wordsEn = (thing: string): ReadonlySet<string> => new Set(thing === '' ? [] : thing.split(' '));

/** What an English clause says around a figure that it is of: its words in their order of letters, without time, articles and verbs of levels. */
export const thingEn = (lead: string, behind: string): string =>
  [...new Set(`${lead} ${behind}`.toLowerCase().match(/[a-z][a-z'’-]+/g) ?? [])]
    .filter((word) => !stop.has(word))
    .map((word) => word.replace(/(?<=[a-z]{2}[^s])s$/, ''))
    .sort()
    .join(' ');
