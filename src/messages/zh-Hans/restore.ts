import { n } from './numbers.ts';

export const restore = {
  looking: '正在读取备份',
  contains: (file: string) => `${file} 中的内容`,
  madeAt: (when: string, version: number) => `保存于 ${when}。格式版本 ${n(version)}。`,
  noDigest: '此备份由较早版本的 Seatwise 生成，没有校验和，因此无法判断文件此后是否被改动过。',
  customers: '备份中的客户',
  changes: '已保存的更改',
  pending: '有待同步更改的用户',
  dataFrom: '数据日期',
  onThisDevice: '此设备上',
  isNew: '尚不存在',
  replaces: (count: number, changes: number) =>
    `将被替换：${n(count)} 个用户，${n(changes)} 项已保存的更改`,
  replacesFrom: (when: string) => `数据日期：${when}`,
  loses: (count: number) => `${n(count)} 个用户的待同步更改将丢失`,
  damaged: '保存时已损坏：按原样恢复，但无法读取',
  syncEnds: '其同步将以“已停止”结束。',
  added: (presets: number, rules: number) =>
    `此设备上没有的将会添加：${n(presets)} 个模板和 ${n(rules)} 条规则。此设备上已有的保持不变；名称已被占用的模板会加上编号。`,
  nothingSent:
    '不会向 Microsoft 365 发送任何内容。备份中正在进行的同步将以“已停止”结束，待同步的更改在发送前会再次供你查看。',

  settings: '同时采用生成此备份的设备的设置',
  settingsHelp: '语言、你的姓名、阈值、地址以及启用或停用过的规则。不勾选：保留你的设置。',
  clientId: (id: string) => `登录所用的应用注册：${id}`,
  buyAddress: (address: string) => `“购买更多”的地址：${address}`,
  confirmation: (count: number, percent: number, losing: number) =>
    `达到 ${n(count)} 个用户、${n(percent)}%，或有 ${n(losing)} 个用户失去最后一个邮箱或存储许可证时，需要输入数字确认`,
  switches: (count: number) => `${n(count)} 条规则已启用或停用`,
  refused: (names: string) => `已忽略，因为文件中的值不可能成立：${names}`,

  safety: (customers: number) => `先为将被替换的内容保存备份（${n(customers)} 个客户）`,
  savingSafety: '正在为将被替换的内容保存备份',
  safetyFailed:
    '无法为将被替换的内容保存备份，因此未恢复任何内容。请在此设备上腾出空间，或不保存备份直接恢复。',
  typeLost: (count: string) =>
    `输入 ${count} 以确认：将有这么多用户失去待同步的更改，这些更改没有保存在其他任何地方`,
  now: (customers: number) => (customers === 0 ? '恢复' : `恢复 ${n(customers)} 个客户`),
  moved: '此设备上的内容已发生变化。请再次查看将被替换的内容。',

  passphrase: '密码短语',
  passphraseAsked: (file: string) => `${file} 受密码短语保护。`,
  open: '打开备份',
  passphraseToSet: '密码短语（可留空）',
  passphraseHelp:
    '备份中包含用户姓名。设置密码短语后，只有知道它的人才能打开文件。它不会保存在任何地方：忘记后备份将无法打开。',

  problem: {
    notABackup: '此文件不是 Seatwise 备份。未更改任何内容。',
    newerFormat:
      '此备份由较新版本的 Seatwise 生成。请重新加载以获取最新版本后再试。未更改任何内容。',
    sealed: '此备份受密码短语保护。',
    wrongPassphrase: '无法用此密码短语打开备份。',
    altered: '此备份在保存后被改动过：校验和不一致。不会恢复，也未更改任何内容。',
    damaged: '此备份不完整或已损坏：各部分互相矛盾。未更改任何内容。',
  },
};
