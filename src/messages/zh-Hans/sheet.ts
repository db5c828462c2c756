import { n, users } from './numbers.ts';

/** 更改的内容，逐行列出：所有显示更改的界面都相同。 */
export const sheet = {
  title: '更改内容',
  nothing: '没有任何更改。',
  item: {
    revoke: (product: string) => `撤销 ${product}`,
    revokeDirect: (product: string) => `撤销直接分配的 ${product}；组仍提供该产品`,
    swap: (from: string, to: string) => `${from} → ${to}`,
    assign: (product: string) => `分配 ${product}`,
    assignDirect: (product: string) => `直接分配 ${product}；组也提供该产品`,
    servicePlan: {
      on: (plan: string, product: string) => `在 ${product} 中打开 ${plan}`,
      off: (plan: string, product: string) => `在 ${product} 中关闭 ${plan}`,
    },
    servicePlans: (product: string) => `${product} 的服务计划`,
    location: (country: string) => `设置使用位置“${country}”`,
    noLocation: '移除使用位置',
  },
  users,
  line: (parts: readonly string[]) => parts.join('\u00a0· '),
  losing: {
    exchange: (count: number) => `${n(count)} 个将失去邮箱`,
    sharepoint: (count: number) => `${n(count)} 个将失去 OneDrive`,
  },
  staying: '未更改',
  waits: (why: string) => `等待：${why}`,
  more: (count: number) => `再显示 ${n(count)} 行`,
  frees: '撤销会释放许可证供他人使用。订阅及其费用不变。',
  people: {
    search: '搜索这些用户',
    none: '这些用户中没有匹配项。',
    export: (count: number) => `导出 ${n(count)} 个用户`,
    exportFailed: '无法写入文件。',
    failed: '无法读取用户。',
    before: '更改前',
    after: '更改后',
    gained: (license: string) => `+ ${license}`,
    lost: (license: string) => `− ${license}`,
    changed: (license: string) => `${license}：有更改`,
  },
};
