export const signIn = {
  intro:
    'Seatwise 使用您的組織在 Microsoft Entra ID 中註冊的應用程式登入，並且只在需要時要求相關權限。登入資訊僅保留在此視窗中，關閉視窗後即會清除。',
  cloud:
    '適用於全球 Microsoft 雲端。無法連線至國家雲端，例如美國政府雲端或由世紀互聯營運的 Microsoft 365。',
  howToRegister: '如何註冊應用程式',
  clientId: '應用程式 (用戶端) 識別碼',
  clientIdHelp: '位於應用程式註冊的「概觀」頁面。',
  clientIdInvalid: '請依原樣輸入識別碼，例如 01234567-89ab-cdef-0123-456789abcdef。',
  needsClientId: '若要連線，Seatwise 需要先知道應用程式註冊的識別碼。',
  toSettings: '前往「設定」',
  notConnected: '此視窗中尚無人登入。',
  connectAnother: '使用其他帳戶',
  disconnect: '中斷連線',
  disconnected: 'Seatwise 已清除登入資訊。在此瀏覽器中，您可能仍處於 Microsoft 的登入狀態。',
  leaving: '正在開啟登入頁面…',
  arriving: '正在登入…',
  account: '帳戶',
  ends: '登入有效期限',
  granted: '權限',
  noneGranted: '尚無',
  ownTenant: '您自己的組織',

  wantedTitle: '請登入以繼續',
  wanted: (customer: string | null, permissions: readonly string[]) =>
    `存取${customer === null ? ' Microsoft 365 ' : `「${customer}」`}需要下列權限：${permissions.join('、')}。不會遺失任何內容；登入後，等候中的作業會繼續進行。`,

  connected: (username: string) => `已使用 ${username} 登入。`,
  cancelled: '登入已取消，未變更任何內容。',
  offline: '無法連到登入頁面。請檢查網路連線，然後再試一次。',
  wrongTenant: (username: string) =>
    `${username} 登入的並非所要求的組織，因此未使用此次登入。請使用有權存取此客戶的帳戶登入。`,
  refused: {
    consent: '此組織尚未同意所需的權限。系統管理員必須同意一次。',
    noAccess:
      '此帳戶無權存取該組織。請檢查委派管理關係 (GDAP) 是否有效，以及您是否屬於在其中具有角色的安全性群組。',
    policy: '組織的登入規則（條件式存取）不允許此次登入。',
    unknownApp:
      '此組織中沒有該應用程式。請檢查應用程式 (用戶端) 識別碼，以及系統管理員是否已在該組織中同意此應用程式。',
    notSinglePage:
      '該應用程式註冊為其他類型的應用程式。其重新導向 URI 必須位於「單頁應用程式」平台下。',
    other: 'Microsoft Entra ID 拒絕了此次登入。',
  },
  detail: 'Microsoft Entra ID 傳回的內容',

  scopes: {
    'DelegatedAdminRelationship.Read.All': '讀取與客戶的關係',
    'Directory.Read.All': '讀取客戶清單和群組的名稱',
    'LicenseAssignment.Read.All': '讀取授權',
    'LicenseAssignment.ReadWrite.All': '指派及撤銷授權',
    'Organization.Read.All': '讀取組織的名稱和網域',
    'User.Read.All': '讀取使用者',
    'User.ReadWrite.All': '設定使用位置',
  },
};
