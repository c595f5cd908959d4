// What was done about a concern, in the words most of them share.

import { say } from './words.ts'

export const DONE = {
  nothing: say('Vurdert, ingen handling nå', 'Vurdert, inga handling no', 'Considered, no action now'),
  leader: say('Sa fra til leder', 'Sa frå til leiar', 'Told my leader'),
  talked: say('Snakket med beboeren om det', 'Snakka med bebuaren om det', 'Talked with the resident about it'),
  emergency: say('Ringte nødnummer', 'Ringde naudnummer', 'Called an emergency number'),
}
