/** What people mean when they follow the well-known set-up article, whatever the set is called here. */
export type ArticleMeaning =
  | 'customers'
  | 'vendors'
  | 'sales-orders'
  | 'released-products'
  | 'ledger-journals'

type ArticleEntity = Readonly<{
  meaning: ArticleMeaning
  title: string
  articleName: string
  /** Real set names, best first; later versions hold more fields. */
  candidates: readonly string[]
}>

/** The five entities of the article, with the sets that real environments have for them. */
export const articleEntities: readonly ArticleEntity[] = [
  {
    meaning: 'customers',
    title: 'Customers',
    articleName: 'Customers',
    candidates: ['CustomersV3', 'CustomersV2', 'Customers', 'CustomersBase'],
  },
  {
    meaning: 'vendors',
    title: 'Vendors',
    articleName: 'VendVendors',
    candidates: ['VendorsV2', 'VendorsV3', 'Vendors', 'VendVendors'],
  },
  {
    meaning: 'sales-orders',
    title: 'Sales orders',
    articleName: 'SalesOrderHeaders',
    candidates: [
      'SalesOrderHeadersV2',
      'SalesOrderHeadersV3',
      'SalesOrderHeadersV4',
      'SalesOrderHeaders',
    ],
  },
  {
    meaning: 'released-products',
    title: 'Released products',
    articleName: 'InventItems',
    candidates: [
      'ReleasedProductsV2',
      'ReleasedProducts',
      'ReleasedDistinctProductsV2',
      'InventItems',
    ],
  },
  {
    meaning: 'ledger-journals',
    title: 'Ledger journals',
    articleName: 'LedgerJournalTables',
    candidates: ['LedgerJournalHeaders', 'JournalHeaders', 'LedgerJournalTables'],
  },
]

/** One of the five, under the name that this environment has for it. */
export type ArticleMatch = Readonly<{
  meaning: ArticleMeaning
  title: string
  articleName: string
  /** Null where the environment has none of the candidates. */
  entitySet: string | null
  /** One sentence for the person who expected the article's name; null where it is the same. */
  note: string | null
}>

/** Finds the article's five entities among the names that the environment really has. */
export function matchArticleEntities(entitySetNames: readonly string[]): ArticleMatch[] {
  const real = new Map(entitySetNames.map((name) => [name.toLowerCase(), name]))
  return articleEntities.map(({ meaning, title, articleName, candidates }) => {
    const names = candidates.map((name) => real.get(name.toLowerCase()))
    const entitySet = names.find((name) => name !== undefined) ?? null
    const hasArticleName = real.has(articleName.toLowerCase())
    return {
      meaning,
      title,
      articleName,
      entitySet,
      note: noteOf(articleName, entitySet, hasArticleName),
    }
  })
}

function noteOf(
  articleName: string,
  entitySet: string | null,
  hasArticleName: boolean,
): string | null {
  if (entitySet === null)
    return `This environment has no set for it, under ${articleName} or any known name.`
  if (entitySet === articleName) return null
  return hasArticleName
    ? `The article says ${articleName}, which is here too; ${entitySet} is the newer one.`
    : `The article says ${articleName}; in this environment it is called ${entitySet}.`
}
