/** What a pasted text seems to come from. */
export type PasteForm =
  | 'empty'
  | 'curl'
  | 'power-automate'
  | 'data-factory'
  | 'postman'
  | 'ssis'
  | 'dotnet'
  | 'java'
  | 'python'
  | 'html'
  | 'json'
  | 'aadsts'
  | 'text'

const forms: readonly (readonly [PasteForm, RegExp])[] = [
  ['empty', /^\s*$/],
  ['curl', /^[*<>] .{0,2000}$/m],
  [
    'data-factory',
    /ErrorCode=User|Type=Microsoft\.DataTransfer|Microsoft\.DataTransfer\.|"activityRunId"|Activity .{1,80} failed|ADFv2/i,
  ],
  [
    'power-automate',
    /"(clientRequestId|operationName|workflow|trackingId|actionName)"|clientRequestId: [0-9a-f-]{36}|ActionFailed|InvalidTemplate|flow run|logic app|Microsoft\.Flow|"inputs":\s{0,5}\{/i,
  ],
  [
    'ssis',
    /DTS_E_|SSIS Error Code|0xC0[0-9A-F]{6}|KingswaySoft|Microsoft\.SqlServer\.Dts|Data Flow Task/i,
  ],
  ['postman', /pm\.(test|response)|postman/i],
  ['java', /^\s{1,8}at [a-z]\w+\.[\w.$]+\(\w+\.java:\d+\)/m],
  [
    'dotnet',
    /System\.(Net|Exception|InvalidOperation|AggregateException|Threading)|Microsoft\.Identity\.Client|MsalServiceException|Microsoft\.OData\.Client|^\s{1,8}at [A-Z]\w+\.[\w.<>`]+\(/m,
  ],
  [
    'python',
    /Traceback \(most recent call last\)|requests\.exceptions|azure\.core\.exceptions|msal\./,
  ],
  ['html', /^\s*<(!doctype|html|head|body)/i],
  ['json', /^\s*[[{]/],
  ['aadsts', /AADSTS\d{4,9}/],
]

/** Guesses the form by what only it has; `text` when nothing stands out. */
export function pasteFormOf(text: string): PasteForm {
  return forms.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text'
}
