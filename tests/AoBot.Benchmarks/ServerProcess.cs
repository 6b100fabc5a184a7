using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AoBot.Benchmarks;

/// <summary>A server in a process of its own, on a loopback port that was free.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    /// <param name="name">What the figures call it.</param>
    /// <param name="command">The program, and its arguments for a port.</param>
    /// <param name="environment">Settings.</param>
    public ServerProcess(string name, Func<int, string[]> command, IReadOnlyDictionary<string, string> environment)
    {
        Name = name;
        Port = FreePort();
        var line = command(Port);
        var start = new ProcessStartInfo(line[0], line[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(line[0]))! };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        Started = Stopwatch.GetTimestamp();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Note;
        _process.ErrorDataReceived += Note;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Name { get; }

    public int Port { get; }

    /// <summary>The instant of the process's start, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long Started { get; }

    /// <summary>Asks again and again until there is an answer; returns it.</summary>
    public async Task<byte[]> FirstAnswer(string words)
    {
        var request = new SignedRequests(words, 1, Port).Next();
        while (true)
        {
            using var connection = new SlackConnection(Port);
            try
            {
                await connection.Connect();
                return (await connection.Ask(request)).ToArray();
            }
            catch (SocketException) when (!_process.HasExited && Stopwatch.GetElapsedTime(Started) < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            }
            catch (Exception problem) when (problem is SocketException or InvalidDataException)
            {
                throw new InvalidOperationException($"{Name} does not answer: {problem.Message} It said: {_said}", problem);
            }
        }
    }

    /// <summary>Resident memory in bytes.</summary>
    public long Memory()
    {
        // The kernel's own number: Process.WorkingSet64 is the same, rounded elsewhere.
        var line = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    /// <summary>Below the ports that the kernel hands out, among which a client that tries a port too early may connect to itself.</summary>
    private static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // The next one, then.
            }
        }
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
        {
            if (_said.Length < 10_000)
            {
                _said.AppendLine(line.Data);
            }
        }
    }
}
