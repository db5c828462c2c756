import type { ProblemTexts } from '#messages/problem-text.ts';
import { n } from './numbers.ts';

const inRow = (number: number): string => `第 ${n(number)} 列`;
const list = (names: readonly string[]): string => names.join('、');

/** 檔案或其中某一列的問題。 */
export const problems: ProblemTexts = {
  notRecognised: ({ file }) =>
    `${file} 不是 Seatwise 可辨識的檔案。如果是表格，請在上方選擇讀取方式。`,
  tooLarge: ({ file, bytes, limit }, size) =>
    `${file} 的大小為 ${size(bytes)}；此類檔案最大為 ${size(limit)}。請分割檔案，或將使用者分多頁儲存。`,
  badWorkbook: {
    notAWorkbook: ({ file }) => `${file} 是壓縮檔，但不是 Excel 活頁簿。`,
    damaged: ({ file }) => `${file} 已損毀或不完整。請在 Excel 中重新儲存。`,
    protected: ({ file }) =>
      `${file} 設有密碼，或為舊的 .xls 格式。請在 Excel 中另存為不含密碼的 .xlsx。`,
    macros: ({ file }) => `${file} 包含巨集。請在 Excel 中另存為不含巨集的 .xlsx。`,
    tooManyParts: ({ file }) => `${file} 的組件數超出清單所需。請將清單複製到新的活頁簿。`,
    tooLarge: ({ file }) => `${file} 的內容超出可讀取的大小。請將工作表另存為 CSV，或分割檔案。`,
    bomb: ({ file }) => `${file} 的壓縮方式異常，未開啟。`,
    unsafeXml: ({ file }) => `${file} 包含活頁簿不需要的宣告，未開啟。`,
    noSheet: ({ file }) => `${file} 沒有包含內容的可見工作表。`,
  },
  otherSheets: ({ file, sheet, others }) =>
    `${file}：只讀取工作表「${sheet}」。未讀取：${list(others)}。`,
  computedCells: ({ file, row, cells }) =>
    `${file}：${n(cells)} 個儲存格是公式的結果（第一個在${inRow(row)}）。已採用 Excel 儲存的結果，未進行任何計算。`,
  tooManyRows: ({ file, limit }) => `${file} 超過 ${n(limit)} 列。請將其分割為多個檔案。`,
  unreadable: {
    gone: ({ file }) => `${file} 已不存在：它已被移動、重新命名或刪除。請重新選擇該檔案。`,
    changed: ({ file }) =>
      `${file} 在讀取期間已變更，或正在其他程式中開啟。請在儲存後重新選擇該檔案。`,
    other: ({ file }) => `無法讀取 ${file}。`,
  },
  notUtf8: ({ file, row }) =>
    `${file}，${inRow(row)}：文字不是 UTF-8。請將檔案另存為「CSV UTF-8」。`,
  notInEncoding: ({ file, row, encoding }) =>
    `${file}，${inRow(row)}：該文字不是 ${encoding} 編碼。請選擇其他編碼。`,
  brokenJson: ({ file, line, column, detail }) =>
    detail === ''
      ? `${file}，第 ${n(line)} 行，第 ${n(column)} 個字元：檔案不完整。請重新完整儲存。`
      : `${file}，第 ${n(line)} 行，第 ${n(column)} 個字元：「${detail}」處不是有效的 JSON。`,
  wrongShape: ({ file, path, expected, received }) =>
    `${file}，位於 ${path}：應為 ${expected}，實際為 ${received}。`,
  missingColumn: ({ file, column }) =>
    `${file} 中沒有「${column}」欄。請重新匯出包含此欄的使用者。`,
  raggedRow: ({ file, row, expected, received }) =>
    `${file}，${inRow(row)}：有 ${n(received)} 個儲存格，而標題列有 ${n(expected)} 個。`,
  aboveHeader: ({ file, row }) =>
    `${file}，${inRow(row)}：此列位於標題列上方，無法判斷各欄的意義。`,
  cutOff: ({ file, row }) =>
    `${file}，${inRow(row)}：檔案在此列中間結束，因此不完整。此列未讀取，可能還缺少其他列。請重新完整儲存檔案。`,
  tooDeep: ({ file }) =>
    `${file} 的巢狀層數超過任何使用者或產品清單。請重新從 Microsoft 365 儲存。`,
  brokenQuotes: ({ file, row }) => `${file}，${inRow(row)}：引號未結束，或其後還有文字。`,
  badValue: ({ file, row, column, value }) =>
    value === ''
      ? `${file}，${inRow(row)}，「${column}」欄：缺少值。`
      : `${file}，${inRow(row)}，「${column}」欄：無法辨識「${value}」。`,
  typeNames: ({ file, row, column, value, rows }) =>
    `${file}，「${column}」欄，第一次出現在${inRow(row)}：PowerShell 寫入的是類型名稱（「${value}」）而不是值（共 ${n(rows)} 列）。這些列的授權保留為不明。請在 Export-Csv 之前用 -join 連接這些值。`,
  cutDepth: ({ file, path, value, users: count }) =>
    `${file}，首次出現在 ${path}：PowerShell 寫入的是「${value}」而不是值（共 ${n(count)} 位使用者）。缺少的內容保留為不明。請用 ConvertTo-Json -Depth 5 重新儲存檔案。`,
  licensesUntold: ({ file, users: count, columns }) =>
    `${file} 沒有說明授權：${n(count)} 位使用者的授權仍為不明，而不是「沒有」。${columns.length === 0 ? '' : `未讀取：${list(columns.map((column) => `「${column}」`))}。`}`,
  duplicateUser: ({ file, row, userPrincipalName: name }) =>
    `${file}，${inRow(row)}：${name} 重複出現。`,
  unknownProduct: ({ file, row, column, value, rows, isListed }) =>
    `${file}，「${column}」欄，首次出現在${inRow(row)}：沒有名為「${value}」的產品（共 ${n(rows)} 列）。${isListed ? 'subscribedSkus 中也沒有：將以此名稱顯示，無法指派。' : '將以此名稱顯示，無法指派。請與此檔案一起匯入 subscribedSkus，以確定是哪個產品。'}`,
  ambiguousProduct: ({ file, row, column, value, rows, skuPartNumbers: parts, isListed }) =>
    `${file}，「${column}」欄，首次出現在${inRow(row)}：「${value}」可能是 ${list(parts)}（共 ${n(rows)} 列）。${isListed ? '' : '請匯入 subscribedSkus 以確定是哪一個。'}`,
  morePages: ({ file }) =>
    `${file} 表示還有下一頁 (@odata.nextLink)，但不在這些檔案中。使用者不完整：請新增缺少的頁面。`,
  mixedTenants: ({ file }) => `${file} 與其他檔案屬於不同的租用戶。請一次匯入一個客戶。`,
  missingListColumn: {
    user: ({ file }) => `無法判斷 ${file} 中哪一欄是使用者。請在下方選擇。`,
    product: ({ file }) => `無法判斷 ${file} 中哪一欄是產品。請在下方選擇。`,
  },
};
