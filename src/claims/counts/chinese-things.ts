const time =
  /截[至止]到?|(?:19|20)\d\d年度?[末底初]?|(?:去|今|本|当|前|上一?|这一)年度?(?:同期|[末底初])?|同期|全年|年[末底初内]|\d{1,2}(?:月份?)?[—–~～至到-]\d{1,2}月份?|前(?:[二两三四五六七八九十]|十一|\d{1,2})个月|[上下]半年末?|前?[一二三四1-4]季度末?|\d{1,2}月份?(?:\d{1,2}日|[末底初])?|(?:[近前五六七八九十两三四]+|\d)年(?:来|间|中)?|“?十[一二三四]五”?(?:时期|期间|以来|末)?/g;

/** Verbs and particles that lead to a figure and are no part of what it is of. */
const leading =
  /(?:[为达是有共已仅约计即至到了的也则均]|达到|超过|突破|保持在?|稳定在|累计|合计|总计|共计|分别|首次|增[加长]?[至到为]|[提升][高升]?[至到为]|上升[至到为]|[扩增]大?[至到为]|发展[至到为]|[下减降][降少低]?[至到为]|[压缩][减短缩]?[至到为]|回落[至到为]|延长[至到为])+$/;
const opening =
  /^(?:[而但到至在与比较由从则已还也又共的其和及、，]|其中|累计|合计|同时|相比|目前|现在?|一共|平均)+/;

/** What a Chinese clause says before a figure that it is of, without time, verbs of levels and particles. */
export const thingZh = (lead: string): string =>
  lead
    .replaceAll(time, '')
    .replaceAll(/共有|现有|拥有|累计|共计|合计|\s|[“”"]/g, '')
    .replace(leading, '')
    .replace(opening, '')
    .replace(/^(?:全年|相比)/, '');
