import { n } from './numbers.ts';

export const user = {
  about: '關於此使用者',
  objectId: '物件識別碼',
  mail: '電子郵件',
  servicePlansOff: '已關閉的服務方案',
  fromGroup: (group: string) => `繼承自群組 ${group}`,
  directAndGroup: (groups: string) => `直接指派，並繼承自群組 ${groups}`,
  allOn: '全部開啟',
  plansOff: (count: number) => `${n(count)} 個已關閉`,
  plannedAdded: '待同步：指派',
  plannedRemoved: '待同步：撤銷',
  plannedChanged: '待同步：服務方案有變更',
  noChange: '沒有待同步的變更',
  cloudErrors: {
    CountViolation: 'Microsoft 365 回報：授權數量不足。',
    MutuallyExclusiveViolation:
      'Microsoft 365 回報：其中的服務方案與另一個服務方案無法一起指派給同一個使用者。',
    DependencyViolation: 'Microsoft 365 回報：缺少所相依的服務方案。',
    ProhibitedInUsageLocationViolation: 'Microsoft 365 回報：在此使用位置無法使用。',
    UniquenessViolation: 'Microsoft 365 回報：位址已由其他人使用。',
  },
  otherError: (code: string) => `Microsoft 365 回報錯誤：${code}。`,
  notFound: '此使用者不在此裝置上',
  notFoundHint: '連結可能來自其他裝置，或者該客戶的資料後來在這裡被取代。',
  notLoaded: '無法載入該使用者。',
};
