// One paper as a sheet: its structure in headings, lists and tables that a reader of the printed PDF can move in.

import type { LocalDate } from '#domain/ids.ts'
import type { Block, Line, Paper, PaperLabel, Section } from '#domain/paper.ts'
import { letterhead } from '#domain/paper-given.ts'
import type { RecordRow } from '#domain/register.ts'
import { longDate, phoneNumber } from '#texts/format.ts'
import { Sheet } from '../parts/sheet.tsx'
import { lineWords, type PaperSpeech, phraseWords } from './paper-words.ts'

interface Spoken {
  readonly speech: PaperSpeech
}

export function PaperSheet({
  paper,
  office,
  today,
  speech,
  isLarge,
}: Spoken & { readonly paper: Paper; readonly office: RecordRow | undefined; readonly today: LocalDate; readonly isLarge: boolean }) {
  const { say, language } = speech
  const { lines, phone } = letterhead(office)
  return (
    <Sheet
      language={language}
      isLarge={isLarge}
      from={lines}
      aside={[longDate(language, today), ...(phone === undefined ? [] : [say('paper.phone', { phone: phoneNumber(phone) })])]}
      title={phraseWords(paper.title, speech)}
      footer={paper.footer.map((line) => lineWords(line, speech))}
    >
      {rowsOfSections(paper.sections).map((sections, i) =>
        sections.length > 1 ? (
          <div className="p-two" key={keyAt(i, sections[0]?.heading)}>
            {sections.map((section) => (
              <OneSection key={section.heading} section={section} speech={speech} />
            ))}
          </div>
        ) : (
          sections.map((section) => <OneSection key={keyAt(i, sections[0]?.heading)} section={section} speech={speech} />)
        ),
      )}
    </Sheet>
  )
}

/** The same words may stand twice on a paper. */
const keyAt = (i: number, what: unknown): string => JSON.stringify([i, what])

/** Two halves after each other stand side by side. */
function rowsOfSections(sections: readonly Section[]): readonly (readonly Section[])[] {
  const rows: Section[][] = []
  for (const section of sections) {
    const last = rows.at(-1)
    if (section.isHalf && last?.length === 1 && last[0]?.isHalf) last.push(section)
    else rows.push([section])
  }
  return rows
}

function OneSection({ section: { heading, blocks }, speech }: Spoken & { readonly section: Section }) {
  return (
    <section>
      {heading === undefined ? null : <h2>{speech.say(`paper.label.${heading}`)}</h2>}
      {blocks.map((block, i) => (
        <OneBlock key={keyAt(i, block.block)} block={block} speech={speech} />
      ))}
    </section>
  )
}

function OneBlock({ block, speech }: Spoken & { readonly block: Block }) {
  const words = (line: Line): string => lineWords(line, speech)
  switch (block.block) {
    case 'wish':
      return <p className="p-wish">{`«${phraseWords(block.words, speech)}»`}</p>
    case 'lines':
      return block.lines.map((line, i) => <p key={keyAt(i, line)}>{words(line)}</p>)
    case 'list':
      return <Items items={block.items.map(words)} isNumbered={block.isNumbered} />
    case 'table':
      return <Rows columns={block.columns} rows={block.rows} speech={speech} />
    case 'pairs':
      return <Pairs pairs={block.pairs} speech={speech} />
    case 'next':
      return (
        <p className="p-next">
          <strong>{speech.say('paper.label.next')}</strong> {block.lines.map(words).join(' ')}
        </p>
      )
    case 'sign':
      return (
        <div className="p-sign">
          {block.lines.map((line, i) => (
            <div key={keyAt(i, line)}>{words(line)}</div>
          ))}
        </div>
      )
  }
}

function Items({ items, isNumbered }: { readonly items: readonly string[]; readonly isNumbered: boolean }) {
  const all = items.map((item, i) => <li key={keyAt(i, item)}>{item}</li>)
  return isNumbered ? <ol>{all}</ol> : <ul>{all}</ul>
}

/** So many letters stand on one line beside what they are about. */
const SHORT = 36

/** A table rather than a list of terms: only tables keep what belongs together in a tagged PDF. */
function Pairs({ pairs, speech }: Spoken & Pick<Extract<Block, { readonly block: 'pairs' }>, 'pairs'>) {
  const isShort = pairs.every(({ term }) => lineWords(term, speech).length <= SHORT)
  return (
    <table className={isShort ? 'p-pairs p-pairs--short' : 'p-pairs'}>
      <tbody>
        {pairs.map(({ term, lines }, i) => (
          <tr key={keyAt(i, term)}>
            <th scope="row">{lineWords(term, speech)}</th>
            <td>
              <Cell lines={lines} speech={speech} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface RowsProps extends Spoken {
  readonly columns: readonly PaperLabel[]
  readonly rows: readonly (readonly (readonly Line[])[])[]
}

function Rows({ columns, rows, speech }: RowsProps) {
  return (
    <table className="p-rows">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {speech.say(`paper.label.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first = [], ...rest], i) => (
          <tr key={keyAt(i, first)}>
            <th scope="row">
              <Cell lines={first} speech={speech} />
            </th>
            {columns.slice(1).map((column, at) => (
              <td key={column}>
                <Cell lines={rest[at] ?? []} speech={speech} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ lines, speech }: Spoken & { readonly lines: readonly Line[] }) {
  return lines.map((line, i) => <div key={keyAt(i, line)}>{lineWords(line, speech)}</div>)
}
