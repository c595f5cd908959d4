// Words of everything around the questions: before, at the door, reading together, afterwards.

export const visitAround = {
  'around.atTheDoor': 'Ved døra',
}
