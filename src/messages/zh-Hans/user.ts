import { n } from './numbers.ts';

export const user = {
  about: '关于此用户',
  objectId: '对象 ID',
  mail: '电子邮件',
  servicePlansOff: '已关闭的服务计划',
  fromGroup: (group: string) => `通过组 ${group} 继承`,
  directAndGroup: (groups: string) => `直接分配，并通过组 ${groups} 继承`,
  allOn: '全部打开',
  plansOff: (count: number) => `${n(count)} 个已关闭`,
  plannedAdded: '待同步：分配',
  plannedRemoved: '待同步：撤销',
  plannedChanged: '待同步：服务计划有更改',
  noChange: '没有待同步的更改',
  cloudErrors: {
    CountViolation: 'Microsoft 365 报告：许可证数量不足。',
    MutuallyExclusiveViolation: 'Microsoft 365 报告：其中的服务计划与另一个服务计划无法一起分配。',
    DependencyViolation: 'Microsoft 365 报告：缺少所依赖的服务计划。',
    ProhibitedInUsageLocationViolation: 'Microsoft 365 报告：在此使用位置不可用。',
    UniquenessViolation: 'Microsoft 365 报告：地址已被其他人使用。',
  },
  otherError: (code: string) => `Microsoft 365 报告错误：${code}。`,
  notFound: '此用户不在此设备上',
  notFoundHint: '链接可能来自其他设备，或者该客户的数据后来在此处被替换。',
  notLoaded: '无法加载该用户。',
};
