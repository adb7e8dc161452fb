import { isOverdueToTell, tellOverdue } from '../answers/index.ts'
import { isHeadDue, publishHead } from '../audit/index.ts'
import { closeDueBallots, openDueBallots } from '../ballots/index.ts'
import { isLapseToTell, tellLapsed } from '../consultations/index.ts'
import type { Ground } from '../ground.ts'
import { deliverMails, isMailDue, mayDeliver } from '../mails/index.ts'
import { isReminderDue, remindOfMeetings } from '../meetings/index.ts'
import { isAnyMissed, isDigestDue, sendDigests, tellWhatWasMissed } from '../notices/index.ts'
import { analyseForgotten, isAnyForgotten } from '../opinions/index.ts'
import {
  isAnyToShuffle,
  isPollDue,
  isVoteNear,
  remindVoters,
  settleDuePolls,
  shuffleBoxes,
} from '../polls/index.ts'
import { isAnyToShuffleApart, isSurveyDue, settleDueSurveys, shuffleApart } from '../surveys/index.ts'
import { shuffleMinutes } from '../responses/words.ts'
import { forgetOld } from './forget-old.ts'
import { isBallotDue } from './records.ts'
import type { JobName } from './words.ts'

export type Job = {
  name: JobName
  /** How often to look whether there is anything to do; a job is made only then, so that an idle platform rests. */
  lookEverySeconds: number
  isDue(ground: Ground): Promise<boolean>
  /** Does all there is; doing it twice does nothing more. */
  run(ground: Ground): Promise<unknown>
}

export const jobs: Job[] = [
  {
    name: 'deliver-mails',
    lookEverySeconds: 2,
    isDue: async (ground) => mayDeliver(ground.settings) && isMailDue(ground.db, ground.now()),
    run: deliverMails,
  },
  {
    name: 'settle-ballots',
    lookEverySeconds: 4,
    isDue: async (ground) =>
      (await isBallotDue(ground.db, ground.now())) || (await isPollDue(ground.db, ground.now())),
    run: async (ground) => {
      await openDueBallots(ground)
      await closeDueBallots(ground)
      await settleDuePolls(ground)
    },
  },
  {
    name: 'settle-surveys',
    lookEverySeconds: 4,
    isDue: (ground) => isSurveyDue(ground.db, ground.now()),
    run: settleDueSurveys,
  },
  {
    name: 'tell-missed-notices',
    lookEverySeconds: 14,
    isDue: (ground) => isAnyMissed(ground, 10),
    run: (ground) => tellWhatWasMissed(ground),
  },
  { name: 'tell-overdue-answers', lookEverySeconds: 60, isDue: isOverdueToTell, run: tellOverdue },
  { name: 'tell-ended-mandates', lookEverySeconds: 60, isDue: isLapseToTell, run: tellLapsed },
  { name: 'send-digests', lookEverySeconds: 60, isDue: isDigestDue, run: sendDigests },
  { name: 'remind-meetings', lookEverySeconds: 60, isDue: isReminderDue, run: remindOfMeetings },
  {
    name: 'find-unread-answers',
    lookEverySeconds: 600,
    isDue: isAnyForgotten,
    run: analyseForgotten,
  },
  // Often: the twentieth paper counts as much as the quarter of an hour.
  { name: 'shuffle-boxes', lookEverySeconds: 2, isDue: isAnyToShuffle, run: shuffleBoxes },
  { name: 'remind-voters', lookEverySeconds: 60, isDue: isVoteNear, run: remindVoters },
  { name: 'publish-audit-head', lookEverySeconds: 600, isDue: isHeadDue, run: publishHead },
  {
    name: 'shuffle-responses',
    lookEverySeconds: shuffleMinutes * 60,
    isDue: isAnyToShuffleApart,
    run: shuffleApart,
  },
  { name: 'forget-old', lookEverySeconds: 6 * 3600, isDue: async () => true, run: forgetOld },
]
