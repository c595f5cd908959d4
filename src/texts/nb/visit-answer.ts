// Words of the answers of a guided visit: people, budget, photo, signature.

export const visitAnswer = {
  'answer.title': 'Svar',
}
