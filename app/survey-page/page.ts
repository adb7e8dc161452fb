// The script of a page of a survey, which does not hydrate: what it does can all be done without it, a little less easily.
import { surveyForm, unwrapHidden } from './fields.ts'
import { startFiles } from './file-size.ts'
import { startOthers } from './other-text.ts'
import { startPlaces } from './places.ts'
import { startPositions } from './position.ts'
import { startRanks } from './rank.ts'

const form = surveyForm()
if (form) {
  // First of all, so that a question that comes to be asked can do what the others can.
  unwrapHidden(form)
  startRanks(form)
  startPlaces(form)
  startPositions(form)
  startOthers(form)
  startFiles(form)
}
