/** What XML 1.0 cannot carry, so that an office program would call the file broken: controls and noncharacters. */
const UNWRITABLE = /[\p{Cc}\uFFFE\uFFFF]/gu;

/** People's text as it may stand in an XML document: line ends become `\n`, tabs stay, unwritable characters go. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(UNWRITABLE, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));
}

/** The lines of a text, without empty ones at either end. */
export function linesOf(text: string): string[] {
  return cleanText(text).trim().split('\n');
}
