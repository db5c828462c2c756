import { n, users } from './numbers.ts';

export const fill = {
  menu: '快速开始…',
  fromPreset: '使用模板…',
  fromUser: '使用某个用户的许可证…',
  everything: '撤销全部许可证…',
  savePreset: '另存为模板…',
  use: '使用',
  failed: '无法读取。未更改任何内容。',
  replaces: '将替换你当前的更改。',

  revoke: {
    title: '撤销全部许可证',
    lead: (count: number) =>
      `适用于离职人员：选择 ${users(count)}可在此处撤销的所有许可证。保存之前不会记录任何更改。`,
    select: '标记为撤销',
    reminderTitle: '请先保留邮箱',
    reminder:
      '如果仍需要邮件，请在发送此更改之前，在 Microsoft 365 中将邮箱转换为共享邮箱，或导出并保留数据。最后一个邮箱许可证撤销后，邮箱保留 30 天，之后将被删除。',
    products: '要撤销的许可证',
    users: '用户数',
    frees: '释放的\u200b许可证',
    skips: '保留的内容',
    nothing: '选定用户没有可在此处撤销的许可证。',
  },

  copy: {
    title: '复制用户的许可证',
    lead: '请选择要复制哪个用户的许可证：其直接拥有的产品，以及各服务计划的打开或关闭状态。',
    nobody: '没有匹配的用户。',
    of: (user: string) => `${user} 的许可证`,
    other: '选择其他用户',
    toSelected: (count: number) => `将这些许可证复制给选定用户 (${n(count)})`,
  },

  presets: {
    title: '模板',
    lead: '请选择一个模板，查看它用于此客户的结果。',
    none: '还没有模板。请先做出更改，然后另存为模板。',
    products: (count: number) => `${n(count)} 个产品`,
    saved: (date: string) => `保存于 ${date}`,
    by: (operator: string) => `保存者：${operator}`,
    taken: '已有同名的模板。',
    deleteAsk: (name: string) => `是否删除模板“${name}”？用它做出的更改将保留。`,
    deleted: (name: string) => `已删除模板“${name}”。`,
    other: '选择其他模板',
  },

  keep: {
    title: '另存为模板',
    lead: '为当前的更改命名，保存在此设备上，可用于任何客户：',
    taken: (name: string) => `已有名为“${name}”的模板。请替换它，或输入其他名称。`,
    saved: (name: string) => `已保存模板“${name}”。`,
    failed: '无法保存模板。',
  },

  review: {
    nothing: '没有可以使用的内容。',
    skips: '已跳过',
    present: '你已有更改',
    replace: '替换这些更改',
    add: '添加到这些更改',
  },

  skip: {
    keptByGroup: (count: number, product: string, group: string) =>
      `${users(count)}通过${group}保留 ${product}：请在 Microsoft 365 中将其移出该组。`,
    onlyByGroup: (product: string, groups: string) =>
      `${product} 只通过${groups}获得：请改为将用户添加到该组。`,
    servicePlansUnknown: (product: string) => `${product}：此用户的服务计划未知。只使用产品。`,
    licensesUntold: (count: number) =>
      `${n(count)} 个用户的许可证并非全部已知：其余的不包括在内。请导入这些许可证，或获取新数据。`,
    notOwned: (name: string, partNumber: string) => `${name} (${partNumber})：此客户没有此产品。`,
    swapNotOwned: (from: string, to: string, missing: string) =>
      `将 ${from} 更换为 ${to}：此客户没有 ${missing}。`,
    servicePlansLacking: (product: string, names: string) => `${product}：此客户没有 ${names}。`,
    servicePlansUnlisted: (product: string, names: string) =>
      `${product}：其服务计划未知，无法切换 ${names}。`,
    notAssignable: (product: string, reason: string) => `${product}（${reason}）。`,
  },

  done: {
    everything: '已将全部许可证标记为撤销。',
    user: (name: string) => `已填入 ${name} 的许可证。`,
    preset: (name: string) => `已套用模板“${name}”。`,
    assigns: (count: number, products: string) => `分配 ${n(count)} 个产品：${products}。`,
    revokes: (count: number, products: string) => `撤销 ${n(count)} 个产品：${products}。`,
    swap: (from: string, to: string) => `将 ${from} 更换为 ${to}。`,
    switches: (on: number, off: number) =>
      off === 0
        ? `服务计划：打开 ${n(on)} 个。`
        : `服务计划：打开 ${n(on)} 个，关闭 ${n(off)} 个。`,
    skipped: (count: number) => `已跳过：${n(count)}`,
    undone: '你的更改已恢复到之前的状态。',
  },
};
