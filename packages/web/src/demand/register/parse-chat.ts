/** Lines that chat programs put between messages: who and when, or only when. */
const HEADERS = [
  /^.{1,30}\s+\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s+\d{1,2}:\d{2}(:\d{2})?$/,
  /^.{1,30}\s+(上午|下午|昨天|今天)?\s*\d{1,2}:\d{2}(:\d{2})?$/,
  /^[[【]?\d{1,2}:\d{2}(:\d{2})?[\]】]?\s*.{1,30}[:：]$/,
  /^\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(\s+\d{1,2}:\d{2}(:\d{2})?)?$/,
];
/** What stands in for a picture that was not pasted. */
const PICTURE = /[[【](图片|动画表情|视频|语音|Photo|Image)[\]】]/g;

/** The words of a pasted chat, without names, times and stand-ins for pictures. */
export const chatText = (pasted: string): string =>
  pasted
    .split(/\r?\n/)
    .map((line) => line.replace(PICTURE, '').trim())
    .filter((line) => line !== '' && !HEADERS.some((header) => header.test(line)))
    .join('\n');
