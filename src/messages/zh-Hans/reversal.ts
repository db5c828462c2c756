/** 还原已同步的更改 */
export const reversal = {
  button: '在 Microsoft 365 中还原…',
  title: '在 Microsoft 365 中还原',
  lead: (date: string) =>
    `将创建一项新更改，用于还原 ${date} 的更改，供你查看。在你保存并同步之前，Microsoft 365 中不会发生任何变化。`,
  limits: '只还原该更改所做的内容。已删除的数据不会恢复。',
  users: '新更改中的用户',
  stays: {
    changedSince: '此后有其他更改',
    gone: '已不在此客户中',
    notApplied: '未在 Microsoft 365 中应用',
    impossible: '仅涉及使用位置，或仅涉及组也提供的许可证的直接分配：这些保持不变',
  },
  whoStays: '显示已跳过的用户',
  notLoaded: '无法加载已跳过的用户。',
  locations: '使用位置保持已设置的值',
  confirm: '查看新更改',
  failed: '操作未成功。未加入任何待同步的更改。',
  reviewHeading: '查看对更改的还原',
  undoes: '还原',
};
