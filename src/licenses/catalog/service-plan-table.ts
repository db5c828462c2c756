/**
 * Service plans by id: `id | part name | name`, and `| Company` for those that act for the whole
 * tenant and cannot be switched per user. Facts from Microsoft's "Product names and service plan
 * identifiers for licensing" (2026-07-29), the most used name where it gives several and without
 * those that are plainly another service's; `Company` as Graph's `appliesTo` says it in tenants.
 */
export const servicePlanTable = `
41781fb2-bc02-4b7c-bd55-b576c07bb09d | AAD_PREMIUM | Microsoft Entra ID P1
eec0eb4f-6444-4f95-aba0-50c24d67f998 | AAD_PREMIUM_P2 | Microsoft Entra ID P2
de377cbc-0019-4ec2-b77c-3f223947e102 | AAD_SMB | Microsoft Entra ID
932ad362-64a8-4783-9106-97849a1a30b9 | ADALLOM_S_DISCOVERY | Microsoft Defender for Cloud Apps Discovery
8c098270-9dd4-4350-9b30-ba4703f3b36b | ADALLOM_S_O365 | Office 365 Cloud App Security
2e2ddb96-6af9-4b1d-a3f0-d6ecfd22edb2 | ADALLOM_S_STANDALONE | Microsoft Defender for Cloud Apps
14ab5db5-e6c4-4b20-b4bc-13e36fd2227f | ATA | Microsoft Defender for Identity
f20fedf3-f3c3-43c3-8267-2bfdd51c0939 | ATP_ENTERPRISE | Microsoft Defender for Office 365 (Plan 1) | Company
2049e525-b859-401b-b2a0-e0a31c4b1fe4 | BI_AZURE_P0 | Power BI (free)
70d33638-9c74-4d01-bfd3-562de28bd4ba | BI_AZURE_P2 | Power BI Pro
0bf3c642-7bb5-4ccc-884e-59d09df0266c | BI_AZURE_P3 | Power BI Premium Per User
0d0c0d31-fae7-41f2-b909-eaf4d7f26dba | Bing_Chat_Enterprise | Commercial data protection for Microsoft Copilot
9bec7e34-c9fa-40b7-a9d1-bd6d1165c7ed | BPOS_S_DlpAddOn | Data Loss Prevention
5e62787c-c316-451f-b873-1d05acd4d12c | BPOS_S_TODO_1 | To-Do (Plan 1)
c87f142c-d1e9-4363-8630-aaea9c4d9ae5 | BPOS_S_TODO_2 | To-Do (Plan 2)
3fb82609-8c27-4f7b-bd51-30634711ee67 | BPOS_S_TODO_3 | To-Do (Plan 3)
80873e7a-cd2a-4e67-b061-1b5381a676a5 | BPOS_S_TODO_FIRSTLINE | To-Do (Firstline)
3da2fd4c-1bee-4b61-a17f-94c31e5cab93 | CDS_ATTENDED_RPA | Common Data Service Attended RPA
90db65a7-bf11-4904-a79f-ef657605145b | CDS_O365_F1 | Common Data Service for Teams
bed136c6-b799-4462-824d-fc045d3a9d25 | CDS_O365_P1 | Common Data Service for Teams
95b76021-6a53-4741-ab8b-1d1f3d66a95a | CDS_O365_P2 | Common Data Service for Teams
afa73018-811e-46e9-988f-f75d2b1b8430 | CDS_O365_P3 | Common Data Service for Teams
91f50f7b-2204-4803-acac-5cf5668b8b39 | CDSAICAPACITY_PERUSER | AI Builder capacity Per User add-on
74d93933-6f22-436e-9441-66d205435abb | CDSAICAPACITY_PERUSER_NEW | AI Builder capacity Per User add-on
a1ace008-72f3-4ea0-8dac-33b3a23a2472 | CLIPCHAMP | Microsoft Clipchamp
41fcdd7d-4733-4863-9cf4-c65b83ce2df4 | COMMUNICATIONS_COMPLIANCE | Microsoft Communications Compliance (retired)
6dc145d6-95dd-4191-b9c3-185575ee6f6b | COMMUNICATIONS_DLP | Microsoft Communications DLP
d9fa6af4-e046-4c89-9226-729a0786685d | Content_Explorer | Information Protection and Governance Analytics - Premium | Company
2b815d45-56e4-4e3a-b65c-66cb9175b560 | ContentExplorer_Standard | Information Protection and Governance Analytics - Standard
6db1f1db-2b46-403f-be40-e39395f08dbb | CUSTOMER_KEY | Microsoft Customer Key
3ec18638-bd4c-4d3b-8905-479ed636b83e | CustomerLockboxA_Enterprise | Customer Lockbox (A)
46129a58-a698-46f0-aa5b-17f6586297d9 | DATA_INVESTIGATIONS | Microsoft Data Investigations
99cd49a9-0e54-4e07-aea1-d8d9f5f704f5 | Defender_for_Iot_Enterprise | Defender for IoT - Enterprise IoT Security
8c7d2df8-86f0-4902-b2ed-a0458298f3b3 | Deskless | Microsoft StaffHub
d8c638e2-9508-40e3-9877-feb87603837b | DYN365_CDS_DEV_VIRAL | Common Data Service - DEV VIRAL
a6f677b3-62a6-4644-93e7-2a85d240845e | DYN365_CDS_FOR_PROJECT_P1 | Common Data Service for Project P1
ca6e61ec-d4f4-41eb-8b88-d96e0e14323f | DYN365_CDS_O365_F1 | Common Data Service
40b010bb-0b69-4654-ac5e-ba161433f4b4 | DYN365_CDS_O365_P1 | Common Data Service
4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14 | DYN365_CDS_O365_P2 | Common Data Service
28b0fa46-c39a-4188-89e2-58e979a6b014 | DYN365_CDS_O365_P3 | Common Data Service
6ea4c1ef-c259-46df-bce2-943342cd3cb2 | DYN365_CDS_P2 | Common Data Service - P2
50554c47-71d9-49fd-bc54-42a2765c555c | DYN365_CDS_PROJECT | Common Data Service for Project
17ab22cd-a0b3-4536-910a-cb6eb12696c0 | DYN365_CDS_VIRAL | Common Data Service
39b5c996-467e-4e60-bd62-46066f572726 | DYN365BC_MS_INVOICING | Microsoft Invoicing
4de31727-a228-4ec3-a5bf-8e45b5ca48cc | EQUIVIO_ANALYTICS | Office 365 Advanced eDiscovery
531ee2f8-b1cb-453b-9c21-d2180d014ca5 | EXCEL_PREMIUM | Microsoft Excel Advanced Analytics
34c0d7a0-a70f-4668-9238-47f9fc208882 | EXCHANGE_ANALYTICS | Microsoft MyAnalytics (Full)
176a09a6-7ec5-4039-ac02-b2791c6ba793 | EXCHANGE_S_ARCHIVE_ADDON | Exchange Online Archiving
4a82b400-a79f-41a4-b4e2-e94f5787b113 | EXCHANGE_S_DESKLESS | Exchange Online Kiosk
efb87545-963c-4e0d-99df-69c6916d9eb0 | EXCHANGE_S_ENTERPRISE | Exchange Online (Plan 2)
113feb6c-3fe4-4440-bddc-54d774bf0318 | EXCHANGE_S_FOUNDATION | Exchange Foundation | Company
9aaf7827-d63c-4b61-89c3-182f06f82e5c | EXCHANGE_S_STANDARD | Exchange Online (Plan 1)
c7ce3f26-564d-4d3a-878d-d8ab868c85fe | FLOW_DEV_VIRAL | Flow for Developer
fa200448-008c-4acb-abd4-ea106ed2199d | FLOW_FOR_PROJECT | Flow for Project
0f9b09cb-62d1-4ff4-9129-43f4996f83f4 | FLOW_O365_P1 | Power Automate for Office 365
76846ad7-7776-4c40-a281-a386362dd1b9 | FLOW_O365_P2 | Power Automate for Office 365
07699545-9485-468e-95b6-2fca3738be01 | FLOW_O365_P3 | Power Automate for Office 365
bd91b1a4-9f94-4ecf-b45b-3a65e5c8128a | FLOW_O365_S1 | Power Automate for Office 365 F3
50e68c76-46c6-4674-81f9-75456511b170 | FLOW_P2_VIRAL | Flow Free
d20bfa21-e9ae-43fc-93c2-20783f0840c3 | FLOW_P2_VIRAL_REAL | Flow P2 Viral
c5002c70-f725-4367-b409-f0eff4fee6c0 | FLOW_PER_USER | Flow per user plan
dc789ed8-0170-4b65-a415-eb77d5bb350a | Flow_PowerApps_PerUser | Power Automate for Power Apps per User Plan
159f4cd6-e380-449f-a816-af1a9ef76344 | FORMS_PLAN_E1 | Microsoft Forms (Plan E1)
2789c901-c14e-48ab-a76a-be334d9d793a | FORMS_PLAN_E3 | Microsoft Forms (Plan E3)
e212cbc7-0961-4c40-9825-01117710dcb1 | FORMS_PLAN_E5 | Microsoft Forms (Plan E5)
f07046bd-2a3c-4b96-b0be-dea79d7cbfb8 | FORMS_PLAN_K | Microsoft Forms (Plan F1)
82d30987-df9b-4486-b146-198b21d164c7 | GRAPH_CONNECTORS_COPILOT | Graph Connectors in Microsoft 365 Copilot
a6520331-d7d4-4276-95f5-15c0933bc757 | GRAPH_CONNECTORS_SEARCH_INDEX | Graph Connectors Search with Index
e26c2fcc-ab91-4a61-b35c-03cdc8dddf66 | INFO_GOVERNANCE | Microsoft Information Governance
c4801e8a-cb58-4c35-aca6-f2dcc106f287 | INFORMATION_BARRIERS | Information Barriers
d587c7a3-bda9-4f99-8776-9bcf59c84f75 | INSIDER_RISK | Microsoft Insider Risk Management
9d0c4ee5-e4a1-4625-ab39-d82b619b1a34 | INSIDER_RISK_MANAGEMENT | Microsoft Insider Risk Management (retired)
bb73f429-78ef-4ff2-83c8-722b04c3e7d1 | Intune-EPM | Intune Endpoint Privilege Management
a6e407da-7411-4397-8a2e-d9b52780849e | Intune-MAMTunnel | Microsoft Tunnel for Mobile Application Management
c1ec4a95-1f05-45b3-a911-aa3fa01094f5 | INTUNE_A | Microsoft Intune Plan 1
2a4baa0e-5e99-4c38-b1f2-6864960f1bd1 | Intune_AdvancedEA | Microsoft Intune Advanced Analytics
1689aade-3d6a-4bfc-b017-46d2672df5ad | Intune_Defender | Microsoft Defender for Endpoint security management
882e1d05-acd1-4ccb-8708-6ee03664b117 | INTUNE_O365 | Mobile Device Management for Office 365 | Company
d9923fe3-a2de-4d29-a5be-e3e83bb786be | INTUNE_P2 | Intune Plan 2
8e9ff0ff-aa7a-4b20-83c1-2f636b600ac2 | INTUNE_SMBIZ | Microsoft Intune
73b2a583-6a59-42e3-8e83-54db46bc3278 | KAIZALA_O365_P1 | Microsoft Kaizala Pro
54fc630f-5a40-48ee-8965-af0503c1386e | KAIZALA_O365_P2 | Microsoft Kaizala Pro
aebd3021-9f8f-4bf8-bbe3-0ed2f4f047a1 | KAIZALA_O365_P3 | Microsoft Kaizala Pro
0898bdbb-73b0-471a-81e5-20f1fe4dd66e | KAIZALA_STANDALONE | Microsoft Kaizala Pro
9f431833-0334-42de-a7dc-70aa40db46db | LOCKBOX_ENTERPRISE | Customer Lockbox
2f442157-a11c-46b9-ae5b-6e39ff4e5849 | M365_ADVANCED_AUDITING | Microsoft 365 Advanced Auditing
f6de4823-28fa-440b-b886-4783fa86ddba | M365_AUDIT_PLATFORM | Microsoft 365 Audit Platform
a62f8878-de10-42f3-b68f-6149a25ceb97 | M365_COPILOT_APPS | Microsoft 365 Copilot in Productivity Apps
3f30311c-6b1e-48a4-ab79-725b469da960 | M365_COPILOT_BUSINESS_CHAT | Microsoft Copilot with Graph-grounded chat
89f1c4c8-0878-40f7-804d-869c9128ab5d | M365_COPILOT_CONNECTORS | Power Platform Connectors in Microsoft 365 Copilot
931e4a88-a67f-48b5-814f-16a5f1e6028d | M365_COPILOT_INTELLIGENT_SEARCH | Intelligent Search
b95945de-b3bd-46db-8437-f2beb6ea2347 | M365_COPILOT_TEAMS | Microsoft 365 Copilot in Microsoft Teams
6f23d6a9-adbf-481c-8538-b4c095654487 | M365_LIGHTHOUSE_CUSTOMER_PLAN1 | Microsoft 365 Lighthouse (Plan 1)
d55411c9-cfff-40a9-87c7-240f14df7da5 | M365_LIGHTHOUSE_PARTNER_PLAN1 | Microsoft 365 Lighthouse (Plan 2)
42a3ec34-28ba-46b6-992f-db53a675ac5b | MCO_TEAMS_IW | Microsoft Teams
711413d0-b36e-4cd4-93db-0a50a4ab7ea3 | MCO_VIRTUAL_APPT | Microsoft Teams Premium Virtual Appointments
4828c8ec-dc2e-4779-b502-87ac9ce28ab7 | MCOEV | Microsoft 365 Phone System
f47330e9-c134-43b3-9993-e7f004506889 | MCOEV_VIRTUALUSER | Microsoft 365 Phone Standard Resource Account
afc06cb0-b4f4-4473-8286-d644f70d8faf | MCOIMP | Skype for Business Online (Plan 1)
3e26ee1f-8a5f-4d52-aee2-b81ce45c8f40 | MCOMEETADV | Microsoft 365 Audio Conferencing
4ed3ff63-69d7-4fb7-b984-5aec7f605ca8 | MCOPSTN1 | Microsoft 365 Domestic Calling Plan
5a10155d-f5c1-411a-a8ec-e99aae125390 | MCOPSTN2 | Domestic and International Calling Plan
54a152dc-90de-4996-93d2-bc47e670fc06 | MCOPSTN5 | Microsoft 365 Domestic Calling Plan (120 min)
505e180f-f7e0-4b65-91d4-00d670bbd18c | MCOPSTNC | Communications Credits
754aec36-45fc-4eaa-bcaf-44f6cb1f553c | MCOSMS5 | Microsoft 365 SMS 100 Units
0feaeb32-d00e-4d66-bd5a-43b5b83db82c | MCOSTANDARD | Skype for Business Online (Plan 2)
292cc034-7b7c-4950-aaf5-943befd3f1d4 | MDE_LITE | Microsoft Defender for Endpoint Plan 1
bfc1bbd9-981b-4f71-9b82-17c35fd0e2a4 | MDE_SMB | Microsoft Defender for Business
3efbd4ed-8958-4824-8389-1321f8730af8 | MESH_AVATARS_ADDITIONAL_FOR_TEAMS | Avatars for Teams (additional)
dcf9d2f4-772e-4434-b757-77a453cfbc02 | MESH_AVATARS_FOR_TEAMS | Avatars for Teams
f0ff6ac6-297d-49cd-be34-6dfef97f0c28 | MESH_IMMERSIVE_FOR_TEAMS | Immersive spaces for Teams
8a256a2b-b617-496d-b51b-e76466e88db0 | MFA_PREMIUM | Microsoft Azure Multi-Factor Authentication
a413a9ff-720c-4822-98ef-2f37c2a21f4c | MICROSOFT_COMMUNICATION_COMPLIANCE | Microsoft 365 Communication Compliance
85704d55-2e73-47ee-93b4-4b8ea14db92b | MICROSOFT_ECDN | Microsoft eCDN
c4b8c31a-fb44-4c65-9837-a21f55fcabda | MICROSOFT_LOOP | Microsoft Loop
94065c59-bc8e-4e8b-89e5-5138d471eaff | MICROSOFT_SEARCH | Microsoft Search | Company
199a5c09-e0ca-4e37-8f7c-b05d533e1ea2 | MICROSOFTBOOKINGS | Microsoft Bookings
64bfac92-2b17-4482-b5e5-a0304429de3e | MICROSOFTENDPOINTDLP | Microsoft Endpoint DLP
5136a095-5cf0-4aff-bec3-e84448b38ea5 | MIP_S_CLP1 | Information Protection for Office 365 - Standard
efb0351d-3b08-4503-993d-383af8de41e3 | MIP_S_CLP2 | Information Protection for Office 365 - Premium
cd31b152-6326-4d1b-ae1b-997b625182e6 | MIP_S_Exchange | Data Classification in Microsoft 365
d2d51368-76c9-4317-ada2-a12c004c432f | ML_CLASSIFICATION | Microsoft ML-Based Classification
bf28f719-7844-4079-9c78-c1307898e192 | MTP | Microsoft 365 Defender
33c4f319-9bdd-48d6-9c4d-410b750a4a5a | MYANALYTICS_P2 | Insights by MyAnalytics
db4d623d-b514-490b-b7ef-8885eee514de | Nucleus | Nucleus | Company
5bfe124c-bbdc-4494-8835-f1297d457d79 | O365_SB_Relationship_Management | Outlook Customer Manager (retired)
094e7854-93fc-4d55-b2c0-3ab5369ebdc1 | OFFICE_BUSINESS | Microsoft 365 Apps for business
276d6e8a-f056-4f70-b7e8-4fc27f79f809 | OFFICE_SHARED_COMPUTER_ACTIVATION | Office Shared Computer Activation
c63d4d19-e8cb-460e-b37c-4d6c34603745 | OFFICEMOBILE_SUBSCRIPTION | Office Mobile Apps for Office 365
43de0ff5-c92c-492b-9116-175376d08c38 | OFFICESUBSCRIPTION | Microsoft 365 Apps for enterprise
da792a53-cbc0-4184-a10d-e544dd34b3c1 | ONEDRIVE_BASIC | OneDrive for Business (Basic)
4495894f-534f-41ca-9d3b-0ebf1220a423 | ONEDRIVE_BASIC_P2 | OneDrive for Business (Basic 2)
afcafa6a-d966-4462-918c-ec0b4e0fe642 | ONEDRIVEENTERPRISE | OneDrive for Business (Plan 2)
13696edf-5a08-49f6-8134-03083ed8ba30 | ONEDRIVESTANDARD | OneDrive for Business (Plan 1)
b1188c4c-1b36-4018-b48b-ee07604f6feb | PAM_ENTERPRISE | Office 365 Privileged Access Management
13b6da2c-0d84-450e-9f69-a33e221387ca | PEOPLE_SKILLS_FOUNDATION | People Skills - Foundation
1fe6227d-3e01-46d0-9510-0acad4ff6e94 | PLACES_CORE | Places Core
375cd0ad-c407-49fd-866a-0bff4f8a9a4d | POWER_AUTOMATE_ATTENDED_RPA | Power Automate RPA Attended
00283e6b-2bd8-440f-a2d5-87358e4c89a1 | Power_Automate_For_Project_P1 | Power Automate for Project P1
60bf28f9-2b70-4522-96f7-335f5e06c941 | Power_Pages_Internal_User | Power Pages Internal User
ba2fdb48-290b-4632-b46a-e4ecc58ac11a | POWER_VIRTUAL_AGENTS_O365_F1 | Power Virtual Agents for Office 365
0683001c-0492-4d59-9515-d9a6426b5813 | POWER_VIRTUAL_AGENTS_O365_P1 | Power Virtual Agents for Office 365
041fe683-03e4-45b6-b1af-c0cdc516daee | POWER_VIRTUAL_AGENTS_O365_P2 | Power Virtual Agents for Office 365
ded3d325-1bdc-453e-8432-5bac26d7a014 | POWER_VIRTUAL_AGENTS_O365_P3 | Power Virtual Agents for Office 365
a2729df7-25f8-4e63-984b-8a8484121554 | POWERAPPS_DEV_VIRAL | PowerApps for Developer
92f7a6f3-b89b-4bbd-8c30-809e6da5ad1c | POWERAPPS_O365_P1 | Power Apps for Office 365
c68f8d98-5534-41c8-bf36-22fa496fa792 | POWERAPPS_O365_P2 | Power Apps for Office 365
9c0dab89-a30c-4117-86e7-97bda240acd2 | POWERAPPS_O365_P3 | Power Apps for Office 365 (Plan 3)
e0287f9f-e222-4f98-9a83-f379e249159a | POWERAPPS_O365_S1 | Power Apps for Office 365 F3
d5368ca3-357e-4acb-9c21-8495fb025d1f | POWERAPPS_P2_VIRAL | PowerApps Trial
ea2cf03b-ac60-46ae-9c1d-eeaeb63cec86 | POWERAPPS_PER_USER | Power Apps per User Plan
617b097b-4b93-4ede-83de-5f075bb5fb2f | PREMIUM_ENCRYPTION | Premium Encryption in Office 365
fafd7243-e5c1-4a3a-9e40-495efcb1d3c3 | PROJECT_CLIENT_SUBSCRIPTION | Project Online Desktop Client
1259157c-8581-4875-bca7-2ffb18c51bda | PROJECT_ESSENTIALS | Project Online Essentials
7f6f28c2-34bb-4d4b-be36-48ca2e77e1ec | PROJECT_O365_F3 | Project for Office (Plan F)
a55dfd10-0864-46d9-a3cd-da5991a3e0e2 | PROJECT_O365_P1 | Project for Office (Plan E1)
31b4e2fc-4cd6-4e7d-9c1b-41407303bd66 | PROJECT_O365_P2 | Project for Office (Plan E3)
b21a6b06-1988-436e-a07b-51ec6d9f52ad | PROJECT_O365_P3 | Project for Office (Plan E5)
4a12c688-56c6-461a-87b1-30d6f32136f9 | PROJECT_P1 | Project P1
818523f5-016b-4355-9be8-ed6944946ea7 | PROJECT_PROFESSIONAL | Project P3
b737dad2-2f6c-4c65-90e3-ca563267e8b9 | PROJECTWORKMANAGEMENT | Microsoft Planner
c948ea65-2053-4a5a-8a62-9eaaaf11b522 | PURVIEW_DISCOVERY | Purview Discovery
65cc641f-cccd-4643-97e0-a17e3045e541 | RECORDS_MANAGEMENT | Microsoft Records Management
a4c6cf29-1168-4076-ba5c-e8fe0e62b17e | REMOTE_HELP | Remote help
31cf2cfc-6b0d-4adc-a336-88b724ed8122 | RMS_S_BASIC | Microsoft Azure Rights Management Service
bea4c11e-220a-4e6d-8eb8-8ea15d019f90 | RMS_S_ENTERPRISE | Azure Rights Management
6c57d4b6-3b23-47a5-9bc9-69f17b4947b3 | RMS_S_PREMIUM | Azure Information Protection Premium P1
5689bec4-755d-4753-8b61-40975025187c | RMS_S_PREMIUM2 | Azure Information Protection Premium P2
bf6f5520-59e3-4f82-974b-7dbbc4fd27c7 | SAFEDOCS | Office 365 SafeDocs
fe71d6c3-a2ea-4499-9778-da042bf08063 | SHAREPOINT_PROJECT | Project Online Service
902b47e5-dcb2-4fdc-858b-c63a90a2bdb9 | SHAREPOINTDESKLESS | SharePoint Kiosk
5dbe027f-2339-4123-9542-606e4d348a72 | SHAREPOINTENTERPRISE | SharePoint (Plan 2)
c7699d2e-19aa-44de-8edf-1736da088ca1 | SHAREPOINTSTANDARD | SharePoint (Plan 1)
be5a7ed5-c598-4fcd-a061-5e6724c68a58 | SHAREPOINTSTORAGE | Office 365 Extra File Storage | Company
e95bec33-7c88-4a70-8e19-b10bd9d0c014 | SHAREPOINTWAC | Office for the Web
743dd19e-1ce3-4c62-a3ad-49ba8f63a2f6 | STREAM_O365_E1 | Microsoft Stream for Office 365 E1
9e700747-8b1d-45e5-ab8d-ef187ceec156 | STREAM_O365_E3 | Microsoft Stream for Office 365 E3
6c6042f5-6f01-4d67-b8c1-eb99d36eed3e | STREAM_O365_E5 | Microsoft Stream for Office 365 E5
3ffba0d2-38e5-4d5e-8ec0-98f2b05c09d9 | STREAM_O365_K | Microsoft Stream for Office 365 F3
3c53ea51-d578-46fa-a4c0-fd0a92809a60 | STREAM_O365_SMB | Stream for Office 365
a23b959c-7ce8-4e57-9140-b90eb88a9e97 | SWAY | Sway
57ff2da0-773e-42df-b2af-ffb7a2317929 | TEAMS1 | Microsoft Teams
8081ca9c-188c-4b49-a8e5-c23b5e9463a8 | Teams_Room_Basic | Teams Room Basic
ec17f317-f4bc-451e-b2da-0167e5c260f9 | Teams_Room_Pro | Teams Room Pro
c8529366-cffd-4415-ab8f-be0144a33ab1 | Teams_Rooms_Basic | Teams Rooms Basic
cc8c0802-a325-43df-8cba-995d0c6cb373 | TEAMSPRO_CUST | Microsoft Teams Premium Personalized
0504111f-feb8-4a3c-992a-70280f9a2869 | TEAMSPRO_MGMT | Microsoft Teams Premium Intelligent
f8b44f54-18bb-46a3-9658-44ab58712968 | TEAMSPRO_PROTECTION | Microsoft Teams Premium Secure
9104f592-f2a7-4f77-904c-ca5a5715883f | TEAMSPRO_VIRTUALAPPT | Microsoft Teams Premium Virtual Appointment
78b58230-ec7e-4309-913c-93a45cc4735b | TEAMSPRO_WEBINAR | Microsoft Teams Premium Webinar
8e0c0a52-6a6c-4d40-8370-dd62790dcd70 | THREAT_INTELLIGENCE | Microsoft Defender for Office 365 (Plan 2)
795f6fe0-cc4d-4773-b050-5dde4dc704c9 | UNIVERSAL_PRINT_01 | Universal Print
e7c91390-7625-45be-94e0-e16907e03118 | Virtualization Rights for Windows 10 (E3/E5+VDA) | Windows 10/11 Enterprise
663a804f-1c30-4ff0-9915-9db84f0d1cea | VISIO_CLIENT_SUBSCRIPTION | Visio Desktop App
2bdbaf8f-738f-4ac7-9234-3c3ee2ce7d0f | VISIOONLINE | Visio Web App
b76fb638-6ba6-402a-b9f9-83d28acb3d86 | VIVA_LEARNING_SEEDED | Viva Learning Seeded
a82fbf69-b4d7-49f4-83a6-915b2cf354f4 | VIVAENGAGE_CORE | Viva Engage Core
36b29273-c6d0-477a-aca6-6fbe24f538e3 | WHITEBOARD_FIRSTLINE1 | Whiteboard (Firstline)
b8afc642-032e-4de5-8c0a-507a7bba7e5d | WHITEBOARD_PLAN1 | Whiteboard (Plan 1)
94a54592-cd8b-425e-87c6-97868b000b91 | WHITEBOARD_PLAN2 | Whiteboard (Plan 2)
4a51bca5-1eff-43f5-878c-177680f191af | WHITEBOARD_PLAN3 | Whiteboard (Plan 3)
e041597c-9c7f-4ed9-99b0-2663301576f7 | WIN10_ENT_LOC_F1 | Windows 10 Enterprise E3 (Local Only)
21b439ba-a0ca-424f-a6cc-52f954a5b111 | WIN10_PRO_ENT_SUB | Windows 10/11 Enterprise (Original)
8e229017-d77b-43d5-9305-903395523b99 | WINBIZ | Windows 10/11 Business
871d91ec-ec1a-452b-a83f-bd76c7d770ef | WINDEFATP | Microsoft Defender for Endpoint
9a6eeb79-0b4b-4bf0-9808-39d99a2cd5a3 | Windows_Autopatch | Windows Autopatch
7bf960f6-2cd9-443a-8046-5dbff9558365 | WINDOWSUPDATEFORBUSINESS_DEPLOYMENTSERVICE | Windows Update for Business Deployment Service
7547a3fe-08ee-4ccb-b430-5077c5041653 | YAMMER_ENTERPRISE | Yammer Enterprise
`;
