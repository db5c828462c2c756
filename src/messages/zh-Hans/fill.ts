import { n } from './numbers.ts';

const users = (count: number): string => `${n(count)} 个用户`;

export const fill = {
  menu: '填充',
  everything: '撤销全部许可证…',
  tick: '勾选',
  failed: '无法读取。未勾选任何内容。',
  replaces: '将替换现在勾选的内容。',

  revoke: {
    title: '撤销全部许可证',
    lead: (count: number) =>
      `适用于离职人员：勾选 ${users(count)}可在此处撤销的所有许可证。保存之前不会记录任何更改。`,
    reminderTitle: '请先保留邮箱',
    reminder:
      '如果仍需要邮件，请在发送此更改之前，在 Microsoft 365 中将邮箱转换为共享邮箱，或导出并保留数据。最后一个邮箱许可证撤销后，邮箱保留 30 天，之后将被删除。',
    ticks: '将勾选的内容',
    users: '撤销对象',
    frees: '释放的许可证',
    skips: '保留的内容',
    nothing: '选定用户没有可在此处撤销的许可证。',
  },

  skip: {
    keptByGroup: (count: number, product: string, group: string) =>
      `${users(count)}通过${group}保留 ${product}：请在 Microsoft 365 中将其移出该组。`,
    notAssignable: (product: string, reason: string) => `${product}。${reason}。`,
  },

  done: {
    everything: '已勾选撤销全部许可证。',
    revokes: (count: number, products: string) => `撤销 ${n(count)} 个产品：${products}。`,
    skipped: (count: number) => `未勾选：${n(count)}`,
    undone: '勾选内容已恢复到之前的状态。',
  },
};
