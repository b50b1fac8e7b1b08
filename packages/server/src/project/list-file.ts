import type { ListFile } from '../documents/list-file.ts';
import type { projectPage } from './queries.ts';

type Item = Awaited<ReturnType<typeof projectPage>>['items'][number];

/** Projects as a file. */
export const listFile: ListFile<Item> = {
  list: 'projects',
  title: { 'zh-CN': '项目', en: 'Projects' },
  fields: [
    {
      header: { 'zh-CN': '项目名称', en: 'Name' },
      width: 32,
      of: ({ id, name }, { link }) => link(name, `/projects/${id}`),
    },
    {
      header: { 'zh-CN': '阶段', en: 'Stage' },
      width: 12,
      of: ({ stage }, { word }) => word(`projectStage.${stage}`),
    },
    {
      header: { 'zh-CN': '状态', en: 'Standing' },
      width: 10,
      of: ({ inLibrary }, { say }) =>
        say(inLibrary ? { 'zh-CN': '在库', en: 'In the library' } : { 'zh-CN': '已移出', en: 'Dropped' }),
    },
    { header: { 'zh-CN': '进入日期', en: 'Since' }, width: 13, kind: 'date', of: ({ since }) => since },
    {
      header: { 'zh-CN': '投资性质', en: 'Investment' },
      width: 12,
      of: ({ investment }, { word }) => word(`investment.${investment}`),
    },
    { header: { 'zh-CN': '责任单位', en: 'Unit' }, width: 22, of: ({ unitId }, { unit }) => unit(unitId) },
    { header: { 'zh-CN': '企业', en: 'Enterprise' }, width: 28, of: ({ enterprise }) => enterprise?.name },
    {
      header: { 'zh-CN': '区域', en: 'Territory' },
      width: 16,
      of: ({ territoryId }, { territory }) => territory(territoryId),
    },
    {
      header: { 'zh-CN': '手续', en: 'Formalities' },
      width: 12,
      of: ({ papersComplete }, { say }) =>
        say(
          papersComplete
            ? { 'zh-CN': '手续齐全', en: 'Formalities complete' }
            : { 'zh-CN': '手续不全', en: 'Formalities incomplete' },
        ),
    },
    {
      header: { 'zh-CN': '目标开工日', en: 'Start target' },
      width: 13,
      kind: 'date',
      of: ({ startTarget }) => startTarget ?? undefined,
    },
  ],
};
