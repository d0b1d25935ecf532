import { z } from 'zod'

export const ConnectionId = z.string().regex(/^con_[a-z0-9]{20}$/, 'not a connection id')
export type ConnectionId = z.infer<typeof ConnectionId>

export const CredentialId = z.string().regex(/^cre_[a-z0-9]{20}$/, 'not a credential id')
export type CredentialId = z.infer<typeof CredentialId>

export const ProofId = z.string().regex(/^prf_[a-z0-9]{20}$/, 'not a proof id')
export type ProofId = z.infer<typeof ProofId>

export const ExportId = z.string().regex(/^exp_[a-z0-9]{20}$/, 'not an export id')
export type ExportId = z.infer<typeof ExportId>

export const CatalogFileId = z.string().regex(/^cfl_[a-z0-9]{20}$/, 'not the id of a catalog file')
export type CatalogFileId = z.infer<typeof CatalogFileId>

export const SavedQueryId = z.string().regex(/^qry_[a-z0-9]{20}$/, 'not the id of a saved query')
export type SavedQueryId = z.infer<typeof SavedQueryId>

export const InvitationId = z.string().regex(/^inv_[a-z0-9]{20}$/, 'not an invitation id')
export type InvitationId = z.infer<typeof InvitationId>

export const TokenId = z.string().regex(/^tok_[a-z0-9]{20}$/, 'not a token id')
export type TokenId = z.infer<typeof TokenId>

/** Ids of people and sessions are the sign-in library's. */
export const AccountId = z.string().regex(/^[\w-]{8,64}$/, 'not an id')

/** Seconds precision or finer, always UTC: `2026-11-25T08:00:00.000Z`. */
export const Timestamp = z.iso.datetime()
