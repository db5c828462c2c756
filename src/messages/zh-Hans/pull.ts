import { n } from './numbers.ts';

export const pull = {
  run: '从 Microsoft 365 获取数据',
  hint: '读取用户、许可证和数量。待同步的更改保持不变，不会发送任何内容。',
  running: '正在从 Microsoft 365 读取',
  read: (count: string) => `已读取 ${count} 个用户`,
  throttled: (seconds: number) => `Microsoft 要求等待 ${n(seconds)} 秒`,
  silent: (seconds: number) => `没有响应，将在 ${n(seconds)} 秒后重试`,
  done: (count: number) => `数据已是最新：${n(count)} 个用户。`,
  counts: (added: number, changed: number, gone: number) =>
    `新增 ${n(added)} 个，变化 ${n(changed)} 个，已不存在 ${n(gone)} 个。`,
  nothingNew: '没有任何变化。',
  cancelled: '已取消，未进行任何更改。',
  failed: '无法读取数据，未进行任何更改。',
  refused: {
    signIn: '需要先登录 Microsoft 365。',
    noAccess: 'Microsoft 365 不允许此帐户读取该客户的数据。',
    unreachable: 'Microsoft 365 没有响应。请检查网络连接，然后重试。',
    refused: 'Microsoft 365 拒绝了请求。',
    badAnswer: 'Seatwise 无法理解 Microsoft 365 返回的内容。',
    otherTenant: '返回的数据属于其他租户，而不是此客户，因此未使用。',
    notConnected: '此客户尚未连接到租户。',
    busy: '正在导入此客户的数据。请等待导入结束，然后重试。',
    syncing: '此客户正在同步，其用户会在同步过程中读取。',
    gone: '此设备上已没有该客户。',
  },
  said: 'Microsoft 365 返回的内容',
  toSettings: '连接设置',

  sandbox: '沙盒：示例云的行为',
  sandboxHint:
    '示例客户与此设备上的模拟云同步，不会访问 Microsoft 365。可在此尝试云端出现异常时 Seatwise 如何应对；所有窗口看到的都相同。',
  moods: {
    slow: '响应缓慢',
    slowHint: '每次响应需要 3 秒。',
    throttled: '请求过多',
    throttledHint: '10 秒内超过 40 个请求后，云端会要求等待。',
    offline: '脱机',
    offlineHint: '无法访问云端。',
    lag: '读取延迟',
    lagHint: '更改后 30 秒内，云端仍显示更改前的内容。',
    otherAdmin: '其他管理员正在操作',
    otherAdminHint: '其他人会不时分配和撤销许可证、更改使用位置以及删除用户。',
  },
  misbehaves: (count: number) => `已开启 ${n(count)} 项`,
  notSaved: '操作未成功，未进行任何更改。',
};
