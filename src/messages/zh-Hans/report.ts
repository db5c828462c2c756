import { n } from './numbers.ts';

export const report = {
  link: '给客户的报告',
  title: '更改报告',
  language: '报告语言',
  print: '打印',
  back: '返回此更改',
  made: '报告生成时间',
  asBefore: '与更改前相同',
  location: (country: string) => `使用位置：${country}`,
  serviceOff: (license: string, servicePlans: string) => `${license}，已关闭：${servicePlans}`,
  fromGroups: (license: string, groups: string) => `${license}，来自${groups}`,
  onlyFirst: (shown: number, total: number) =>
    `此处为 ${n(total)} 个用户中的前 ${n(shown)} 个。此更改的导出文件包含全部用户。`,
  notLoaded: '无法生成报告。',
};
