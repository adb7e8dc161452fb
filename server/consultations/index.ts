export { holdConsultation, seeConsultation } from './hold-consultation.ts'
export { powersAt } from './powers.ts'
export { phaseOn, visibleTo } from './records.ts'
export { leadsTable, mayLead, mayTakePart } from './rules.ts'
