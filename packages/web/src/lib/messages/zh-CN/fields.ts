/** What is wrong at a field; the codes are the server's. */
export const fields = {
  'field.required': '请填写此项',
  'field.too-small': '不能少于 {minimum}',
  'field.too-big': '不能超过 {maximum}',
  'field.invalid-type': '格式不对',
  'field.invalid-format': '格式不对',
  'field.invalid-value': '请从列表中选择',
  'field.unrecognized-keys': '有无法识别的内容，请刷新页面后重试',
  'field.unknown-file': '附件不存在或不属于您，请重新上传',
  'field.custom': '内容不符合要求',
  'field.other': '内容不符合要求',
} as const;
