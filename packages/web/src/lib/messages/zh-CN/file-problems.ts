import type { PlatformProblem } from '@xiaoer/contract/problems';

/** What is wrong with a file that was sent or a list that was asked for as one; pages that send or take files bring it. */
export const fileProblems = {
  'file.empty': '文件是空的。请重新选择。',
  'file.tooLarge': '文件太大。请压缩或换一个文件。',
  'file.notAllowed': '不支持这种文件。请换成图片、PDF 或 Office 文件。',
  'file.disguised': '文件内容与类型不符，未接收。请另存后重试。',
  'file.damaged': '文件已损坏，无法读取。请重新导出后再试。',
  'file.encrypted': '文件已加密。请取消密码后再上传。',
  'file.macros': '文件带有宏，未接收。请另存为不带宏的格式。',
  'file.oldOffice': '不支持旧版 Office 文件。请另存为 .docx、.xlsx 后再上传。',
  'file.expandsTooMuch': '文件解压后过大，未接收。',
  'file.tooManyParts': '文件内部结构过多，未接收。请另存后重试。',
  'file.tooManyPixels': '图片像素过多。请缩小后再上传。',
  'file.dangerousXml': '文件含有不安全的内容，未接收。请另存后重试。',
  'list.too-long': '清单超过 {most} 条，不能导出成一个这样的文件。请用筛选缩小范围后再导出。',
} as const satisfies Partial<Record<PlatformProblem, string>>;
