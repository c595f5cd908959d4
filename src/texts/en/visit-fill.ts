// What fills the marks of a guide's questions, as said inside a sentence.

import type { SameAs } from '../catalogue.ts'
import type { visitFill as nb } from '../nb/visit-fill.ts'

export const visitFill: SameAs<typeof nb> = {
  'visit.contactStopped': 'The resident does not want to be contacted. Remove the next visit, or talk to the leader.',
  'fill.noPhone': 'I will give you the number',
  'fill.something': 'something in the building',
  'fill.lately': 'lately',
  'fill.notice.arrears_notice': 'unpaid rent',
  'fill.notice.other_default': 'a breach of the lease',
  'fill.notice.petition_copy': 'a petition for eviction',
  'fill.notice.forced_sale_notice': 'a forced sale',
  'fill.notice.eviction_scheduled': 'a time for eviction',
  'fill.notice.eviction_tomorrow_phone': 'an eviction',
  'fill.notice.eviction_done': 'the eviction',
  'fill.notice.loan_default': 'an unpaid loan',
  'fill.sender.landlord': 'the landlord',
  'fill.sender.landlord_agent': 'the managing agent',
  'fill.sender.municipal_landlord': 'the municipality as landlord',
  'fill.sender.coop_board': 'the housing cooperative',
  'fill.sender.namsfogd': 'the enforcement officer',
  'fill.sender.court': 'the district court',
  'fill.sender.loan_manager': 'the lender',
  'fill.sender.district': 'the district',
}
