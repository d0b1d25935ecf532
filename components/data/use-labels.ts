'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import {
  catalogOf,
  entityFactsOf,
  labelStatusOf,
  labelTextsOf,
} from '@/components/data/catalog-queries'
import { fetchJson, jsonBody } from '@/components/data/fetch-json'
import { useLabelLanguage } from '@/components/data/use-label-language'
import { LabelStatus } from '@/lib/contract/labels'

const english = 'en-us'
const noTexts: Readonly<Record<string, string>> = {}

/** Texts are fetched anew when so many more are there. */
const textsStep = 1000

export type Labels = Readonly<{
  /** Chosen by the person, else the environment's own, else English. */
  language: string
  choose: (language: string) => void
  /** Undefined while it is not known. */
  status: LabelStatus | undefined
  texts: Readonly<Record<string, string>>
  /** Tells these texts from others. */
  key: string
  /** Begins to read those that are not known yet. */
  read: () => void
}>

/** The labels of a connection, as far as they have been read. */
export function useLabels(connectionId: string | undefined): Labels {
  const id = connectionId ?? ''
  const client = useQueryClient()
  const [chosen, choose] = useLabelLanguage(id)
  const facts = useQuery({ ...entityFactsOf(id), enabled: id !== '' })
  const language = chosen === '' ? (facts.data?.language ?? english) : chosen
  const catalog = useQuery({ ...catalogOf(id), enabled: id !== '' })
  const isKnown = id !== '' && facts.data !== undefined && catalog.data !== undefined
  const hash = catalog.data?.readings[0]?.hash ?? ''
  const query = labelStatusOf(id, language)
  const status = useQuery({ ...query, queryKey: [...query.queryKey, hash], enabled: isKnown })
  const { known = 0, state } = status.data ?? {}
  const step = state === 'reading' ? Math.floor(known / textsStep) * textsStep : known
  const texts = useQuery({
    ...labelTextsOf(id, language, step),
    enabled: isKnown && step > 0,
    placeholderData: keepPreviousData,
  })
  const { mutate: read } = useMutation({
    mutationFn: (wish: Readonly<{ language: string }>) => {
      const url = `/api/connections/${id}/catalog/labels`
      return fetchJson(LabelStatus, url, jsonBody('POST', wish))
    },
    onSuccess: (next, wish) => {
      client.setQueryData([...labelStatusOf(id, wish.language).queryKey, hash], next)
    },
  })
  const isEmpty = step === 0
  return {
    language,
    choose,
    status: status.data,
    texts: isEmpty ? noTexts : (texts.data?.texts ?? noTexts),
    key: `${language} ${isEmpty ? 0 : texts.dataUpdatedAt}`,
    read: useCallback(() => read({ language }), [read, language]),
  }
}
