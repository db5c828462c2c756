import { looseText } from './loose-text.ts';

/**
 * What a column of an assignment list tells. `toAssign` and `toRevoke`: products, whatever the row says of
 * others. `aside`: something about the user that asks for nothing.
 */
export type HeadingRole =
  | 'user'
  | 'customer'
  | 'product'
  | 'toAssign'
  | 'toRevoke'
  | 'action'
  | 'servicePlansOff'
  | 'aside';

/** Headings in English, 简体中文 and 繁體中文, as the admin center, Entra, PowerShell, scripts and our exports write them. */
const HEADINGS: Readonly<Record<HeadingRole, string>> = {
  user: `user principal name|userprincipalname|upn|user|username|user name|user id|userid|login|
    sign-in name|email|e-mail|mail|email address|e-mail address|primary email|object id|objectid|
    用户主体名称|用户|用户名|登录名|电子邮件|电子邮件地址|邮箱|对象 id|
    使用者主體名稱|使用者|使用者名稱|登入名稱|電子郵件|電子郵件地址|信箱|物件識別碼|物件 id`,
  customer: `customer|customer name|customer domain|customer id|tenant|tenant name|tenant domain|
    tenant id|tenantid|default domain|primary domain|客户|客户名称|客户域|租户|租户名称|租户 id|租户域|
    客戶|客戶名稱|客戶網域|租用戶|租用戶名稱|租用戶識別碼|租用戶 id|租用戶網域`,
  product: `product|product name|product display name|product_display_name|license|license name|sku|
    sku id|skuid|sku part number|skupartnumber|part number|product id|string_id|string id|
    产品|产品名称|许可证|部件号|产品 id|产品编号|
    產品|產品名稱|授權|零件編號|組件編號|料號|產品識別碼|產品 id|產品編號`,
  toAssign: `assign|to assign|assign license|assign licenses|assign product|assign products|
    license to assign|licenses to assign|product to assign|products to assign|
    add|to add|add license|add licenses|addlicenses|add product|add products|license to add|
    licenses to add|product to add|products to add|new license|new licenses|new product|new products|
    requested license|requested licenses|requested product|requested products|
    分配|添加|要分配的许可证|要分配的产品|分配许可证|分配产品|添加许可证|添加产品|新许可证|
    指派|新增|要指派的授權|要指派的產品|指派授權|指派產品|新增授權|新增產品|新授權`,
  toRevoke: `revoke|to revoke|revoke license|revoke licenses|revoke product|revoke products|
    license to revoke|licenses to revoke|product to revoke|products to revoke|
    remove|to remove|remove license|remove licenses|removelicenses|remove product|remove products|
    license to remove|licenses to remove|product to remove|products to remove|unassign|
    unassign license|unassign licenses|
    撤销|移除|要撤销的许可证|要撤销的产品|撤销许可证|撤销产品|移除许可证|移除产品|
    撤銷|要撤銷的授權|要撤銷的產品|撤銷授權|撤銷產品|移除授權|移除產品`,
  action: `action|change|操作|动作|动作类型|動作|更改|變更`,
  servicePlansOff: `service plans off|service plan off|disabled service plans|disabled plans|
    disabledplans|disabledserviceplans|关闭的服务计划|已关闭的服务计划|禁用的服务计划|已禁用的服务计划|
    關閉的服務方案|已關閉的服務方案|停用的服務方案|已停用的服務方案`,
  aside: `display name|displayname|name|first name|last name|given name|givenname|surname|department|
    title|job title|jobtitle|office|office location|officelocation|company|company name|companyname|
    city|state|country|country/region|street address|streetaddress|postal code|postalcode|phone number|
    mobile phone|mobilephone|telephonenumber|usage location|usagelocation|block credential|
    accountenabled|usertype|user type|creationtype|directorysynced|dirsyncenabled|when created|
    createddatetime|proxy addresses|alternateemailaddress|licenses|license assignment details|
    preferred language|fax|manager|cost center|employee id|employeeid|notes|note|comment|comments|
    reference|outcome|status|row in the file|not followed because|
    文件中的行号|檔案中的列號|不执行的原因|不執行的原因|
    显示名称|姓名|名字|姓氏|部门|职务|办公室|公司|城市|使用位置|备注|说明|状态|
    顯示名稱|名稱|部門|職稱|辦公室|公司名稱|縣市|備註|說明|狀態`,
};

/** The loose text of the heading under which stands what people hold, or in a list what they are to get. */
export const LICENSES = 'licenses';

const roles = new Map(
  (Object.keys(HEADINGS) as HeadingRole[]).flatMap((role) =>
    HEADINGS[role].split('|').map((heading) => [looseText(heading), role] as const),
  ),
);

/** What the column under this heading tells; null when the heading is none that is in use for this. */
export const headingRole = (heading: string): HeadingRole | null =>
  roles.get(looseText(heading)) ?? null;
