/** For how long a mail is kept after it was delivered or given up. */
export const mailKeptDays = 30
