import { n, users } from './numbers.ts';

export const undo = {
  button: {
    takenOut: '还原：移出待同步的更改',
    putBack: '重做：放回待同步的更改',
  },
  buttonOf: {
    takenOut: (date: string) => `还原：将 ${date} 的更改移出待同步的更改`,
    putBack: (date: string) => `重做：将 ${date} 的更改放回待同步的更改`,
  },
  title: {
    takenOut: '移出待同步的更改',
    putBack: '放回待同步的更改',
  },
  lead: {
    takenOut: (date: string) =>
      `${date} 的更改将移出待同步的更改，之后保存的更改会保留。不会向 Microsoft 365 发送任何内容，之后可以放回。`,
    putBack: (date: string) =>
      `${date} 的更改将回到待同步更改中的原位置。不会向 Microsoft 365 发送任何内容。`,
  },
  of: '此更改的用户',
  moved: {
    takenOut: '将移出的用户',
    putBack: '将放回的用户',
  },
  offer: {
    label: '上次保存',
    button: '还原上次保存',
    saved: (what: string) => `已保存：${what}`,
    more: (line: string, count: number) => `${line}（另有 ${n(count)} 项更改）`,
    said: (saved: string, keys: string) => `${saved}。按 ${keys} 可还原。`,
  },
  changes: '对待同步更改的影响',
  awaited: {
    takenOut: (count: number) => `${n(count)} 个等待用户的名称也将移出。`,
    putBack: (count: number) => `${n(count)} 个名称将重新等待用户。`,
  },
  issues: '待解决',
  issueUsers: (count: number) => users(count),
  stays: (count: number) => `${users(count)}保持不变：查看名单和原因`,
  noOneStays: '没有跳过任何用户。',
  reason: {
    blocked: '剩余的待同步更改将被拒绝。请先移出之后的更改。',
    changedSince: '此后保存的更改涉及相同的产品或使用位置。',
    wantedLater: '之后的一次保存也需要同一许可证，但因为已在待同步的更改中，所以未更改任何内容。',
    gone: '已不在此客户中。',
    ended: '已发送，或已无可发送的内容。',
    sending: '正在发送：请在得知结果后重试。',
    waits: '没有剩余的许可证。',
  },
  wanted: (count: number) => `之后的一次保存也需要为此更改中的 ${users(count)}分配同一许可证`,
  wantedText:
    '该许可证当时已在待同步的更改中，因此那次保存没有更改这些用户。没有此更改，这些用户将不会获得该许可证。',
  wantedStay: '为这些用户保留此更改',
  wantedToo: '也移出这些用户：他们不会获得该许可证',
  nobody: {
    takenOut: '目前没有可以移出的用户。',
    putBack: '目前没有可以放回的用户。',
  },
  short: '可用的许可证少于所需数量：',
  waitHint:
    '对于等待的用户，此更改保持不变。许可证先按你排的顺序分配给优先的用户，再按顺序分配给其他用户。',
  planAllHint: '对所有用户执行。不会实际购买：购买清单仅作提醒。',
  as: (name: string) => `操作者：${name}`,
  confirm: (count: number, customer: string) =>
    `若要确认，请输入 ${customer} 的用户数：${n(count)}`,
  staleTitle: '未执行任何操作：数字已变化。',
  staleText: '另一个窗口、导入或同步更改了此客户。现在显示的是新的数字。请查看后再次确认。',
  failed: '操作未成功。未写入任何内容。',
  notLoaded: '无法计算此操作的结果。',
  done: {
    takenOut: (count: number) => `已为 ${users(count)}移出待同步的更改。`,
    putBack: (count: number) => `已为 ${users(count)}放回待同步的更改。`,
  },
};
