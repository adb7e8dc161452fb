/** Beside the codes of regions: a coordinator is an official of all of them, and looks after the platform. */
export const coordinator = 'coordinator'
