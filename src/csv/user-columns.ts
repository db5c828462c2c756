import { looseText } from './loose-text.ts';

/** What a column of a users CSV is read as. `aside`: it is not read. */
export const userColumns = [
  'userPrincipalName',
  'displayName',
  'licenses',
  'objectId',
  'usageLocation',
  'blocked',
  'enabled',
  'department',
  'addresses',
  'mail',
  'userType',
  'deletedAt',
  'isDeleted',
  'aside',
] as const;

export type UserColumn = (typeof userColumns)[number];

/** Headings in English, 简体中文, 繁體中文 and some that were seen, of the admin center, Entra, PowerShell and Graph's reports. */
const HEADINGS: Readonly<Record<Exclude<UserColumn, 'aside'>, string>> = {
  userPrincipalName: `user principal name|userprincipalname|upn|signinname|sign-in name|
    用户主体名称|用户主体名|使用者主體名稱|使用者主要名稱|nombre principal del usuario|nombre principal de usuario`,
  displayName: `display name|displayname|显示名称|顯示名稱|nombre para mostrar`,
  licenses: `licenses|license assignment details|assignedlicenses|assigned products|assignedproducts|
    许可证|分配的许可证|授權|指派的授權|licencias`,
  objectId: `object id|objectid|id|对象 id|對象 id|物件 id|物件識別碼`,
  usageLocation: `usage location|usagelocation|使用位置|使用地點|ubicacion de uso|ubicación de uso`,
  blocked: `block credential|blockcredential|sign-in blocked|阻止凭据|已阻止登录|封鎖認證|已封鎖登入`,
  enabled: `accountenabled|account enabled|启用帐户|帐户已启用|已啟用帳戶|帳戶已啟用`,
  department: `department|部门|部門|departamento`,
  addresses: `proxy addresses|proxyaddresses|代理地址|proxy 位址|proxy 地址`,
  mail: `mail|email|e-mail|email address|电子邮件|电子邮件地址|電子郵件|電子郵件地址`,
  userType: `usertype|user type|用户类型|使用者類型`,
  deletedAt: `soft deletion time stamp|soft deletion timestamp|softdeletiontimestamp|deletiontimestamp|
    deleted date|deleteddate|deleteddatetime|deleted on|软删除时间戳|删除日期|虛刪除時間戳記|刪除日期`,
  isDeleted: `is deleted|isdeleted|已删除|已刪除`,
};

const columns = new Map(
  userColumns.flatMap((column) =>
    column === 'aside'
      ? []
      : HEADINGS[column].split('|').map((heading) => [looseText(heading), column] as const),
  ),
);

/** What the column under this heading is read as when nobody says otherwise. */
export const userColumnOf = (heading: string): UserColumn =>
  columns.get(looseText(heading)) ?? 'aside';
