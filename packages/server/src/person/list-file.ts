import { maskedMail, maskedPhone } from '../configuration/people.ts';
import type { ListFile } from '../documents/list-file.ts';
import type { peoplePage } from './queries.ts';

type Item = Awaited<ReturnType<typeof peoplePage>>['items'][number];

/** People as a file; phones and mail addresses are masked for everybody, since a file goes on from hand to hand. */
export const listFile: ListFile<Item> = {
  list: 'people',
  title: { 'zh-CN': '人员', en: 'People' },
  fields: [
    {
      header: { 'zh-CN': '姓名', en: 'Name' },
      width: 16,
      of: ({ id, name }, { link, person }) => link(person(name), `/people/${id}`),
    },
    {
      header: { 'zh-CN': '状态', en: 'Standing' },
      width: 10,
      of: ({ standing }, { word }) => word(`standing.${standing}`),
    },
    { header: { 'zh-CN': '单位', en: 'Unit' }, width: 24, of: ({ unit }) => unit?.name },
    {
      header: { 'zh-CN': '角色', en: 'Roles' },
      width: 28,
      of: ({ roles }, { listed, word }) => listed(roles.map((role) => word(`role.${role}`))),
    },
    {
      header: { 'zh-CN': '手机号', en: 'Phone' },
      width: 16,
      of: ({ phone }) => (phone === null ? undefined : maskedPhone(phone)),
    },
    {
      header: { 'zh-CN': '邮箱', en: 'E-mail' },
      width: 26,
      of: ({ email }) => (email === null ? undefined : maskedMail(email)),
    },
  ],
};
