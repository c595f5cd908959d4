// What fills the marks of a guide's questions, as said inside a sentence.

export const visitFill = {
  'visit.contactStopped': 'Beboeren vil ikke kontaktes. Ta bort neste besøk, eller snakk med lederen.',
  'fill.noPhone': 'nummeret får du av meg',
  'fill.something': 'noe her i huset',
  'fill.lately': 'i det siste',
  'fill.notice.arrears_notice': 'ubetalt husleie',
  'fill.notice.other_default': 'brudd på leieavtalen',
  'fill.notice.petition_copy': 'begjæring om utkastelse',
  'fill.notice.forced_sale_notice': 'tvangssalg',
  'fill.notice.eviction_scheduled': 'tid for utkastelse',
  'fill.notice.eviction_tomorrow_phone': 'utkastelse',
  'fill.notice.eviction_done': 'utkastelsen',
  'fill.notice.loan_default': 'lån som ikke er betalt',
  'fill.sender.landlord': 'utleieren',
  'fill.sender.landlord_agent': 'forvalteren',
  'fill.sender.municipal_landlord': 'kommunen, som leier ut',
  'fill.sender.coop_board': 'borettslaget',
  'fill.sender.namsfogd': 'namsfogden',
  'fill.sender.court': 'tingretten',
  'fill.sender.loan_manager': 'långiveren',
  'fill.sender.district': 'bydelen',
}
