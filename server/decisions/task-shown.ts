import { saidIn } from '../by-language.ts'
import type { Powers } from '../consultations/contract.ts'
import type { Language } from '../ground.ts'
import type { TaskShown } from './contract.ts'
import type { TaskRow } from './records-tasks.ts'
import { mayReport, taskStateOn } from './rules.ts'

/** A task as one reader sees it on a day: late from the day after it was due. */
export function taskShown(
  row: TaskRow,
  { powers, today, language }: { powers: Powers; today: string; language: Language },
): TaskShown {
  const {
    organisationId,
    meetingId,
    meetingNumber,
    meetingTitle,
    hasMinutes,
    tableId: _,
    isDone,
    ...task
  } = row
  return {
    ...task,
    state: taskStateOn({ isDone, dueOn: task.dueOn }, today),
    isReviewDue: !isDone && task.reviewOn !== null && task.reviewOn <= today,
    meeting: { id: meetingId, number: meetingNumber, title: saidIn(meetingTitle, language), hasMinutes },
    reports: task.reports.map((report) => ({ ...report, at: new Date(report.at) })),
    mayReport: mayReport({ organisationId }, powers) === true,
  }
}
