export { deliverMails, mayDeliver } from './deliver-mails.ts'
export { readDemoMail } from './read-demo-mail.ts'
export { countOutbox, isMailDue, retryFailedMails } from './records.ts'
export { sendMail } from './send-mail.ts'
