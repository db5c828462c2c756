import { n } from './numbers.ts';

/** Search everywhere: one field that goes to any screen and does any action. */
export const palette = {
  search: '要尋找或執行的內容',
  placeholder: '客戶、使用者、產品、頁面或動作',
  results: '結果',
  kinds: {
    action: '動作',
    screen: '頁面',
    customer: '客戶',
    product: '產品',
    user: '使用者',
  },
  paste: '貼上使用者清單',
  import: '匯入檔案',
  switchLanguage: '切換語言',
  found: (count: number) => `${n(count)} 個結果`,
  nothing: '找不到任何內容。請縮短輸入的文字。',
  noCustomer: '開啟某個客戶後，也可以在此尋找其使用者和產品。',
  hint: '輸入文字即可尋找此客戶的使用者。',
  failed: '部分結果無法載入。',
};
