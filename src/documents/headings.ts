/** What stands above or below a table and is not part of it: its number, its unit, whose it is, notes. */
const HEADING =
  /(?:金额)?单位[：:].*元|^(?:预算|决算|财决)?公开[0-9一二三四五六七八九十-]+表|^(?:附?表|附件)[0-9一二三四五六七八九十]+|^(?:编制|填报|填制)?(?:部门|单位)(?:名称)?[：:]|^(?:备?注|说明)[：:\d]/u;

/** @param text without regard to its spaces. */
export function isHeading(text: string): boolean {
  return HEADING.test(text.replaceAll(/\s/gu, ''));
}
