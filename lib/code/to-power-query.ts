import { type CodeRequest, secretVariable } from '@/lib/code/code-request'
import { quoteM } from '@/lib/code/quote'

/**
 * A query for the advanced editor of Power BI or Excel. M cannot see the environment's variables, so
 * the secret is a parameter of the workbook or report, of the same name.
 *
 * @see https://learn.microsoft.com/power-query/wait-retry for waiting and trying again
 */
export function toPowerQuery(request: CodeRequest): string {
  const { title, tokenUrl, clientId, resource, path, options } = request
  const { origin, pathname } = new URL(tokenUrl)
  const pairs = options.map((pair) => `        {${pair.map(quoteM).join(', ')}}`).join(',\n')
  return `// Reads ${title} from Finance & Operations, all pages, as one table.
// Make a parameter named ${secretVariable} (Manage Parameters, type Text) that holds the secret of
// the app, and choose "Anonymous" for both addresses: this query brings its own token.
let
    Resource = ${quoteM(resource)},
    Options = {
${pairs}
    },

    // Waits as long as Retry-After says when the answer is 429, and tries again.
    Call = (address as text, settings as record, attempt as number) as any =>
        let
            answer = Web.Contents(
                address,
                settings & [ManualStatusHandling = {429}, IsRetry = attempt > 1]
            ),
            facts = Value.Metadata(answer),
            after = Record.FieldOrDefault(facts[Headers], "Retry-After", "10"),
            seconds = try Number.From(after)
                otherwise Duration.TotalSeconds(DateTimeZone.From(after) - DateTimeZone.UtcNow()),
            wait = #duration(0, 0, 0, List.Max({0, try seconds otherwise 10}))
        in
            if facts[Response.Status] <> 429 then Json.Document(answer)
            else if attempt = 8 then error "Finance & Operations answers 429 again and again."
            else Function.InvokeAfter(() => @Call(address, settings, attempt + 1), wait),

    Token = Call(
        ${quoteM(origin)},
        [
            RelativePath = ${quoteM(pathname)},
            Content = Text.ToBinary(
                Uri.BuildQueryString(
                    [
                        grant_type = "client_credentials",
                        client_id = ${quoteM(clientId)},
                        client_secret = ${secretVariable},
                        scope = Resource & "/.default"
                    ]
                )
            ),
            Headers = [#"Content-Type" = "application/x-www-form-urlencoded"]
        ],
        1
    )[access_token],

    Search = Text.Combine(
        List.Transform(Options, each Uri.EscapeDataString(_{0}) & "=" & Uri.EscapeDataString(_{1})),
        "&"
    ),
    First = ${quoteM(path)} & (if Search = "" then "" else "?" & Search),

    // What follows the environment's origin: a token for this environment goes nowhere else.
    ReadPage = (relative as text) as record =>
        Call(
            Resource,
            [
                RelativePath = relative,
                Headers = [Authorization = "Bearer " & Token, Accept = "application/json"]
            ],
            1
        ),
    NextOf = (page as record) as nullable text =>
        let
            link = Record.FieldOrDefault(page, "@odata.nextLink", null)
        in
            if link = null then null
            else if Text.StartsWith(link, Resource & "/") then Text.Range(link, Text.Length(Resource))
            else error "Unexpected next link: " & link,

    Pages = List.Generate(
        () => ReadPage(First),
        each _ <> null,
        each
            let
                next = NextOf(_)
            in
                if next = null then null else ReadPage(next)
    ),
    Rows = List.Combine(List.Transform(Pages, each Record.FieldOrDefault(_, "value", {_}))),
    Result = Table.FromRecords(Rows, null, MissingField.UseNull)
in
    Result
`
}
