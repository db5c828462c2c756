import { n } from './numbers.ts';

export const licenseErrors = {
  heading: '许可证错误',
  anyCause: '任何原因',
  filtered: (cause: string) => `许可证错误：${cause}`,
  causeOf: (cause: string, users: number) => `${cause}（${n(users)} 个用户）`,
  notHeld: 'Microsoft 365 报告这些许可证有问题。分配失败的许可证不算作已拥有。',
  whatToDo: '如何处理许可证错误',
  causes: {
    CountViolation: '许可证数量不足',
    MutuallyExclusiveViolation: '服务计划无法一起分配',
    DependencyViolation: '缺少所依赖的服务计划',
    ProhibitedInUsageLocationViolation: '在使用位置不可用',
    UniquenessViolation: '地址已被使用',
    Other: '其他原因',
  },
  fixes: {
    CountViolation: '购买更多此产品的许可证，或者从不需要它的用户撤销许可证。',
    MutuallyExclusiveViolation:
      '此产品中的某个服务计划无法与该用户已有的服务计划一起分配。请撤销这两个产品中的一个，或者关闭这两个服务计划中的一个。',
    DependencyViolation: '分配包含所缺服务计划的产品，或者关闭依赖它的服务计划。',
    ProhibitedInUsageLocationViolation: '如果使用位置有误，请更正；如果无误，请将该用户移出该组。',
    UniquenessViolation: '查找使用相同邮件地址（代理地址）的其他用户、组或联系人，并更正其中之一。',
    Other: 'Microsoft 365 未说明原因。重新处理这些许可证可能会显示原因。',
  },
  reprocess:
    '原因消除后，必须为这些用户重新处理来自组的许可证。Seatwise 不会执行此操作：请由许可证管理员在 Microsoft Entra 管理中心对该用户或该组选择“重新处理”。',
  byPowerShell: '使用 Microsoft Graph PowerShell：',
  userPlaceholder: '<userPrincipalName>',
  notGiven: (product: string) => `${product}：未能分配`,
};
