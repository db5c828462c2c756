import type { ProblemTexts } from '#messages/problem-text.ts';
import { n } from './numbers.ts';

const inRow = (number: number): string => `第 ${n(number)} 行`;
const list = (names: readonly string[]): string => names.join('、');

/** 文件或其中某一行的问题。 */
export const problems: ProblemTexts = {
  notRecognised: ({ file }) =>
    `${file} 不是 Seatwise 可识别的文件。如果是表格，请在上方选择读取方式。`,
  tooLarge: ({ file, bytes, limit }, size) =>
    `${file} 的大小为 ${size(bytes)}；此类文件最大为 ${size(limit)}。请拆分文件，或将用户分多页保存。`,
  badWorkbook: {
    notAWorkbook: ({ file }) => `${file} 是压缩文件，但不是 Excel 工作簿。`,
    damaged: ({ file }) => `${file} 已损坏或不完整。请在 Excel 中重新保存。`,
    protected: ({ file }) =>
      `${file} 设有密码，或为旧的 .xls 格式。请在 Excel 中另存为不带密码的 .xlsx。`,
    macros: ({ file }) => `${file} 包含宏。请在 Excel 中另存为不含宏的 .xlsx。`,
    tooManyParts: ({ file }) => `${file} 的部件数超出列表所需。请将列表复制到新的工作簿。`,
    tooLarge: ({ file }) => `${file} 的内容超出可读取的大小。请将工作表另存为 CSV，或拆分文件。`,
    bomb: ({ file }) => `${file} 的压缩方式异常，未打开。`,
    unsafeXml: ({ file }) => `${file} 包含工作簿不需要的声明，未打开。`,
    noSheet: ({ file }) => `${file} 没有包含内容的可见工作表。`,
  },
  otherSheets: ({ file, sheet, others }) =>
    `${file}：只读取工作表“${sheet}”。未读取：${list(others)}。`,
  computedCells: ({ file, row, cells }) =>
    `${file}：${n(cells)} 个单元格是公式的结果（第一个在${inRow(row)}）。已采用 Excel 保存的结果，未进行任何计算。`,
  tooManyRows: ({ file, limit }) => `${file} 超过 ${n(limit)} 行。请将其拆分为多个文件。`,
  unreadable: {
    gone: ({ file }) => `${file} 已不存在：它已被移动、重命名或删除。请重新选择该文件。`,
    changed: ({ file }) =>
      `${file} 在读取期间已更改，或正在其他程序中打开。请在保存后重新选择该文件。`,
    other: ({ file }) => `无法读取 ${file}。`,
  },
  notUtf8: ({ file, row }) => `${file}，${inRow(row)}：文本不是 UTF-8。请将文件另存为“CSV UTF-8”。`,
  notInEncoding: ({ file, row, encoding }) =>
    `${file}，${inRow(row)}：该文本不是 ${encoding} 编码。请选择其他编码。`,
  brokenJson: ({ file, line, column, detail }) =>
    detail === ''
      ? `${file}，第 ${n(line)} 行，第 ${n(column)} 列：文件不完整。请重新完整保存。`
      : `${file}，第 ${n(line)} 行，第 ${n(column)} 列：“${detail}”处不是有效的 JSON。`,
  wrongShape: ({ file, path, expected, received }) =>
    `${file}，位于 ${path}：应为 ${expected}，实际为 ${received}。`,
  missingColumn: ({ file, column }) => `${file} 中没有“${column}”列。请重新导出包含此列的用户。`,
  raggedRow: ({ file, row, expected, received }) =>
    `${file}，${inRow(row)}：有 ${n(received)} 个单元格，而标题行有 ${n(expected)} 个。`,
  aboveHeader: ({ file, row }) =>
    `${file}，${inRow(row)}：此行位于标题行上方，无法确定各列的含义。`,
  cutOff: ({ file, row }) =>
    `${file}，${inRow(row)}：文件在此行中间结束，因此不完整。此行未读取，可能还缺少其他行。请重新完整保存文件。`,
  tooDeep: ({ file }) => `${file} 的嵌套层数超过任何用户或产品列表。请重新从 Microsoft 365 保存。`,
  brokenQuotes: ({ file, row }) => `${file}，${inRow(row)}：引号未闭合，或其后还有文本。`,
  badValue: ({ file, row, column, value }) =>
    value === ''
      ? `${file}，${inRow(row)}，“${column}”列：缺少值。`
      : `${file}，${inRow(row)}，“${column}”列：无法识别“${value}”。`,
  typeNames: ({ file, row, column, value, rows }) =>
    `${file}，“${column}”列，首次出现在${inRow(row)}：PowerShell 写入的是类型名称（“${value}”）而不是值（共 ${n(rows)} 行）。这些行的许可证保留为未知。请在 Export-Csv 之前用 -join 连接这些值。`,
  cutDepth: ({ file, path, value, users: count }) =>
    `${file}，首次出现在 ${path}：PowerShell 写入的是“${value}”而不是值（共 ${n(count)} 个用户）。缺少的内容保留为未知。请用 ConvertTo-Json -Depth 5 重新保存文件。`,
  licensesUntold: ({ file, users: count, columns }) =>
    `${file} 没有说明许可证：${n(count)} 个用户的许可证仍为未知，而不是“没有”。${columns.length === 0 ? '' : `未读取：${list(columns.map((column) => `“${column}”`))}。`}`,
  duplicateUser: ({ file, row, userPrincipalName: name }) =>
    `${file}，${inRow(row)}：${name} 重复出现。`,
  unknownProduct: ({ file, row, column, value, rows, isListed }) =>
    `${file}，“${column}”列，首次出现在${inRow(row)}：没有名为“${value}”的产品（共 ${n(rows)} 行）。${isListed ? 'subscribedSkus 中也没有：将按此名称显示，无法分配。' : '将按此名称显示，无法分配。请与此文件一起导入 subscribedSkus，以确定是哪个产品。'}`,
  ambiguousProduct: ({ file, row, column, value, rows, skuPartNumbers: parts, isListed }) =>
    `${file}，“${column}”列，首次出现在${inRow(row)}：“${value}”可能是 ${list(parts)}（共 ${n(rows)} 行）。${isListed ? '' : '请导入 subscribedSkus 以确定是哪一个。'}`,
  morePages: ({ file }) =>
    `${file} 表明还有下一页 (@odata.nextLink)，但不在这些文件中。用户不完整：请添加缺少的页。`,
  mixedTenants: ({ file }) => `${file} 与其他文件属于不同的租户。请一次导入一个客户。`,
  missingListColumn: {
    user: ({ file }) => `无法判断 ${file} 中哪一列是用户。请在下方选择。`,
    product: ({ file }) => `无法判断 ${file} 中哪一列是产品。请在下方选择。`,
  },
};
