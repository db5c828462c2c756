import type { UserFilter } from '#users/user-filters.ts';
import type { ProductList } from '#users/user-query.ts';
import { n } from './numbers.ts';

export const users = {
  searchLabel: '搜尋使用者',
  searchHint: '搜尋名稱、使用者主體名稱或部門',
  filters: '篩選條件',
  filterByProduct: '擁有的產品',
  anyProduct: '任何產品',
  activeFilters: '目前的篩選條件',
  clearFilters: '清除所有篩選條件',
  removeFilter: (filter: string) => `移除篩選條件：${filter}`,
  containing: (text: string) => `包含「${text}」`,
  holding: (product: string) => `擁有 ${product}`,
  holdingOr: (product: string) => `或擁有 ${product}`,
  holdingToo: (product: string) => `同時擁有 ${product}`,
  lacking: (product: string) => `未擁有 ${product}`,
  /** In the place of a product's name; null: nobody knows its name. */
  absentProduct: (name: string | null) =>
    name === null ? '此客戶沒有的產品' : `${name}（此客戶沒有）`,
  absentHint: '此客戶沒有篩選條件中的產品，因此沒有相符的使用者。',
  moreFilters: '更多篩選條件',
  moreFiltersCount: (active: number) =>
    active === 0 ? '更多篩選條件' : `更多篩選條件 (${n(active)})`,
  filterProducts: {
    holdsAny: '擁有以下任一產品',
    holdsAll: '同時擁有以下產品',
    holdsNone: '未擁有以下任何產品',
  } satisfies Record<ProductList, string>,
  chooseProducts: '選取產品',
  severalProducts: (count: number) => `${n(count)} 個產品`,
  any: '不限',
  /** The filters that are on or off. */
  filterBy: {
    withoutLicense: '沒有授權',
    withoutLocation: '沒有使用位置',
    pending: '待同步',
    licensed: '有授權',
    blocked: '已封鎖登入',
    guest: '來賓',
    licensedBlocked: '有授權但已封鎖登入',
    licensedGuest: '有授權的來賓',
    overlapping: '擁有重疊的產品',
    licensesUntold: '授權不明',
  } satisfies Record<UserFilter, string>,
  columns: '欄',
  moveUp: (column: string) => `將「${column}」上移`,
  moveDown: (column: string) => `將「${column}」下移`,
  columnMoved: (column: string, place: number, of: number) =>
    `「${column}」：第 ${n(place)} 欄，共 ${n(of)} 欄`,
  views: {
    menu: '檢視',
    save: '儲存此檢視…',
    manage: '重新命名或刪除…',
    saveTitle: '儲存此檢視',
    lead: '為目前的篩選條件、搜尋、排序和欄命名，儲存在此裝置上，可用於任何客戶。',
    nameTaken: (name: string) => `已有名為「${name}」的檢視。請取代它，或輸入其他名稱。`,
    saved: (name: string) => `已儲存檢視「${name}」。`,
    failed: '無法儲存檢視。',
    list: '已儲存的檢視',
    taken: '已有同名的檢視。',
    deleteAsk: (name: string) => `要刪除檢視「${name}」嗎？`,
    deleted: (name: string) => `已刪除檢視「${name}」。`,
    none: '沒有已儲存的檢視。',
  },
  department: '部門',
  inDepartment: (department: string) => `部門：${department}`,
  placeCount: (place: string, users: number) => `${place}（${n(users)}）`,
  overlappingHint:
    '產品重疊：某個產品中開啟的服務方案在該使用者的另一個產品中也全部開啟，因此前者可能是多餘的。',

  sortBy: (column: string) => `依${column}排序`,
  keys: 'Alt+Page Down：下一頁。Alt+Page Up：上一頁。按住 Shift：選取一個範圍。',
  selectUser: (name: string) => `選取 ${name}`,

  noLocation: '無',
  notInFile: '此檔案中沒有',
  othersNotInFile: '其餘：此檔案中沒有',
  locationPlanned: (location: string) => `${location}，待同步`,
  noLicenses: '沒有授權',
  /** Behind the name of a license. */
  planned: {
    added: '，待同步',
    removed: '，待同步：撤銷',
    changed: '，待同步：服務方案有變更',
  },
  moreLicenses: (count: number) => `+${n(count)}`,
  moreLicensesName: (count: number, name: string) => `+${n(count)} 個授權（${name}）`,
  fewerLicenses: '顯示較少',
  blocked: '已封鎖登入',
  guest: '來賓',
  gone: '已不在 Microsoft 365 中',

  selectedLink: (count: number, hidden: number) =>
    hidden === 0
      ? `選取的使用者 (${n(count)})`
      : `已選取 ${n(count)} 位，${hidden === count ? '全部' : `${n(hidden)} 位`}被篩選條件隱藏`,
  selectionBar: '選取範圍',
  pageSelected: (count: number) => `已選取此頁面上的全部 ${n(count)} 位使用者。`,
  selectAllMatching: (total: number) => `選取全部 ${n(total)} 位相符的使用者`,
  allMatchingSelected: (total: number) => `已選取全部 ${n(total)} 位相符的使用者。`,
  clearSelection: '清除選取',
  selectedCount: (count: number) => `已選取 ${n(count)} 位使用者`,
  selectionCleared: '已清除選取',

  earlierDay: (count: number, day: string) => `${day}選取的 ${n(count)} 位使用者仍在選取狀態。`,
  keepSelection: '保留選取',
  newlyMatching: (count: number) => `有 ${n(count)} 位新使用者符合您的選取條件，要新增嗎？`,
  addNewlyMatching: (count: number) => `新增 ${n(count)} 位使用者`,

  noMatch: '沒有相符的使用者',
  noMatchHint: '請嘗試其他搜尋內容，或移除篩選條件。',
  noUsers: '還沒有使用者',
  noUsersHint: '匯入含有此客戶使用者的檔案後，使用者會顯示在這裡。',
  goToImport: '匯入使用者',
  notLoaded: '無法載入使用者。',

  backToUsers: '所有使用者',
  nobodyYet: '尚未選取任何使用者',
  nobodyYetHint: '在清單中選取使用者，可跨多個頁面。選取的使用者會顯示在這裡。',
  goToUsers: '前往「使用者和授權」',
  searchSelected: '搜尋選取的使用者',
  noSelectedMatch: '選取的使用者中沒有相符的項目',
  removeUser: (name: string) => `移除 ${name}`,
  removeTicked: (count: number) => `移除 ${n(count)} 位使用者`,
  removeAll: (count: number) => `移除全部 ${n(count)} 位`,
  removeAllQuestion: (count: number) =>
    `要將 ${n(count)} 位使用者移出選取範圍嗎？他們的授權不會變更。`,
  markUser: (name: string) => `選取 ${name} 以移除`,
  removed: (count: number) => `已將 ${n(count)} 位使用者移出選取範圍。`,
  putBack: '放回',
};
