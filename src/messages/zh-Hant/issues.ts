import { users } from './numbers.ts';

export const issues = {
  heading: {
    blocking: (count: number) => `略過 ${users(count)}`,
    warning: (count: number) => `請檢查：${users(count)}`,
    info: (count: number) => `提示：${users(count)}`,
  },
  usageLocationMissing: '未設定使用位置，因此無法指派授權。',
  usageLocationUnknown:
    '匯入的檔案未說明是否已設定使用位置。未設定使用位置時，Microsoft 365 會拒絕指派授權。',
  usageLocationProhibited: {
    blocking: (product: string, country: string) => `${product} 不能在「${country}」指派。`,
    warning: (product: string, country: string) =>
      `Microsoft 365 可能拒絕在「${country}」指派 ${product}。`,
    info: (product: string, country: string) => `${product} 在「${country}」可能受限制。`,
  },
  servicePlanProhibited: {
    blocking: (plan: string, product: string, country: string) =>
      `${product} 中的 ${plan} 不能在「${country}」使用。`,
    warning: (plan: string, product: string, country: string) =>
      `Microsoft 365 可能拒絕在「${country}」使用 ${product} 中的 ${plan}。`,
    info: (plan: string, product: string, country: string) =>
      `${product} 中的 ${plan} 在「${country}」可能受限制。`,
  },
  notAssignable: {
    company: (product: string) => `${product} 適用於整個公司，無法指派給使用者。`,
    suspended: (product: string) => `${product} 已暫停，無法指派。`,
    lockedOut: (product: string) => `${product} 已鎖定，無法指派。`,
    deleted: (product: string) => `${product} 已刪除，無法指派。`,
    selfService: (product: string) => `${product} 由使用者自助購買。`,
    unidentified: (product: string) =>
      `${product} 在檔案中只有名稱。請匯入 subscribedSkus 以識別該產品。`,
  },
  dependency: {
    blocking: (plan: string, product: string, needed: string) =>
      `${product} 中的 ${plan} 需要下列其中一個服務方案：${needed}。`,
    warning: (plan: string, product: string, needed: string) =>
      `沒有下列任一服務方案時，Microsoft 365 可能拒絕 ${product} 中的 ${plan}：${needed}。`,
    info: (plan: string, product: string, needed: string) =>
      `${product} 中的 ${plan} 可能需要下列其中一個服務方案：${needed}。`,
  },
  dependencyProducts: (products: string) => `包含在下列產品中：${products}。`,
  dependencyNowhere: '此客戶的產品均不包含這些服務方案。',
  conflict: {
    blocking: (plan: string, product: string, otherPlan: string, otherProduct: string) =>
      `${plan}（${product}）與 ${otherPlan}（${otherProduct}）無法一起指派給同一個使用者。`,
    warning: (plan: string, product: string, otherPlan: string, otherProduct: string) =>
      `Microsoft 365 可能拒絕將 ${plan}（${product}）與 ${otherPlan}（${otherProduct}）一起指派。`,
    info: (plan: string, product: string, otherPlan: string, otherProduct: string) =>
      `${plan}（${product}）與 ${otherPlan}（${otherProduct}）重疊，Microsoft 365 很可能會接受。`,
  },
  conflictFix: (plan: string, product: string) => `在 ${product} 中關閉 ${plan}`,
  inheritedLocked: (product: string, groups: string) =>
    `${product} 來自${groups}，保持不變。只能在群組中撤銷。`,
  inheritedDirectOnly: (product: string, groups: string) =>
    `僅撤銷直接指派的 ${product}；${groups}仍保留該授權，因此不會釋出授權。`,
  inheritedServicePlans: (product: string, groups: string) =>
    `${groups}為 ${product} 開啟的服務方案保持開啟。`,
  maybeInherited: (product: string) =>
    `${product} 可能繼承自群組：匯入的檔案未說明其指派方式。若是如此，便無法在此撤銷。`,
  servicePlansUnknown: (product: string) =>
    `匯入的檔案未說明 ${product} 的哪些服務方案已關閉，因此無法切換。需要 Microsoft Graph 檔案。`,
  swapInherited: (product: string, groups: string) =>
    `${product} 來自${groups}，因此不會更換。請將使用者移出該群組，或變更該群組的授權。`,
  swapServicePlansUnknown: (from: string, to: string) =>
    `不清楚將 ${from} 更換為 ${to} 時應保持關閉哪些服務方案。`,
  switchedOn: (plan: string, from: string, to: string) =>
    `${plan} 在 ${from} 中已關閉，而在 ${to} 中將開啟。`,
  switchedOnAs: (off: string, on: string, from: string, to: string) =>
    `${off} 在 ${from} 中已關閉。${to} 以 ${on} 提供該服務，它將會開啟。`,
  unchecked: (product: string) => `${product} 未經檢查：其授權數量或服務方案不明。`,
  untoldAssigned: (product: string) =>
    `匯入的檔案沒有說明這些使用者的授權。他們可能已擁有 ${product}，與其他產品的關係也未經檢查。`,
  untoldLeft: (product: string) =>
    `匯入的檔案沒有說明這些使用者的授權。不知道他們是否擁有 ${product}，因此不為其安排任何變更。`,
  dataAtRisk: {
    exchange:
      '最後一個信箱授權將被撤銷。信箱保留 30 天，之後會連同所有郵件、行事曆和連絡人一起刪除。',
    sharepoint:
      '最後一個儲存空間授權將被撤銷。OneDrive 從第 60 天起變成唯讀，93 天後封存；如果未啟用無授權帳戶的計費，則會開始刪除。教育版、GCC 和 DoD 客戶適用其他規則。',
    teams: '最後一個 Teams 授權將被撤銷，使用者將無法再使用 Teams。',
  },
  shortage: (product: string) => `${product} 沒有剩餘的授權。`,
  group: (name: string) => `群組「${name}」`,
  unnamedGroup: '群組',
};
