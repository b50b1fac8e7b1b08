import type { ListFile } from '../documents/list-file.ts';
import type { packagePage } from './queries.ts';

type Item = Awaited<ReturnType<typeof packagePage>>['items'][number];

/** Packages as a file. */
export const listFile: ListFile<Item> = {
  list: 'packages',
  title: { 'zh-CN': '诉求包', en: 'Packages' },
  fields: [
    {
      header: { 'zh-CN': '名称', en: 'Name' },
      width: 32,
      of: ({ id, title }, { link }) => link(title, `/packages/${id}`),
    },
    {
      header: { 'zh-CN': '状态', en: 'Status' },
      width: 10,
      of: ({ status }, { say }) =>
        say(status === 'open' ? { 'zh-CN': '办理中', en: 'Under way' } : { 'zh-CN': '已办结', en: 'Closed' }),
    },
    { header: { 'zh-CN': '诉求', en: 'Demands' }, width: 10, kind: 'number', of: ({ parts }) => parts },
    {
      header: { 'zh-CN': '已办结诉求', en: 'Closed demands' },
      width: 12,
      kind: 'number',
      of: ({ closedParts }) => closedParts,
    },
    { header: { 'zh-CN': '牵头单位', en: 'Lead unit' }, width: 22, of: ({ lead }) => lead.unit },
    { header: { 'zh-CN': '牵头人', en: 'Lead' }, width: 12, of: ({ lead }) => lead.person },
    { header: { 'zh-CN': '企业', en: 'Enterprise' }, width: 28, of: ({ enterprise }) => enterprise.name },
    {
      header: { 'zh-CN': '开立日期', en: 'Opened' },
      width: 17,
      kind: 'date',
      of: ({ openedAt }) => openedAt,
    },
    {
      header: { 'zh-CN': '办结日期', en: 'Closed on' },
      width: 17,
      kind: 'date',
      of: ({ closedAt }) => closedAt ?? undefined,
    },
    { header: { 'zh-CN': '编号', en: 'Number' }, width: 16, of: ({ number }) => number },
  ],
};
