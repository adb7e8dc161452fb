export { appointOfficial } from './appoint-official.ts'
export { endOfficial } from './end-official.ts'
export { listOfficials } from './list-officials.ts'
export { nameAdministrator } from './name-administrator.ts'
