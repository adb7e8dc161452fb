export { readDemoMail } from './read-demo-mail.ts'
export { sendMail } from './send-mail.ts'
