// Oppsett in this step: the language one reads in oneself, and the safety reports one may read. The office's own settings
// have their own screen later.

import { isLanguage, LANGUAGES } from '#texts/catalogue.ts'
import { DeskHead } from '../parts/desk-frame.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { useUi } from '../ui-store.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { SafetyReports } from './safety-reports.tsx'

export function DeskSettings() {
  const say = useSay()
  const language = useLanguage()
  const setLanguage = useUi((ui) => ui.setLanguage)
  const options = LANGUAGES.map((code) => ({ code, text: say(`desk.language.${code}`) }))
  return (
    <>
      <DeskHead title={say('desk.settings')} />
      <div className="body settings">
        <OneTile
          question={say('desk.language')}
          help={say('desk.languageHelp')}
          options={options}
          chosen={language}
          onChoose={(code) => {
            if (isLanguage(code)) setLanguage(code)
          }}
        />
        <SafetyReports />
      </div>
    </>
  )
}
