// What fills the marks of a guide's questions, as said inside a sentence.

import type { SameAs } from '../catalogue.ts'
import type { visitFill as nb } from '../nb/visit-fill.ts'

export const visitFill: SameAs<typeof nb> = {
  'visit.contactStopped': 'Bebuaren vil ikkje kontaktast. Ta bort neste besøk, eller snakk med leiaren.',
  'fill.noPhone': 'nummeret får du av meg',
  'fill.something': 'noko her i huset',
  'fill.lately': 'i det siste',
  'fill.notice.arrears_notice': 'ubetalt husleige',
  'fill.notice.other_default': 'brot på leigeavtalen',
  'fill.notice.petition_copy': 'kravet om utkasting',
  'fill.notice.forced_sale_notice': 'tvangssal',
  'fill.notice.eviction_scheduled': 'tid for utkasting',
  'fill.notice.eviction_tomorrow_phone': 'utkasting',
  'fill.notice.eviction_done': 'utkastinga',
  'fill.notice.loan_default': 'lån som ikkje er betalt',
  'fill.sender.landlord': 'utleigaren',
  'fill.sender.landlord_agent': 'forvaltaren',
  'fill.sender.municipal_landlord': 'kommunen, som leiger ut',
  'fill.sender.coop_board': 'burettslaget',
  'fill.sender.namsfogd': 'namsfuten',
  'fill.sender.court': 'tingretten',
  'fill.sender.loan_manager': 'långjevaren',
  'fill.sender.district': 'bydelen',
}
