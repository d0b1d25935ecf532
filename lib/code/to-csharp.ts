import { type CodeRequest, secretVariable } from '@/lib/code/code-request'
import { quoteDouble } from '@/lib/code/quote'

/** A console program for .NET 8 or newer, with HttpClient and nothing to install. */
export function toCSharp(request: CodeRequest): string {
  const { title, tokenUrl, clientId, resource, path, options } = request
  const pairs = options.map((pair) => `    (${pair.map(quoteDouble).join(', ')}),\n`).join('')
  return `// Reads ${title} from Finance & Operations, page by page, and prints one row a line.
// .NET 8 or newer, no package: the Program.cs of a console app. The secret comes from the
// environment variable ${secretVariable}.
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

const string tokenUrl = ${quoteDouble(tokenUrl)};
const string clientId = ${quoteDouble(clientId)};
const string resource = ${quoteDouble(resource)};
const string path = ${quoteDouble(path)};
(string Name, string Value)[] options =
[
${pairs}];

var secret = Environment.GetEnvironmentVariable("${secretVariable}")
    ?? throw new InvalidOperationException("${secretVariable} has to hold the secret of the app");
using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
var token = "";
var tokenExpiresAt = DateTimeOffset.MinValue;

await foreach (var row in ReadRows()) Console.WriteLine(row.GetRawText());

async IAsyncEnumerable<JsonElement> ReadRows()
{
    var search = string.Join("&", options.Select(option =>
        $"{Uri.EscapeDataString(option.Name)}={Uri.EscapeDataString(option.Value)}"));
    var next = search == "" ? resource + path : $"{resource}{path}?{search}";
    while (next is not null)
    {
        // The token is for this environment only.
        if (!next.StartsWith(resource + "/", StringComparison.Ordinal))
            throw new InvalidOperationException($"Unexpected next link: {next}");
        var bearer = await MintToken();
        var url = next;
        var page = await Call(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            request.Headers.Accept.ParseAdd("application/json");
            return request;
        });
        if (page.TryGetProperty("value", out var rows) && rows.ValueKind == JsonValueKind.Array)
            foreach (var row in rows.EnumerateArray()) yield return row;
        else
            yield return page;
        next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
    }
}

async Task<string> MintToken()
{
    if (DateTimeOffset.UtcNow < tokenExpiresAt.AddMinutes(-5)) return token;
    var answer = await Call(() => new HttpRequestMessage(HttpMethod.Post, tokenUrl)
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = secret,
            ["scope"] = resource + "/.default",
        }),
    });
    token = answer.GetProperty("access_token").GetString() ?? "";
    tokenExpiresAt = DateTimeOffset.UtcNow.AddSeconds(answer.GetProperty("expires_in").GetInt32());
    return token;
}

// Waits as long as Retry-After says when the answer is 429, and tries again.
async Task<JsonElement> Call(Func<HttpRequestMessage> toRequest)
{
    for (var attempt = 1; ; attempt++)
    {
        using var request = toRequest();
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.IsSuccessStatusCode)
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        if (answer.StatusCode != HttpStatusCode.TooManyRequests || attempt == 8)
            throw new HttpRequestException($"{(int)answer.StatusCode} {body}");
        var after = answer.Headers.RetryAfter;
        var wait = after?.Delta ?? after?.Date - DateTimeOffset.UtcNow ?? TimeSpan.FromSeconds(10);
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
    }
}
`
}
