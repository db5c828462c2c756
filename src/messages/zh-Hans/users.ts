import type { UserFilter } from '#users/user-filters.ts';
import type { ProductList } from '#users/user-query.ts';
import { n } from './numbers.ts';

export const users = {
  searchLabel: '搜索用户',
  searchHint: '搜索名称、用户主体名称或部门',
  filters: '筛选器',
  filterByProduct: '拥有的产品',
  anyProduct: '任何产品',
  activeFilters: '当前筛选器',
  clearFilters: '清除所有筛选器',
  removeFilter: (filter: string) => `移除筛选器：${filter}`,
  containing: (text: string) => `包含“${text}”`,
  holding: (product: string) => `拥有 ${product}`,
  holdingOr: (product: string) => `或拥有 ${product}`,
  holdingToo: (product: string) => `同时拥有 ${product}`,
  lacking: (product: string) => `未拥有 ${product}`,
  /** In the place of a product's name; null: nobody knows its name. */
  absentProduct: (name: string | null) =>
    name === null ? '此客户没有的产品' : `${name}（此客户没有）`,
  absentHint: '此客户没有筛选器中的产品，因此没有匹配的用户。',
  moreFilters: '更多筛选器',
  moreFiltersCount: (active: number) => (active === 0 ? '更多筛选器' : `更多筛选器 (${n(active)})`),
  filterProducts: {
    holdsAny: '拥有以下任一产品',
    holdsAll: '同时拥有以下产品',
    holdsNone: '未拥有以下任何产品',
  } satisfies Record<ProductList, string>,
  chooseProducts: '选择产品',
  severalProducts: (count: number) => `${n(count)} 个产品`,
  any: '不限',
  /** The filters that are on or off. */
  filterBy: {
    withoutLicense: '没有许可证',
    withoutLocation: '没有使用位置',
    pending: '待同步',
    licensed: '有许可证',
    blocked: '已阻止登录',
    guest: '来宾',
    licensedBlocked: '有许可证但已阻止登录',
    licensedGuest: '有许可证的来宾',
    overlapping: '拥有重叠的产品',
    licensesUntold: '许可证未知',
  } satisfies Record<UserFilter, string>,
  columns: '列',
  moveUp: (column: string) => `上移“${column}”`,
  moveDown: (column: string) => `下移“${column}”`,
  columnMoved: (column: string, place: number, of: number) =>
    `“${column}”：第 ${n(place)} 列，共 ${n(of)} 列`,
  views: {
    menu: '视图',
    save: '保存此视图…',
    manage: '重命名或删除…',
    saveTitle: '保存此视图',
    lead: '为当前的筛选器、搜索、排序和列命名，保存在此设备上，可用于任何客户。',
    nameTaken: (name: string) => `已有名为“${name}”的视图。请替换它，或输入其他名称。`,
    saved: (name: string) => `已保存视图“${name}”。`,
    failed: '无法保存视图。',
    list: '已保存的视图',
    taken: '已有同名的视图。',
    deleteAsk: (name: string) => `是否删除视图“${name}”？`,
    deleted: (name: string) => `已删除视图“${name}”。`,
    none: '没有已保存的视图。',
  },
  department: '部门',
  inDepartment: (department: string) => `部门：${department}`,
  placeCount: (place: string, users: number) => `${place}（${n(users)}）`,
  overlappingHint:
    '产品重叠：某个产品中打开的服务计划在该用户的另一个产品中也全部打开，因此前者可能是多余的。',

  sortBy: (column: string) => `按${column}排序`,
  keys: 'Alt+Page Down：下一页。Alt+Page Up：上一页。按住 Shift：选择一个范围。',
  selectUser: (name: string) => `选择 ${name}`,

  noLocation: '无',
  notInFile: '此文件中没有',
  othersNotInFile: '其余：此文件中没有',
  locationPlanned: (location: string) => `${location}，待同步`,
  noLicenses: '没有许可证',
  /** Behind the name of a license. */
  planned: {
    added: '，待同步',
    removed: '，待同步：撤销',
    changed: '，待同步：服务计划有更改',
  },
  moreLicenses: (count: number) => `+${n(count)}`,
  moreLicensesName: (count: number, name: string) => `+${n(count)} 个许可证（${name}）`,
  fewerLicenses: '显示较少',
  blocked: '已阻止登录',
  guest: '来宾',
  gone: '已不在 Microsoft 365 中',

  selectedLink: (count: number, hidden: number) =>
    hidden === 0
      ? `选定用户 (${n(count)})`
      : `已选择 ${n(count)} 个，${hidden === count ? '全部' : `${n(hidden)} 个`}被筛选器隐藏`,
  selectionBar: '选择',
  pageSelected: (count: number) => `已选择此页面上的全部 ${n(count)} 个用户。`,
  selectAllMatching: (total: number) => `选择全部 ${n(total)} 个匹配的用户`,
  allMatchingSelected: (total: number) => `已选择全部 ${n(total)} 个匹配的用户。`,
  clearSelection: '清除选择',
  selectedCount: (count: number) => `已选择 ${n(count)} 个用户`,
  selectionCleared: '已清除选择',

  earlierDay: (count: number, day: string) => `${day}选择的 ${n(count)} 个用户仍处于选定状态。`,
  keepSelection: '保留选择',
  newlyMatching: (count: number) => `有 ${n(count)} 个新用户符合你的选择条件，是否添加？`,
  addNewlyMatching: (count: number) => `添加 ${n(count)} 个用户`,

  noMatch: '没有匹配的用户',
  noMatchHint: '请尝试其他搜索内容，或移除筛选器。',
  noUsers: '还没有用户',
  noUsersHint: '导入包含此客户的用户的文件后，用户会显示在这里。',
  goToImport: '导入用户',
  notLoaded: '无法加载用户。',

  backToUsers: '所有用户',
  nobodyYet: '未选择任何用户',
  nobodyYetHint: '在列表中选择用户，可跨多个页面。选定的用户会显示在这里。',
  goToUsers: '转到“用户和许可证”',
  searchSelected: '搜索选定用户',
  noSelectedMatch: '选定用户中没有匹配项',
  removeUser: (name: string) => `移除 ${name}`,
  removeTicked: (count: number) => `移除 ${n(count)} 个用户`,
  removeAll: (count: number) => `移除全部 ${n(count)} 个`,
  removeAllQuestion: (count: number) =>
    `要从选择中移除 ${n(count)} 个用户吗？他们的许可证不会更改。`,
  markUser: (name: string) => `选择 ${name} 以移除`,
  removed: (count: number) => `已从选择中移除 ${n(count)} 个用户。`,
  putBack: '放回',
};
