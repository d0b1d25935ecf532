'use client'

import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { AddressField } from '@/components/wizard/connect/address-field'
import { NameConnection } from '@/components/wizard/connect/name-connection'
import { ProbeReport } from '@/components/wizard/connect/probe-report'
import { useSettled } from '@/components/wizard/use-settled'
import { parseEnvironmentUrl } from '@/lib/steps/environment-url'

const pauseMs = 500

/** From a pasted address to a connection: read it, ask it what it is, name it. */
export function ConnectEnvironment() {
  const [text, setText] = useState('')
  const parsed = parseEnvironmentUrl(text)
  const url = useSettled(parsed.ok ? parsed.url : null, pauseMs)
  const current = parsed.ok && parsed.url === url
  return (
    <Card title="Connect an environment">
      <div className="grid grid-cols-1 gap-6">
        <AddressField text={text} onTextChange={setText} parsed={parsed} />
        {url !== null && current ? (
          <>
            <ProbeReport environmentUrl={url} />
            <NameConnection
              key={url}
              environmentUrl={url}
              suggestedName={parsed.suggestedName}
              guessedCloud={parsed.cloud}
            />
          </>
        ) : null}
      </div>
    </Card>
  )
}
