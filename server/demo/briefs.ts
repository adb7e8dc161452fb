import type { DemoContent } from '#db/seed/content/demo-content.ts'
import { publishBrief } from '../briefs/index.ts'
import type { Cast } from './cast.ts'
import type { Timeline } from './timeline.ts'

/** The brief of a consultation is published. */
export function briefsIn(story: Timeline, cast: Cast, content: DemoContent): void {
  for (const brief of content.briefs) {
    story.add(story.moment(brief.publishedDay, 660), `${brief.key} is published`, async () =>
      publishBrief(cast.ground, cast.as(brief.publishedBy), {
        consultationId: cast.id(brief.consultation),
        introduction: brief.introduction.it,
        nextSteps: brief.next.it,
        clientId: cast.clientId(brief.key),
      }),
    )
  }
}
