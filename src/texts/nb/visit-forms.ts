// Words of the short forms: contact, complaints, arrears, payment, budget, stays.

export const visitForms = {
  'forms.title': 'Økonomi og kontakt',
}
