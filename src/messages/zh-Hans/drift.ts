import { n, users } from './numbers.ts';

export const drift = {
  title: '与云端不一致',
  lead: '自获取此处的数据以来，这些用户在 Microsoft 365 中的情况已发生变化，因此未应用我们的更改。请选择如何处理。',
  none: '没有不一致之处',
  noneHint: '此客户没有需要你决定的用户。',
  notLoaded: '无法加载不一致之处。',
  nobodyFound: '没有匹配的用户',
  kinds: '对同一类型的所有用户',
  kind: {
    licenseChanged: '许可证已更改',
    nowThroughGroup: '现在通过组继承',
    locationChanged: '使用位置已更改',
    productGone: '产品已不存在',
    userGone: '用户已删除',
  },
  kindText: {
    licenseChanged:
      '其他人更改了待同步更改涉及的内容，或者更改了本应保留该许可证、邮箱或文件的组或产品。',
    nowThroughGroup: '现在由组提供该许可证。只能更改直接分配的许可证。',
    locationChanged:
      '其他人设置了另一个使用位置。无论选择哪一项，该位置都保持不变：我们的更改仅为没有使用位置的用户设置位置。',
    productGone:
      '该客户已不再拥有此产品，因此无法分配给任何人。只能放弃更改，或等到客户重新拥有该产品并获取新数据。',
    userGone: '该用户已不存在。只能放弃更改。',
  },
  text: {
    licenseChanged: (product: string) => `${product} 已被其他人更改。`,
    nowThroughGroup: (product: string, groups: string) => `${product} 现在通过${groups}继承。`,
    locationChanged: (country: string) => `使用位置现在是“${country}”，并将保持不变。`,
    locationGone: '已没有使用位置。',
    productGone: (product: string) => `该客户已不再拥有 ${product}。`,
    userGone: '该用户已被删除。',
  },
  renamed: (change: string) => `已重命名：${change}`,
  accessEnded: {
    title: '对此客户的访问权限已终止',
    resume: '恢复访问权限后，选择“继续”即可：不会丢失任何内容，并会先重新读取每个用户。',
    handOver: '将待同步的更改移交给仍有访问权限的人',
    choose: '你在下方所做的选择会保留，恢复访问权限后再发送。',
  },
  ofKind: (kind: string, count: number) => `${kind}：${users(count)}`,
  choose: (name: string) => `如何处理 ${name}`,
  button: { apply: '应用我们的更改', drop: '放弃我们的更改' },
  choice: {
    apply: '应用我们的更改',
    drop: '放弃我们的更改（保留现状）',
    later: '稍后决定（仍待同步）',
  },
  choiceFor: {
    apply: (name: string) => `应用我们的更改：${name}`,
    drop: (name: string) => `放弃我们的更改（保留现状）：${name}`,
    later: (name: string) => `稍后决定（仍待同步）：${name}`,
  },
  short: {
    apply: '全部应用',
    drop: '全部放弃',
    later: '稍后决定',
  },
  choiceForAll: {
    apply: (kind: string) => `全部应用：${kind}`,
    drop: (kind: string) => `全部放弃：${kind}`,
    later: (kind: string) => `稍后决定：${kind}`,
  },
  mixed: (count: number) => `${users(count)}有多种不一致之处：请逐个选择。`,
  columns: {
    baseline: '上次已知',
    ours: '待同步的更改',
    theirs: 'Microsoft 365 现状',
    choice: '选择',
  },
  seenOn: (date: string) => `于 ${date}`,
  absent: '未分配',
  assigned: '已分配',
  direct: '直接分配',
  throughGroups: (groups: string) => `通过${groups}继承`,
  both: (groups: string) => `直接分配，并通过${groups}继承`,
  withOff: (state: string, plans: string) => `${state}；关闭：${plans}`,
  locationUnknown: '未知',
  same: (count: number) => `另外\u00a0${n(count)}\u00a0个许可证：没有差异`,
  gone: '用户已删除',
  confirmText: {
    apply: (count: number, kind: string) =>
      `将在 Microsoft 365 现状的基础上，把我们对 ${users(count)}（${kind}）的更改重新列为待同步，并在下次同步时发送。其他人在此期间分配的许可证会保留。`,
    drop: (count: number, kind: string) =>
      `我们对 ${users(count)}（${kind}）的更改将从待同步的更改中移出。Microsoft 365 保持不变。历史记录会保留该更改。`,
    later: (count: number, kind: string) =>
      `${users(count)}（${kind}）仍待同步，在你选择之前不会发送。`,
  },
  confirmNow: {
    apply: (count: number) => `应用于 ${users(count)}`,
    drop: (count: number) => `放弃 ${users(count)}的更改`,
    later: (count: number) => `稍后决定（${users(count)}）`,
  },
  settled: {
    apply: (count: number) => `已将我们对 ${users(count)}的更改重新列为待同步。`,
    drop: (count: number) => `已为 ${users(count)}放弃我们的更改。`,
    later: (count: number) => `稍后决定：${users(count)}。`,
  },
  settleFailed: '无法保存你的选择。未更改任何内容。',
};
