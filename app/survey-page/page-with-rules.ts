// The script of a page of a survey whose questions depend on answers: with what works expressions out.
import './page.ts'
import { dataSent } from './data-sent.ts'
import { surveyForm } from './fields.ts'
import { startRules } from './keep-true.ts'

const sent = dataSent()
const form = surveyForm()
if (sent && form) startRules(form, sent)
