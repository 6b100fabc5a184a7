using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace AoBot.Slack.Receiving;

/// <summary>
/// A request's raw body in a pooled buffer, with room before it for the signature's prefix, so that what was signed is one piece of memory.
/// The buffer grows with what arrives, not with what Content-Length promises.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>How large a body may be: 1 MiB. Slack's largest payloads are a quarter of it.</summary>
    public const int MaxBytes = 1 << 20;

    // "v0:" + at most 12 digits + ":"
    private const int Room = 16;
    private const int FirstBytes = 4096;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Room + FirstBytes);
    private int _length;

    public Span<byte> Bytes => _buffer.AsSpan(Room, _length);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(Room, _length);

    /// <summary>Writes <c>v0:{timestamp}:</c> before the body and returns both. The timestamp is at most 12 ASCII digits.</summary>
    public ReadOnlySpan<byte> SignedWith(ReadOnlySpan<char> timestamp)
    {
        var start = Room - timestamp.Length - 4;
        var prefix = _buffer.AsSpan(start);
        "v0:"u8.CopyTo(prefix);
        Encoding.ASCII.GetBytes(timestamp, prefix[3..]);
        _buffer[Room - 1] = (byte)':';
        return _buffer.AsSpan(start, Room - start + _length);
    }

    /// <summary>Reads to the end, or until the body is too large.</summary>
    /// <returns>False when it is too large.</returns>
    public async ValueTask<bool> ReadFrom(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var arrived = read.Buffer;
            if (arrived.Length > MaxBytes - _length)
            {
                reader.AdvanceTo(arrived.End);
                return false;
            }

            Append(arrived);
            reader.AdvanceTo(arrived.End);
            if (read.IsCompleted)
            {
                return true;
            }
        }
    }

    public void Dispose()
    {
        var buffer = _buffer;
        if (buffer.Length > 0)
        {
            _buffer = [];
            _length = 0;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Append(ReadOnlySequence<byte> arrived)
    {
        var length = (int)arrived.Length;
        var needed = Room + _length + length;
        if (needed > _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * _buffer.Length));
            _buffer.AsSpan(0, Room + _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        arrived.CopyTo(_buffer.AsSpan(Room + _length));
        _length += length;
    }
}
