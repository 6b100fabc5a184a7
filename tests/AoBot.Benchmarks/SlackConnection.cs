using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AoBot.Benchmarks;

/// <summary>One kept-alive connection of a client that costs next to nothing, so that what is measured is the server.</summary>
internal sealed class SlackConnection(int port) : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1 << 18];

    public async Task Connect() => await _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));

    /// <summary>Sends one request and returns the body of its answer, good until the next one.</summary>
    /// <exception cref="InvalidDataException">The answer is not a 200 with a length.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> Ask(ReadOnlyMemory<byte> request)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += await _socket.SendAsync(request[sent..]);
        }

        var (arrived, frame) = (0, (Frame?)null);
        while (frame is null || arrived < frame.Total)
        {
            var got = await _socket.ReceiveAsync(_buffer.AsMemory(arrived));
            if (got == 0)
            {
                throw new InvalidDataException("The server hung up.");
            }

            arrived += got;
            frame ??= Frame.Find(_buffer.AsSpan(0, arrived));
        }

        return arrived == frame.Total ? _buffer.AsMemory(frame.Start, frame.Length) : throw new InvalidDataException("More than one answer came.");
    }

    /// <summary>Asks until the time is over or the requests are used up, and notes how long each took. Every answer must be the expected one.</summary>
    public async Task AskOn(SignedRequests requests, long until, byte[] expected, List<long> ticks)
    {
        while (true)
        {
            var before = Stopwatch.GetTimestamp();
            if (before >= until || requests.Next() is not { IsEmpty: false } request)
            {
                return;
            }

            var answer = await Ask(request);
            ticks.Add(Stopwatch.GetTimestamp() - before);
            if (!answer.Span.SequenceEqual(expected))
            {
                throw new InvalidDataException($"Not the right answer: {Encoding.UTF8.GetString(answer.Span)}");
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <param name="Start">Of the body.</param>
    /// <param name="Length">Of the body.</param>
    /// <param name="Total">Bytes of the whole answer.</param>
    private sealed record Frame(int Start, int Length, int Total)
    {
        /// <summary>Null while too little arrived. A body with its length is understood, and one in a single chunk, which is what Node sends.</summary>
        public static Frame? Find(ReadOnlySpan<byte> arrived)
        {
            var end = arrived.IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                return null;
            }

            var head = arrived[..(end + 2)];
            if (!head.StartsWith("HTTP/1.1 200"u8))
            {
                throw new InvalidDataException($"Not the right answer: {Encoding.UTF8.GetString(arrived)}");
            }

            var start = end + 4;
            var name = head.IndexOf("Content-Length: "u8);
            if (name >= 0)
            {
                var value = head[(name + "Content-Length: "u8.Length)..];
                var length = int.Parse(value[..value.IndexOf((byte)'\r')], NumberStyles.None, CultureInfo.InvariantCulture);
                return new Frame(start, length, start + length);
            }

            var line = arrived[start..].IndexOf("\r\n"u8);
            if (line < 0)
            {
                return null;
            }

            var chunk = int.Parse(arrived.Slice(start, line), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            start += line + 2;
            return new Frame(start, chunk, start + chunk + "\r\n0\r\n\r\n"u8.Length);
        }
    }
}
