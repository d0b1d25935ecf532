'use client'

import { Braces } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { parameterName, parametersOf, toParameter, valuesOf } from '@/lib/odata/query/parameters'

type Props = Readonly<{ options: string; onChange: (options: string) => void }>

/** Which values of a query are asked for each time, and which could be. */
export function ParameterPicks({ options, onChange }: Props) {
  const parameters = parametersOf(options)
  const values = valuesOf(options)
  const taken = parameters.map(({ name }) => name)
  return (
    <div className="flex flex-col gap-2 rounded-md bg-sunken px-3 py-2.5 text-sm">
      <p className="text-muted">
        {parameters.length === 0 ? (
          <>
            It runs as it stands. Write <Code>{'{{company}}'}</Code> where a value is to be asked
            for each time.
          </>
        ) : (
          <>
            Asked for each time:{' '}
            {parameters.map(({ name }, index) => (
              <span key={name}>
                {index > 0 ? ', ' : ''}
                <Code>{name}</Code>
              </span>
            ))}
          </>
        )}
      </p>
      {values.length > 0 ? (
        <div className="flex flex-wrap gap-1.5">
          {values.map((value) => (
            <Button
              key={value.from}
              size="sm"
              className="max-w-full"
              onClick={() => onChange(toParameter(options, value, parameterName(value, taken)))}
            >
              <Braces aria-hidden="true" />
              <span className="truncate font-normal">
                <span className="sr-only">Ask for </span>
                {value.field} <span className="text-muted">instead of</span> {value.text || '“”'}
              </span>
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
