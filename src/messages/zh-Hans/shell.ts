import { n } from './numbers.ts';

export const shell = {
  name: 'Seatwise',
  title: (screen: string) => `${screen} · Seatwise`,
  skip: '跳到主要内容',
  navigation: '主导航',
  openNavigation: '打开导航',
  customers: '客户',
  pending: '待同步',
  counted: (label: string, count: number) => `${label} (${n(count)})`,
  allLicenses: '所有客户的许可证',
  import: '导入',
  rules: '规则',
  settings: '设置',
  help: '帮助',
  pinned: '固定的客户',
  recent: '最近打开的客户',
  searchEverywhere: '全局搜索',
  language: '语言',
  offline: '脱机',
  offlineDetail: '脱机：可以照常安排更改，联网后再同步',
  offlineReady: '可以脱机使用了',
  offlineReadyDetail: 'Seatwise 已完整保存到此设备，没有网络也能打开。',
  install: '安装',
  installDetail: '将 Seatwise 作为应用安装到此设备',
  dropNow: '松开以读取文件',
  notFound: '此页面不存在',
  notFoundDetail: '地址可能有误，或者其内容已不在此设备上。',
  failed: '无法显示此页面',
  failedDetail: '你的数据安全地保存在此设备上。请重新加载页面以继续。',
  late: '用时比预期长。请关闭其他 Seatwise 窗口，或重新加载。数据没有丢失。',
  toCustomers: '转到“客户”',
  closed: {
    notOpened: {
      title: 'Seatwise 无法打开其数据',
      detail:
        '数据没有丢失。请关闭其他 Seatwise 窗口后重试。如果问题依旧，浏览器可能处于不保存数据的隐私模式。',
    },
    incomplete: {
      title: 'Seatwise 未能完整加载',
      detail: '应用的一部分未能下载。数据没有丢失。请检查网络连接，然后重新加载。',
    },
    diskFull: {
      title: '此设备上没有剩余空间',
      detail: '磁盘已满，浏览器无法打开 Seatwise 的数据。数据没有丢失。请腾出空间后重新加载。',
    },
    newerWindow: {
      title: '已打开较新版本的 Seatwise',
      detail:
        '另一个窗口已将此设备上的数据升级到较新版本。此窗口版本较旧，已停止运行。数据没有丢失：请重新加载以继续。',
    },
    newerData: {
      title: '此设备上的数据属于较新版本的 Seatwise',
      detail:
        '当前版本比写入数据的版本旧，不会改动这些数据。数据没有丢失。请重新加载以获取最新版本。',
    },
    framed: {
      title: 'Seatwise 不在其他网页中运行',
      detail:
        '另一个网站将 Seatwise 显示在其框架中，可能会遮住你要点击的按钮，因此未打开任何数据。',
    },
  },
  copyHelp:
    '在此之前，你可以保存此设备上全部数据的副本。该副本仅供留存：Seatwise 不会用它恢复数据。',
  saveCopy: '保存数据副本',
  copyFailed: '无法保存副本。请在此设备上腾出空间后重试。',
  openAlone: '单独打开 Seatwise',
  update: '新版本已就绪',
  updateDetail: '可在方便时重新加载。你的工作会保留。',
  updateName: (version: string) => `版本 ${version}`,
  updateNow: '立即重新加载',
  updateHeld: '另一个 Seatwise 窗口有未保存的工作。请先在那里完成，然后重新加载。',
};
