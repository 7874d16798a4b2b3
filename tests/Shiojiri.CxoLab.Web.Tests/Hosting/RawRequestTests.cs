using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shiojiri.CxoLab.Benchmarks;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Hosting;

/// <summary>
/// What no browser sends, byte by byte at a real port. Behind each request stands a second one that asks the server to close: a request
/// that is refused must be the last one answered, and nothing in it may be taken for another.
/// </summary>
public sealed class RawRequestTests(WireNode node) : IClassFixture<WireNode>
{
    private static int _person = 100;

    private string Host => $"Host: 127.0.0.1:{node.Port}";

    private string Next => $"GET /faq HTTP/1.1\r\n{Host}\r\nConnection: close\r\n\r\n";

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n{host}\r\nX-A: b\r\n c\r\n\r\n", 400)] // a folded line
    [InlineData("GET / HTTP/1.1\r\n{host}\r\nX-A : b\r\n\r\n", 400)] // a space before the colon
    [InlineData("GET / HTTP/1.1\r\n {host}\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\n{host}\n\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n{host}\r\nX-A: b\nX-B: c\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n{host}\r\nX-A: b\rX-B: c\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n{host}\r\nX-A: b\0c\r\n\r\n", 400)]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\n{host}\r\n\r\n", 400)]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n{host}\r\nHost: evil.example\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost, evil.example\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost:\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET /\r\n\r\n", 400)] // HTTP/0.9
    [InlineData("GET / HTTP/2.0\r\n{host}\r\n\r\n", 505)]
    [InlineData("GET /a b HTTP/1.1\r\n{host}\r\n\r\n", 400)]
    [InlineData("GET /faq HTTP/1.1\r\n{host}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400)] // of a page that lies finished
    [InlineData("CONNECT 127.0.0.1:22 HTTP/1.1\r\n{host}\r\n\r\n", 400)]
    public async Task A_request_that_can_be_read_in_two_ways_is_refused_and_the_last_on_its_connection(string request, int status)
    {
        await RawCaller.AskAsync(node.Port, Next); // this page lies finished by then

        Assert.Equal([status], await RawCaller.AskAsync(node.Port, request.Replace("{host}", Host, StringComparison.Ordinal) + Next));
    }

    [Theory]
    [InlineData("TRACE / HTTP/1.1")]
    [InlineData("OPTIONS * HTTP/1.1")]
    [InlineData("get / HTTP/1.1")]
    [InlineData("Head / HTTP/1.1")]
    public async Task A_method_that_is_none_of_the_site_s_is_refused_and_the_next_request_answered(string line)
    {
        Assert.Equal([405, 200], await RawCaller.AskAsync(node.Port, $"{line}\r\n{Host}\r\n\r\n{Next}"));
    }

    // A form that would be stored as it stands, sent with other lengths. {n} is its true one.
    [Theory]
    [InlineData("Content-Length: {n}\r\nContent-Length: {n}", 400)]
    [InlineData("Content-Length: 000000000000000000000{n}", 400)]
    [InlineData("Content-Length: 999999999999999999999999999999", 400)]
    [InlineData("Content-Length: {n}\r\nContent-Length: 3", 400)]
    [InlineData("Content-Length: {n}, {n}", 400)]
    [InlineData("Content-Length: +{n}", 400)]
    [InlineData("Content-Length: -{n}", 400)]
    [InlineData("Content-Length: 0x{n}", 400)]
    [InlineData("Content-Length: {n} 0", 400)]
    [InlineData("Content-Length:", 400)]
    [InlineData("Content-Length: {n}\r\nTransfer-Encoding: chunked", 400)]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: {n}", 400)]
    [InlineData("Transfer-Encoding: chunked, identity", 400)]
    [InlineData("Transfer-Encoding: identity", 400)]
    [InlineData("Transfer-Encoding: xchunked", 400)]
    [InlineData("Transfer-Encoding: \vchunked", 400)]
    [InlineData("Transfer-Encoding: gzip, chunked", 400)]
    [InlineData("Transfer-Encoding: chunked, chunked", 400)]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", 400)]
    public async Task A_form_whose_length_is_not_clear_is_taken_by_nobody(string length, int status)
    {
        var person = Interlocked.Increment(ref _person);
        var (head, body) = Form(person);
        var sent = length.Contains("chunked", StringComparison.Ordinal) || length.Contains("Transfer", StringComparison.Ordinal) ? Chunked(body) : body;

        var statuses = await RawCaller.AskAsync(node.Port, $"{head}\r\n{length.Replace("{n}", $"{body.Length}", StringComparison.Ordinal)}\r\n\r\n{sent}{Next}");

        Assert.Equal([status], statuses);
        Assert.DoesNotContain(FormFiller.Address(person), node.Stored.Addresses());
    }

    [Theory]
    [InlineData("zz\r\n{body}\r\n0\r\n\r\n")]
    [InlineData("-{n}\r\n{body}\r\n0\r\n\r\n")]
    [InlineData("0x{n}\r\n{body}\r\n0\r\n\r\n")]
    [InlineData("{n};a\n{body}\r\n0\r\n\r\n")] // an extension that ends with half a line break
    [InlineData("{n}\n{body}\n0\n\n")]
    [InlineData("{n}\r\n{body}XX0\r\n\r\n")]
    [InlineData("fffffffffffffffff\r\n{body}\r\n0\r\n\r\n")]
    public async Task A_form_in_chunks_that_are_none_is_taken_by_nobody(string chunks)
    {
        var person = Interlocked.Increment(ref _person);
        var (head, body) = Form(person);
        var sent = chunks.Replace("{n}", $"{body.Length:x}", StringComparison.Ordinal).Replace("{body}", body, StringComparison.Ordinal);

        Assert.Equal([400], await RawCaller.AskAsync(node.Port, $"{head}\r\nTransfer-Encoding: chunked\r\n\r\n{sent}{Next}"));
        Assert.DoesNotContain(FormFiller.Address(person), node.Stored.Addresses());
    }

    [Theory]
    [InlineData("Content-Length: {n}", "POST", "HTTP/1.1", "302 200")]
    [InlineData("Transfer-Encoding: chunked", "POST", "HTTP/1.1", "302 200")]
    [InlineData("Content-Length: {n}", "post", "HTTP/1.1", "405 200")]
    [InlineData("Transfer-Encoding: chunked", "POST", "HTTP/1.0", "400")] // which knows no chunks
    public async Task The_same_form_is_taken_where_its_end_is_clear(string length, string method, string version, string statuses)
    {
        var person = Interlocked.Increment(ref _person);
        var (head, body) = Form(person);
        var line = head.Replace("POST", method, StringComparison.Ordinal).Replace("HTTP/1.1", version, StringComparison.Ordinal);
        var sent = length.StartsWith('T') ? Chunked(body) : body;

        var answers = await RawCaller.AskAsync(node.Port, $"{line}\r\n{length.Replace("{n}", $"{body.Length}", StringComparison.Ordinal)}\r\n\r\n{sent}{Next}");

        Assert.Equal(statuses, string.Join(' ', answers));
        Assert.Equal(statuses.StartsWith("302", StringComparison.Ordinal), node.Stored.Addresses().Contains(FormFiller.Address(person)));
    }

    [Theory]
    [InlineData(8 * 1024, 200)]
    [InlineData((8 * 1024) + 1, 414)]
    public async Task A_request_line_may_have_8_KiB(int length, int status)
    {
        var line = "GET /faq?" + new string('a', length - "GET /faq? HTTP/1.1\r\n".Length) + " HTTP/1.1\r\n";

        Assert.Equal([status], await RawCaller.AskAsync(node.Port, $"{line}{Host}\r\nConnection: close\r\n\r\n"));
    }

    [Theory]
    [InlineData(32 * 1024, 200)]
    [InlineData((32 * 1024) + 1, 431)]
    public async Task The_headers_may_have_32_KiB_together(int length, int status)
    {
        var headers = $"{Host}\r\nConnection: close\r\nX-A: ";
        headers += new string('a', length - headers.Length - 2) + "\r\n";

        Assert.Equal([status], await RawCaller.AskAsync(node.Port, $"GET /faq?a HTTP/1.1\r\n{headers}\r\n"));
    }

    [Theory]
    [InlineData(100, 200)]
    [InlineData(101, 431)]
    public async Task There_may_be_a_hundred_headers(int many, int status)
    {
        var others = string.Concat(Enumerable.Range(0, many - 2).Select(i => $"X-{i}: a\r\n"));

        Assert.Equal([status], await RawCaller.AskAsync(node.Port, $"GET /faq?a HTTP/1.1\r\n{Host}\r\nConnection: close\r\n{others}\r\n"));
    }

    [Theory]
    [InlineData(256 * 1024, 400)] // read to its end: a form without a token
    [InlineData((256 * 1024) + 1, 413)]
    public async Task A_form_may_have_256_KiB(int length, int status)
    {
        var head = $"POST /contact HTTP/1.1\r\n{Host}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n";

        Assert.Equal([status], await RawCaller.AskAsync(node.Port, $"{head}Message={new string('a', length - 8)}"));
    }

    // How long is tried by the benchmarks (-- --slow); here is what was tried.
    [Fact]
    public async Task Whoever_sends_a_byte_a_second_is_cut_off()
    {
        using var site = await Site.StartAsync();
        var limits = site.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal(TimeSpan.FromSeconds(15), limits.RequestHeadersTimeout);
        Assert.Equal((240, TimeSpan.FromSeconds(10)), (limits.MinRequestBodyDataRate!.BytesPerSecond, limits.MinRequestBodyDataRate.GracePeriod));
    }

    private (string Head, string Body) Form(int person)
    {
        var parts = Encoding.ASCII.GetString(FormFiller.Fill(node.Port, 1, from: person)[0]).Split("\r\n\r\n");
        return (parts[0][..parts[0].IndexOf("\r\nContent-Length", StringComparison.Ordinal)], parts[1]);
    }

    private static string Chunked(string body) => $"{body.Length:x}\r\n{body}\r\n0\r\n\r\n";
}
