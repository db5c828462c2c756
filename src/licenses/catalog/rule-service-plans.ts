/**
 * Service plans that rules are about and no product of the catalog has, in the form of
 * `servicePlanTable`. Names are Microsoft's ("Product names and service plan identifiers for
 * licensing", 2026-07-29), in ordinary letters; where it has none, the part name as words.
 */
export const ruleServicePlans = `
119cf168-b6cf-41fb-b82e-7fee7bae5814 | CRMPLAN1 | CRM Plan 1
bf36ca64-95c6-4918-9275-eb9f4ce2c04f | CRMPLAN2 | Microsoft Dynamics CRM Online Basic
f9646fb2-e3b2-4309-95de-dc4833737456 | CRMSTANDARD | Microsoft Dynamics CRM Online Professional
056a5f80-b4e0-4983-a8be-7ad254a113c9 | DYN365_ENTERPRISE_P1_IW | Dynamics 365 P1 Trial for Information Workers
2da8e897-7791-486b-b08f-cc63c8129df7 | DYN365_ENTERPRISE_SALES | Dynamics 365 for Sales
6a54b05e-4fab-40e7-9828-428db3b336fa | DYN365_ENTERPRISE_TEAM_MEMBERS | Dynamics 365 for Team Members
ba5f0cfa-d54a-4ea0-8cf4-a7e1dc4423d8 | EMPLOYEE_SELF_SERVICE | Employee Self Service
90927877-dcff-4af6-b346-2332c0b15bb7 | EXCHANGE_B_STANDARD | Exchange Online POP
da040e0a-b393-4bea-bb76-928b3fa1cf5a | EXCHANGE_S_ARCHIVE | Exchange Online Archiving for Exchange Server
1126bef5-da20-4f07-b45e-ad25d2581aa8 | EXCHANGE_S_ESSENTIALS | Exchange Essentials
fc52cc4b-ed7d-472d-bbe7-b081c23ecc56 | EXCHANGE_S_STANDARD_MIDMARKET | Exchange Online Plan
6a76346d-5d6e-4051-9fe3-ed3f312b5597 | RMS_S_ENTERPRISE_GOV | Azure Rights Management
3e170737-c728-4eae-bbb9-3f3360f7184c | INTUNE_A_VL | Microsoft Intune Plan 1
2dc63b8a-df3d-448f-b683-8655877c9360 | INTUNE_B | Intune B
a361d6e2-509e-4e25-a8ad-950060064ef4 | SHAREPOINT_S_DEVELOPER | SharePoint for Developer
63038b2c-28d0-45f6-bc36-33062963b498 | SHAREPOINTENTERPRISE_EDU | SharePoint (Plan 2) for Education
6b5b6a67-fc72-4a1f-a2b5-beecf05de761 | SHAREPOINTENTERPRISE_MIDMARKET | SharePoint (Plan 1)
a1f3d0a8-84c0-4ae0-bae4-685917b8ab48 | SHAREPOINTLITE | SharePoint Lite
0a4983bb-d3e5-4a09-95d8-b2d0127b3df5 | SHAREPOINTSTANDARD_EDU | SharePoint (Plan 1) for Education
4c9efd0c-8de7-4c71-8295-9f5fdb0dd048 | SHAREPOINTSTANDARD_YAMMERSHADOW | SharePoint Standard Yammer Shadow
b2669e95-76ef-4e7e-a367-002f60a39f3e | MCOSTANDARD_MIDMARKET | Skype for Business Online (Plan 2) for Midsize
70710b6b-3ab4-4a38-9f6d-9f169461650a | MCOLITE | Skype for Business Online (Plan P1)
2078e8df-cff6-4290-98cb-5408261a760a | YAMMER_EDU | Yammer for Academic
41bf139a-4e60-409f-9346-a1361efc6dfb | YAMMER_MIDSIZE | Yammer Midsize
4fa4026d-ce74-4962-a151-8e96d57ea8e4 | TEAMS_FREE | Microsoft Teams (free)
f477b0f0-3bb1-4890-940c-40fcee6ce05f | WORKPLACE_ANALYTICS | Microsoft Workplace Analytics
`;
