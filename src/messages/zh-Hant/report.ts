import { n } from './numbers.ts';

export const report = {
  link: '給客戶的報告',
  title: '變更報告',
  language: '報告語言',
  print: '列印',
  back: '返回此變更',
  made: '報告產生時間',
  asBefore: '與變更前相同',
  location: (country: string) => `使用位置：${country}`,
  serviceOff: (license: string, servicePlans: string) => `${license}，已關閉：${servicePlans}`,
  fromGroups: (license: string, groups: string) => `${license}，來自${groups}`,
  onlyFirst: (shown: number, total: number) =>
    `此處為 ${n(total)} 位使用者中的前 ${n(shown)} 位。此變更的匯出檔案包含全部使用者。`,
  notLoaded: '無法產生報告。',
};
