import { saidIn } from '../by-language.ts'
import type { Language } from '../ground.ts'
import type { BriefContent, BriefInWords } from './contract.ts'

export function inWords({ consultation, table }: BriefContent, language: Language): BriefInWords {
  return {
    title: saidIn(consultation.title, language),
    goal: saidIn(consultation.goal, language),
    table: saidIn(table.name, language),
  }
}
