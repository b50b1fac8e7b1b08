import type { ImportKey } from '@xiaoer/contract/imports';
import { BODY, NAME } from '@xiaoer/contract/primitives';
import type { SheetColumn } from '../../documents/sheet-report.ts';

/** The columns a sheet of demands may have; the first header is the template's. */
export const IMPORT_COLUMNS = [
  { key: 'enterprise', kind: 'text', longest: NAME, headers: ['企业名称', '企业', '单位名称', 'Enterprise'] },
  {
    key: 'creditCode',
    kind: 'text',
    longest: 30,
    headers: ['统一社会信用代码', '社会信用代码', '信用代码', 'Credit code'],
  },
  { key: 'title', kind: 'text', longest: NAME, headers: ['诉求标题', '标题', '问题标题', 'Title'] },
  {
    key: 'text',
    kind: 'text',
    longest: BODY,
    required: true,
    headers: ['诉求内容', '内容', '问题内容', '存在问题', '诉求', 'Content'],
  },
  {
    key: 'category',
    kind: 'text',
    longest: 40,
    required: true,
    headers: ['诉求类别', '类别', '问题类别', '分类', 'Category'],
  },
  {
    key: 'territory',
    kind: 'text',
    longest: NAME,
    headers: ['所属片区', '片区', '园区', '网格', 'Territory'],
  },
  { key: 'urgency', kind: 'text', longest: 20, headers: ['紧急程度', 'Urgency'] },
  {
    key: 'reference',
    kind: 'text',
    longest: 80,
    headers: ['来源编号', '工单编号', '12345工单号', 'Reference'],
  },
  { key: 'tags', kind: 'text', longest: NAME, headers: ['标签', 'Tags'] },
  { key: 'times', kind: 'number', headers: ['发生次数', 'Times'] },
  { key: 'loss', kind: 'number', headers: ['每次损失', '每次损失金额', 'Loss'] },
] as const satisfies readonly (SheetColumn & { readonly key: ImportKey })[];
