/** What every list says of itself. */
export const list = {
  views: '我的视图',
  saveView: '保存当前视图',
  viewName: '视图名称',
  nameNeeded: '请起个名字',
  dropView: '删除视图：{name}',
  save: '保存',
} as const;
