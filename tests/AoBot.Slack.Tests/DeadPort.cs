using System.Net;
using System.Net.Sockets;

namespace AoBot.Slack.Tests;

/// <summary>A port of this machine where nobody listens, for as long as this is kept: it is bound, so that it is given to nobody else meanwhile. Knows no test framework, so that any project may link this file.</summary>
public sealed class DeadPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public DeadPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public int Number => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public string Url => $"http://127.0.0.1:{Number}";

    public void Dispose() => _socket.Dispose();
}
