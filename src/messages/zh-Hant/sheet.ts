import { n, users } from './numbers.ts';

/** 變更的內容，逐行列出：所有顯示變更的畫面都相同。 */
export const sheet = {
  title: '變更內容',
  nothing: '沒有任何變更。',
  item: {
    revoke: (product: string) => `撤銷 ${product}`,
    revokeDirect: (product: string) => `撤銷直接指派的 ${product}；群組仍提供該產品`,
    swap: (from: string, to: string) => `${from} → ${to}`,
    assign: (product: string) => `指派 ${product}`,
    assignDirect: (product: string) => `直接指派 ${product}；群組也提供該產品`,
    servicePlan: {
      on: (plan: string, product: string) => `在 ${product} 中開啟 ${plan}`,
      off: (plan: string, product: string) => `在 ${product} 中關閉 ${plan}`,
    },
    servicePlans: (product: string) => `${product} 的服務方案`,
    location: (country: string) => `設定使用位置「${country}」`,
    noLocation: '移除使用位置',
  },
  users,
  line: (parts: readonly string[]) => parts.join('\u00a0· '),
  losing: {
    exchange: (count: number) => `${n(count)} 位會失去信箱`,
    sharepoint: (count: number) => `${n(count)} 位會失去 OneDrive`,
  },
  staying: '未變更',
  waits: (why: string) => `等候：${why}`,
  more: (count: number) => `再顯示 ${n(count)} 項`,
  frees: '撤銷會釋出授權供他人使用。訂閱及其費用不變。',
  people: {
    search: '搜尋這些使用者',
    none: '這些使用者中沒有相符的項目。',
    export: (count: number) => `匯出 ${n(count)} 位使用者`,
    exportFailed: '無法寫入檔案。',
    failed: '無法讀取使用者。',
    before: '變更前',
    after: '變更後',
    gained: (license: string) => `+ ${license}`,
    lost: (license: string) => `− ${license}`,
    changed: (license: string) => `${license}：有變更`,
  },
};
