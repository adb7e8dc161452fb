import type { Migration } from 'kysely'
import * as people from './010-people.ts'
import * as territories from './020-territories.ts'
import * as territoriesOfItaly from './021-territories-of-italy.ts'
import * as organisations from './030-organisations.ts'
import * as tables from './040-tables.ts'
import * as consultations from './050-consultations.ts'
import * as needs from './060-needs.ts'
import * as rooms from './070-rooms.ts'
import * as moderation from './080-moderation.ts'
import * as proposals from './090-proposals.ts'
import * as ballots from './100-ballots.ts'
import * as briefs from './110-briefs.ts'
import * as answers from './120-answers.ts'
import * as notices from './130-notices.ts'
import * as feedback from './140-feedback.ts'
import * as meetings from './150-meetings.ts'
import * as floor from './160-floor.ts'
import * as checks from './170-checks.ts'
import * as decisions from './180-decisions.ts'
import * as minutes from './190-minutes.ts'
import * as statements from './200-statements.ts'
import * as polls from './220-polls.ts'
import * as surveys from './230-surveys.ts'
import * as audit from './240-audit.ts'
import * as pollsApart from './241-polls-apart.ts'
import * as opinionReleases from './250-opinion-releases.ts'
import * as pollsLots from './260-polls-lots.ts'
import * as ballotsOfMembers from './261-ballots-of-members.ts'
import * as ballotsReminded from './262-ballots-reminded.ts'
import * as pollsCleanedUp from './263-polls-cleaned-up.ts'
import * as ballotsCorrected from './264-ballots-corrected.ts'
import * as awaitedPeople from './270-awaited-people.ts'
import * as organisationsVerifiedOnce from './280-organisations-verified-once.ts'
import * as needVersions from './281-need-versions.ts'
import * as noticesListed from './290-notices-listed.ts'
import * as termsCutShort from './300-terms-cut-short.ts'
import * as answeringBodiesVerified from './310-answering-bodies-verified.ts'

/** Listed by hand, because a folder cannot be read once the process is bundled into one file. */
export const migrations: Record<string, Migration> = {
  '010-people': people,
  '020-territories': territories,
  '021-territories-of-italy': territoriesOfItaly,
  '030-organisations': organisations,
  '040-tables': tables,
  '050-consultations': consultations,
  '060-needs': needs,
  '070-rooms': rooms,
  '080-moderation': moderation,
  '090-proposals': proposals,
  '100-ballots': ballots,
  '110-briefs': briefs,
  '120-answers': answers,
  '130-notices': notices,
  '140-feedback': feedback,
  '150-meetings': meetings,
  '160-floor': floor,
  '170-checks': checks,
  '180-decisions': decisions,
  '190-minutes': minutes,
  '200-statements': statements,
  '220-polls': polls,
  '230-surveys': surveys,
  '240-audit': audit,
  '241-polls-apart': pollsApart,
  '250-opinion-releases': opinionReleases,
  '260-polls-lots': pollsLots,
  '261-ballots-of-members': ballotsOfMembers,
  '262-ballots-reminded': ballotsReminded,
  '263-polls-cleaned-up': pollsCleanedUp,
  '264-ballots-corrected': ballotsCorrected,
  '270-awaited-people': awaitedPeople,
  '280-organisations-verified-once': organisationsVerifiedOnce,
  '281-need-versions': needVersions,
  '290-notices-listed': noticesListed,
  '300-terms-cut-short': termsCutShort,
  '310-answering-bodies-verified': answeringBodiesVerified,
}
