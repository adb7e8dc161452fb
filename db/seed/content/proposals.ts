import { homeProposals } from './proposals-sicily-home.ts'
import { workProposals } from './proposals-sicily-work.ts'
import { otherProposals } from './proposals-sicily-other.ts'
import { campaniaProposals } from './proposals-campania.ts'
import { interregionalProposals } from './proposals-interregional.ts'
import { apuliaAndBasilicataProposals } from './proposals-apulia-basilicata.ts'
import type { ProposalContent } from './shape.ts'

export const proposals: ProposalContent[] = [
  ...homeProposals,
  ...workProposals,
  ...otherProposals,
  ...campaniaProposals,
  ...interregionalProposals,
  ...apuliaAndBasilicataProposals,
]
