using ChecklistBot.Load.Measuring;

namespace ChecklistBot.Load.Play;

/// <summary>Plays whole assessments on one platform.</summary>
internal interface IPlayer
{
    /// <summary>How the program under test is started.</summary>
    Launch Launch { get; }

    /// <summary>The first thing that a new user sends; true when it was answered as it should be, false while nobody listens.</summary>
    Task<bool> GreetAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>One assessment from its start to its recommendation.</summary>
    /// <param name="scenario">How it is played.</param>
    /// <param name="address">The program under test.</param>
    /// <param name="user">Who plays, from 0.</param>
    /// <param name="number">Which assessment, never the same twice.</param>
    /// <param name="taps">Hears how long each tap took.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LoadFailedException">Something was not as it should be.</exception>
    Task PlayAsync(Scenario scenario, Uri address, int user, int number, Latencies taps, CancellationToken cancellationToken);
}
