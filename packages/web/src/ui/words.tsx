import { createContext, useContext } from 'react';

/** The few words that the design system itself says; the app gives them in the person's language. */
export type UiWords = {
  readonly close: string;
  readonly more: string;
  readonly moreActions: string;
  readonly retry: string;
  readonly loading: string;
  readonly export: string;
  readonly columns: string;
  readonly columnsTitle: string;
  readonly loadMore: string;
  readonly loadedOf: (loaded: string, total: string) => string;
  readonly sortBy: (column: string) => string;
  readonly selectRow: string;
  readonly selectAll: string;
  readonly selected: (count: string) => string;
  readonly clear: string;
  readonly noMatch: string;
  readonly optional: string;
  readonly required: string;
  readonly mendFields: (count: number) => string;
  readonly dropFiles: string;
  readonly chooseFiles: string;
  readonly takePhoto: string;
  readonly remove: (name: string) => string;
  readonly since: (day: string) => string;
  readonly definition: string;
  readonly openRows: string;
  readonly proof: string;
  readonly nothingYet: string;
};

const fallback: UiWords = {
  close: '关闭',
  more: '更多',
  moreActions: '更多操作',
  retry: '重试',
  loading: '正在加载',
  export: '导出',
  columns: '列',
  columnsTitle: '选择显示的列',
  loadMore: '继续加载',
  loadedOf: (loaded, total) => `已显示 ${loaded} 条,共 ${total} 条`,
  sortBy: (column) => `按${column}排序`,
  selectRow: '选择此行',
  selectAll: '全选',
  selected: (count) => `已选 ${count} 条`,
  clear: '清除',
  noMatch: '没有匹配项',
  optional: '选填',
  required: '必填',
  mendFields: (count) => `有 ${count} 处需要修改`,
  dropFiles: '把文件拖到这里,或',
  chooseFiles: '选择文件',
  takePhoto: '拍照',
  remove: (name) => `移除 ${name}`,
  since: (day) => `自 ${day}`,
  definition: '口径',
  openRows: '查看明细',
  proof: '凭证',
  nothingYet: '暂无记录',
};

const WordsContext = createContext<UiWords>(fallback);

export const UiWordsProvider = WordsContext.Provider;
export const useWords = (): UiWords => useContext(WordsContext);
