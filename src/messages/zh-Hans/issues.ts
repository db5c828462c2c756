import { users } from './numbers.ts';

export const issues = {
  heading: {
    blocking: (count: number) => `跳过 ${users(count)}`,
    warning: (count: number) => `请检查：${users(count)}`,
    info: (count: number) => `提示：${users(count)}`,
  },
  usageLocationMissing: '未设置使用位置，因此无法分配许可证。',
  usageLocationUnknown:
    '导入的文件未说明是否已设置使用位置。未设置使用位置时，Microsoft 365 会拒绝分配许可证。',
  usageLocationProhibited: {
    blocking: (product: string, country: string) => `${product} 不能在“${country}”分配。`,
    warning: (product: string, country: string) =>
      `Microsoft 365 可能拒绝在“${country}”分配 ${product}。`,
    info: (product: string, country: string) => `${product} 在“${country}”可能受限制。`,
  },
  servicePlanProhibited: {
    blocking: (plan: string, product: string, country: string) =>
      `${product} 中的 ${plan} 不能在“${country}”使用。`,
    warning: (plan: string, product: string, country: string) =>
      `Microsoft 365 可能拒绝在“${country}”使用 ${product} 中的 ${plan}。`,
    info: (plan: string, product: string, country: string) =>
      `${product} 中的 ${plan} 在“${country}”可能受限制。`,
  },
  notAssignable: {
    company: (product: string) => `${product} 面向整个公司，无法分配给用户。`,
    suspended: (product: string) => `${product} 已暂停，无法分配。`,
    lockedOut: (product: string) => `${product} 已锁定，无法分配。`,
    deleted: (product: string) => `${product} 已删除，无法分配。`,
    selfService: (product: string) => `${product} 由用户自行购买（自助服务）。`,
    unidentified: (product: string) =>
      `${product} 在文件中只有名称。请导入 subscribedSkus 以识别该产品。`,
  },
  dependency: {
    blocking: (plan: string, product: string, needed: string) =>
      `${product} 中的 ${plan} 需要以下服务计划之一：${needed}。`,
    warning: (plan: string, product: string, needed: string) =>
      `没有以下任一服务计划时，Microsoft 365 可能拒绝 ${product} 中的 ${plan}：${needed}。`,
    info: (plan: string, product: string, needed: string) =>
      `${product} 中的 ${plan} 可能需要以下服务计划之一：${needed}。`,
  },
  dependencyProducts: (products: string) => `包含在以下产品中：${products}。`,
  dependencyNowhere: '此客户的产品均不包含这些服务计划。',
  conflict: {
    blocking: (plan: string, product: string, otherPlan: string, otherProduct: string) =>
      `${plan}（${product}）与 ${otherPlan}（${otherProduct}）无法一起分配。`,
    warning: (plan: string, product: string, otherPlan: string, otherProduct: string) =>
      `Microsoft 365 可能拒绝将 ${plan}（${product}）与 ${otherPlan}（${otherProduct}）一起分配。`,
    info: (plan: string, product: string, otherPlan: string, otherProduct: string) =>
      `${plan}（${product}）与 ${otherPlan}（${otherProduct}）重叠，Microsoft 365 很可能会接受。`,
  },
  conflictFix: (plan: string, product: string) => `在 ${product} 中关闭 ${plan}`,
  inheritedLocked: (product: string, groups: string) =>
    `${product} 来自${groups}，保持不变。只能在组中撤销。`,
  inheritedDirectOnly: (product: string, groups: string) =>
    `仅撤销直接分配的 ${product}；${groups}仍保留该许可证，因此不会释放许可证。`,
  inheritedServicePlans: (product: string, groups: string) =>
    `${groups}为 ${product} 打开的服务计划保持打开。`,
  maybeInherited: (product: string) =>
    `${product} 可能通过组继承：导入的文件未说明其分配方式。如果是这样，则无法在此处撤销。`,
  servicePlansUnknown: (product: string) =>
    `导入的文件未说明 ${product} 的哪些服务计划已关闭，因此无法切换。需要 Microsoft Graph 文件。`,
  swapInherited: (product: string, groups: string) =>
    `${product} 来自${groups}，因此不会更换。请将用户移出该组，或更改该组的许可证。`,
  swapServicePlansUnknown: (from: string, to: string) =>
    `不清楚将 ${from} 更换为 ${to} 时应保持关闭哪些服务计划。`,
  switchedOn: (plan: string, from: string, to: string) =>
    `${plan} 在 ${from} 中已关闭，而在 ${to} 中将打开。`,
  switchedOnAs: (off: string, on: string, from: string, to: string) =>
    `${off} 在 ${from} 中已关闭。${to} 以 ${on} 提供该服务，它将打开。`,
  unchecked: (product: string) => `${product} 未经检查：其许可证数量或服务计划未知。`,
  untoldAssigned: (product: string) =>
    `导入的文件没有说明这些用户的许可证。他们可能已拥有 ${product}，与其他产品的关系也未经检查。`,
  untoldLeft: (product: string) =>
    `导入的文件没有说明这些用户的许可证。不知道他们是否拥有 ${product}，因此不为其安排任何更改。`,
  dataAtRisk: {
    exchange:
      '最后一个邮箱许可证将被撤销。邮箱保留 30 天，之后将连同所有邮件、日历和联系人一起删除。',
    sharepoint:
      '最后一个存储许可证将被撤销。OneDrive 从第 60 天起变为只读，93 天后存档；如果未启用无许可证帐户的计费，则开始删除。教育版、GCC 和 DoD 客户适用其他规则。',
    teams: '最后一个 Teams 许可证将被撤销，用户将无法再使用 Teams。',
  },
  shortage: (product: string) => `${product} 没有剩余的许可证。`,
  group: (name: string) => `组“${name}”`,
  unnamedGroup: '组',
};
