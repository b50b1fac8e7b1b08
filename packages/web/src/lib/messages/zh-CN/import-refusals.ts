import type { ImportCode } from '@xiaoer/contract/imports';
import type { CellCode, SheetRefusalCode } from '@xiaoer/contract/sheet-problems';

/** What a sheet, a row or a cell has to say, and what to do about it in Excel. */
export const importRefusals = {
  'sheet.notASheet': '这不是 Excel 表格。请另存为 .xlsx 后再选。',
  'sheet.noSuchSheet': '文件里没有可见的工作表。请取消隐藏后再选。',
  'sheet.noHeader': '没有找到表头。请在首行写上列名，例如：{expected}。',
  'sheet.missingColumns': '缺少这些列：{columns}。请补上列名和内容。',
  'sheet.duplicateColumns': '这些列出现了两次：{columns}。请各保留一列。',
  'sheet.tooManyRows': '超过 {most} 行。请拆成几份，分次导入。',
  'sheet.tooManyColumns': '第 {rowNumber} 行超过 {most} 列。请删除多余的列。',
  'sheet.noRows': '表头下面没有内容。请填写后再选。',
  'cell.missing': '没有填写',
  'cell.notADate': '“{typed}”不是日期，请写成 2022-05-16',
  'cell.notANumber': '“{typed}”不是数字',
  'cell.tooLong': '太长：{length} 字，最多 {longest} 字',
  'cell.broken': '单元格显示错误（{typed}），请改正公式或直接填写',
  'cell.formulaWithoutValue': '公式没有结果，请在 Excel 中打开并保存一次，或直接填写',
  'cell.formula': '这是公式，按显示的结果导入',
  'cell.yearAssumed': '没有写年份，按 {year} 年导入',
  'cell.digitsLost': '数字太长，Excel 可能已丢掉末尾几位（{typed}），请核对并设为文本',
  'import.enterprise-unknown': '没有找到企业“{typed}”，请核对名称或先建档',
  'import.enterprise-ambiguous': '有几家企业叫“{typed}”，请填写统一社会信用代码',
  'import.enterprise-mismatch': '名称“{typed}”与信用代码对应的“{known}”不一致',
  'import.category-unknown': '没有“{typed}”这个类别，请从模板的可选项中选',
  'import.urgency-unknown': '没有“{typed}”这种紧急程度，请从模板的可选项中选',
  'import.territory-unknown': '没有“{typed}”这个片区，请从模板的可选项中选',
  'import.territory-ambiguous': '有几个片区叫“{typed}”，请写全称',
  'import.same-text-in-sheet': '与第 {first} 行内容相同，请确认不是重复填写',
  'import.same-text-known': '与已有诉求 {number} 内容相同，请确认不是重复登记',
} as const satisfies Record<SheetRefusalCode | CellCode | ImportCode, string>;

/** Why a step of an import is refused. */
export const importProblems = {
  'import.not-checked': '表格还在检查。请等检查完成后再导入。',
  'import.has-errors': '表格还有错误。请按提示修改后重新上传。',
  'import.over': '这次导入已经结束。如需继续请重新上传。',
} as const;
