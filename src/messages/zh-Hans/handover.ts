import { n, users } from './numbers.ts';

export const handover = {
  heading: '已移交',
  lead: '无法从此处同步时，可以将待同步的更改移交给他人：生成 Microsoft Graph 的 PowerShell 脚本，或生成供同事在 Seatwise 中打开的更改文件。在你收回或导入结果之前，不会从此处发送已移交的更改。',
  open: '移交…',
  nothing: '没有可以移交的内容：没有可以发送的待同步更改。',
  empty: '没有已移交的内容',
  emptyHint: '你移交的更改会列在此处，并注明由谁执行。',
  notLoaded: '无法加载已移交的内容。',
  columns: {
    to: '移交给',
    as: '形式',
    out: '仍在移交中',
    ended: '已结束',
    back: '已收回',
  },
  kinds: { script: 'PowerShell 脚本', planFile: '更改文件' },
  fileHash: 'SHA-256',
  takeBack: '收回…',
  takeBackOf: (to: string) => `收回移交给 ${to} 的内容`,
  takeBackTitle: (count: number) => `收回 ${users(count)}的更改？`,
  takeBackWarning: (to: string) =>
    `请确认 ${to} 不会再执行该文件。Seatwise 无法阻止执行；如果仍有人执行，双方都会发送。`,
  takeBackDo: (count: number) => `收回 ${users(count)}的更改`,
  notTakenBack: '未能收回，这些用户仍处于移交状态。请重试。',
  tookBack: (count: number) => `已收回 ${users(count)}的更改，重新列为待同步。`,
  again: {
    button: '重新生成文件',
    of: (to: string) => `重新生成移交给 ${to} 的文件`,
    same: (file: string) =>
      `文件 ${file} 已重新生成并保存到你的下载文件夹：用户、内容和 SHA-256 都与原来相同。`,
    notTheSame:
      '无法再生成相同的文件：这些用户的数据、仍在移交中的用户或 Seatwise 本身已发生变化。请收回后重新移交。',
    failed: '无法生成文件。请重试。',
  },
  importOutcomes: '导入结果',
  dialog: {
    title: '移交待同步的更改',
    what: (count: number, customer: string) => `${customer} 的 ${users(count)}的待同步更改。`,
    whom: '移交谁的待同步更改？',
    whose: {
      all: (count: number) => `所有待同步的用户 (${n(count)})`,
      selected: (count: number) => `选定用户中待同步的用户 (${n(count)})`,
      matching: (count: number) => `符合“用户和许可证”页筛选器的待同步用户 (${n(count)})`,
    },
    as: '移交形式',
    scriptHint:
      '在 PowerShell 中使用模块 Microsoft.Graph.Authentication 2.4 或更高版本运行。脚本会先读取每个用户，跳过此后已变化的用户，可以中断后再次运行，并生成一个可在此处导入的结果 CSV。',
    planFileHint:
      '同事在另一台设备上的 Seatwise 中打开、查看并从那里同步。文件包含这些用户的名称和待同步的许可证。',
    to: '由谁执行？',
    toHint: '填写名称，以便日后知道文件在谁手中。',
    by: (name: string) => `由 ${name} 移交`,
    consequence: (count: number) => `在你收回之前，${users(count)}的更改不会从此处发送。`,
    confirm: (count: number) => `移交 ${users(count)}的更改`,
    making: '正在生成文件',
    stale: '待同步的更改在此期间已变化。请重新核对数字。',
    done: (name: string) => `文件 ${name} 已保存到你的下载文件夹。`,
    failed: '无法生成文件。没有移交任何内容。',
  },
  outcomes: {
    found: (file: string) => `${file}：脚本的结果`,
    hint: '据此记录该脚本所处理用户的结果。',
    reading: '正在导入结果',
    of: (customer: string) => `${customer} 的结果`,
    applied: (count: number) => `${users(count)}：已应用`,
    already: (count: number) => `${users(count)}：无需更改`,
    rejected: (count: number) => `${users(count)}：被 Microsoft 365 拒绝`,
    skipped: (count: number) =>
      `${users(count)}：已跳过，因为此后已变化。这些用户重新变为待同步；再次尝试前请获取新数据。`,
    failed: (count: number) =>
      `${users(count)}：结果未知。这些用户仍处于移交中；请使用同一结果文件再次运行脚本。`,
    ignored: (count: number) => `${users(count)}：已不在移交中，未做任何处理。`,
    unknown: (count: number) => `${n(count)} 行属于不是在此设备上生成的脚本。`,
    nothing: '文件中没有在此设备上生成的脚本的结果。',
    problems: (count: number) => `无法读取 ${n(count)} 行。`,
    refused: '无法读取该文件。',
  },
  plan: {
    found: (file: string) => `${file}：更改文件`,
    hint: '打开以供查看。在你保存之前不会更改任何内容。',
    run: '打开更改文件',
    reading: '正在打开更改文件',
    about: (count: number, customer: string, operator: string, date: string) =>
      `${customer} 的 ${users(count)}，${operator === '' ? '' : `由 ${operator} `}于 ${date} 移交。`,
    matched: (count: number, customer: string) => `在 ${customer} 找到 ${users(count)}。`,
    missing: (count: number) =>
      `${users(count)}不在此设备的数据中，将不包括在内。若要包括这些用户，请先获取新数据。`,
    unproven: '此文件由较早版本的 Seatwise 生成，没有校验和，无法判断是否被改动过：请仔细查看。',
    reviewHeading: '查看更改文件',
    toChange: '查看该更改',
    choose: '此文件用于哪个客户？',
    chooseHint: '此设备上没有客户连接到此文件的组织。将按对象 ID 查找用户。',
    refused: {
      altered: '此更改文件在生成后被改动过：校验和不一致。不会打开。请重新索取文件。',
      notAPlan: '这不是完整的 Seatwise 更改文件。请重新索取文件。',
      unreadable: '无法读取该文件。它可能已被移动或更改。',
      otherTenant: '此文件用于另一个组织，而不是你选择的客户。',
      newerFormat: (version: number) =>
        `此文件由更新版本的 Seatwise 生成（格式 ${n(version)}）。请先更新 Seatwise。`,
      savedHere: (date: string) => `此文件已于 ${date} 在此设备上打开并保存，不会再次打开。`,
      madeHere: (date: string) => `此文件已于 ${date} 从此设备移交。若要在此处执行，请将其收回。`,
    },
  },
};
