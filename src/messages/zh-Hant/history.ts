import { n, users } from './numbers.ts';

export const history = {
  lead: '此客戶的每次儲存，以及之後的移出和放回，最新的在前。',
  search: '搜尋工單編號、備註、姓名或產品',
  empty: '尚未儲存任何變更',
  emptyHint: '在「管理授權」中的每次儲存都會列在這裡。',
  nothingFound: '沒有相符的記錄',
  notLoaded: '無法載入歷程記錄。',
  all: '開啟完整的歷程記錄',
  openChange: (date: string) => `開啟 ${date} 的變更`,
  takenOut: (count: number) => `已移出待同步的變更：${users(count)}`,
  putBack: (count: number) => `已放回待同步的變更：${users(count)}`,
  ofChange: (date: string) => `${date} 的變更`,
  ofSelected: (planned: number, selected: number) =>
    planned === selected ? users(planned) : `選取的 ${users(selected)}中有 ${n(planned)} 位`,
  waits: (count: number) => `${n(count)} 位等候授權`,
  moreEffects: (count: number) => `以及另外 ${n(count)} 項`,
  state: {
    planned: '尚未同步至雲端',
    partly: '部分已移出待同步的變更',
    takenOut: '已移出待同步的變更',
    ended: '已有結果',
  },
  eventBy: (kind: 'takenOut' | 'putBack', when: string, who: string) =>
    kind === 'takenOut' ? `${who} 於 ${when} 移出` : `${who} 於 ${when} 放回`,
  event: {
    takenOut: '移出待同步的變更',
    putBack: '放回待同步的變更',
  },
  userLead: '與此使用者有關的每次儲存，最新的在前。',
  userEmpty: '尚無與此使用者有關的儲存。',
  did: {
    gained: (license: string) => `+ ${license}`,
    lost: (license: string) => `− ${license}`,
    keptByGroup: (license: string) => `− ${license}（直接指派）；群組仍提供該產品`,
    changed: (license: string) => `${license}：服務方案已變更`,
    location: (country: string) => `使用位置「${country}」`,
  },
  usageLocation: (country: string) => `使用位置：${country}`,
};
