import { apuliaHealthNeeds } from './needs-apulia-health.ts'
import { basilicataDeskNeeds } from './needs-basilicata-desk.ts'
import { calabriaMembersNeeds } from './needs-calabria-members.ts'
import { campaniaSchoolNeeds } from './needs-campania-school.ts'
import { interregionalMediationNeeds } from './needs-interregional-mediation.ts'
import { sicilyContractsNeeds } from './needs-sicily-contracts.ts'
import { sicilyLanguageNeeds } from './needs-sicily-language.ts'
import { sicilyLodgingNeeds } from './needs-sicily-lodging.ts'
import { sicilyRentNeeds } from './needs-sicily-rent.ts'
import { sicilyServicesNeeds } from './needs-sicily-services.ts'
import { sicilySummerNeeds } from './needs-sicily-summer.ts'
import { sicilyTransportNeeds } from './needs-sicily-transport.ts'
import type { NeedContent } from './shape.ts'

export const needs: NeedContent[] = [
  ...apuliaHealthNeeds,
  ...basilicataDeskNeeds,
  ...calabriaMembersNeeds,
  ...campaniaSchoolNeeds,
  ...interregionalMediationNeeds,
  ...sicilyContractsNeeds,
  ...sicilyLanguageNeeds,
  ...sicilyLodgingNeeds,
  ...sicilyRentNeeds,
  ...sicilyServicesNeeds,
  ...sicilySummerNeeds,
  ...sicilyTransportNeeds,
]
