// The script of a page of a survey, which does not hydrate: what it does can all be done without it, a little less easily.
import { surveyForm } from './fields.ts'
import { startFiles } from './file-size.ts'
import { startPlaces } from './places.ts'
import { startPositions } from './position.ts'
import { startRanks } from './rank.ts'

const form = surveyForm()
if (form) {
  startRanks(form)
  startPlaces(form)
  startPositions(form)
  startFiles(form)
}
