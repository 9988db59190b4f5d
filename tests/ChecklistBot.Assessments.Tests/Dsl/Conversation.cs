using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Decisions;
using ChecklistBot.Assessments.Desk;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Views;

namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>A conversation of people with the bot, without a platform and without storage: every turn runs through the same pure pieces
/// as in production, in the same order. Ten seconds pass before each turn unless the test says otherwise.</summary>
internal sealed class Conversation(Checklists? checklist = null, ConversationKind kind = ConversationKind.Channel)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private readonly Checklists checklist = checklist ?? Checklists.BuiltIn;
    private readonly Dictionary<AssessmentId, Assessment> states = [];
    private readonly Dictionary<AssessmentId, List<RecordedEvent>> histories = [];
    private readonly List<Post> posts = [];
    private ImmutableDictionary<int, string> names = ImmutableDictionary<int, string>.Empty;

    /// <summary>The moment of the newest turn.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    /// <summary>How long people take before the next turn.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What the newest turn made happen.</summary>
    public IReadOnlyList<AssessmentEvent> Events { get; private set; } = [];

    /// <summary>What the newest turn's person was told; null for nothing.</summary>
    public Reply? Answer { get; private set; }

    /// <summary>The answer as a card.</summary>
    public Card Reply => Answer is null ? throw new InvalidOperationException("There was no reply.") : Draw(new Post(Answer.Content, Current?.Id));

    /// <summary>The assessment that the newest turn was about.</summary>
    public Assessment? Current { get; private set; }

    /// <summary>Its state; there must be one.</summary>
    public Assessment State => Current ?? throw new InvalidOperationException("Nothing was started.");

    /// <summary>Everything that the bot posted, oldest first; replies to one person are not among it.</summary>
    public IReadOnlyList<Post> Posts => posts;

    /// <summary>The present live card.</summary>
    public Card Card => Draw(LivePost());

    /// <summary>The newest recommendation.</summary>
    public Card Recommendation => Draw(posts.Last(post => post.Content is RecommendationContent && post.Assessment == State.Id));

    public Checklists Checklist => checklist;

    public IReadOnlyList<RecordedEvent> History(AssessmentId id) => histories[id];

    public IReadOnlyCollection<Assessment> Assessments => states.Values;

    /// <summary>As the store would list them, newest first.</summary>
    public IReadOnlyList<AssessmentSummary> Summaries =>
        [.. states.Values.OrderByDescending(state => state.Number).Select(state => Summarised.Of(state, posts))];

    /// <summary>Somebody types something to the bot.</summary>
    public Conversation Says(Person person, string text, string? thread = null)
    {
        Meet(person);
        return CarryOut(person, checklist.Grammar.Read(text), thread);
    }

    /// <summary>Somebody taps a button, found by the beginning of its words.</summary>
    /// <param name="person">Who.</param>
    /// <param name="button">The button's label, or its beginning.</param>
    /// <param name="on">The card that they look at; the present live card when left out.</param>
    /// <param name="input">What they type beside it.</param>
    public Conversation Taps(Person person, string button, Card? on = null, string? input = null) =>
        Sends(person, (on ?? Card).Button(button).Action, input);

    /// <summary>An action comes back, whatever it is.</summary>
    public Conversation Sends(Person person, string action, string? input = null)
    {
        Meet(person);
        var instruction = CardAction.Read(action, input, checklist.Grammar);
        if (instruction is not null && (instruction.Id is not { } id || states.ContainsKey(id)))
            return CarryOut(person, instruction, thread: null);
        (Events, Answer) = ([], ConversationReplies.UnknownAction());
        return this;
    }

    /// <summary>Somebody sends the form of all items, which says nothing of what it was filled with.</summary>
    public Conversation Submits(Person person, params (string Item, string Option)[] answers) =>
        Sends(person, CardAction.Form(State.Id), answers.ToImmutableDictionary(answer => answer.Item, answer => answer.Option));

    /// <summary>Somebody changes these items in the form that they opened, leaves the others alone and sends it all.</summary>
    public Conversation Submits(Person person, AnswerForm form, params (string Item, string Option)[] changed)
    {
        var filled = form.Items.Where(item => item.Selected is not null).ToImmutableDictionary(item => item.ItemId, item => item.Selected!);
        return Sends(person, form.Action, filled.SetItems(changed.Select(answer => KeyValuePair.Create(answer.Item, answer.Option))));
    }

    private Conversation Sends(Person person, string action, ImmutableDictionary<string, string> answers)
    {
        Meet(person);
        return CarryOut(person, FormAction.Read(action, answers, checklist.Compiled)!, thread: null);
    }

    /// <summary>The form that somebody opens.</summary>
    public AnswerForm FormOf(Person person) => FormView.Draw(State, checklist.Compiled, person.Number);

    /// <summary>Somebody deletes a message of the bot.</summary>
    public void Deletes(Post post) => post.IsDeleted = true;

    /// <summary>The post of the present live card.</summary>
    public Post LivePost() => posts.Last(post => post.Content is LiveContent live && live.Generation == State.CardGeneration && post.Assessment == State.Id);

    /// <summary>Somebody is called otherwise from now on.</summary>
    public void Renames(Person person, string name) => names = names.SetItem(person.Number, name);

    /// <summary>Somebody's row is removed, as <c>forget me</c> does.</summary>
    public void Forgets(Person person) => names = names.Remove(person.Number);

    /// <summary>Draws a message as it looks now.</summary>
    public Card Draw(Post post) => CardViews.Draw(post.Content, post.Assessment is { } id ? states[id] : null, View(post.Assessment));

    /// <summary>What a view gets besides the state.</summary>
    public ViewContext View(AssessmentId? id) => new()
    {
        Checklist = checklist.Compiled,
        Names = new Names(names),
        TimeZone = London,
        LiveLink = posts.FindLast(post => post.Assessment == id && post.Content is LiveContent) is { IsDeleted: false } live ? Summarised.Link(posts, live) : null,
        RecommendationLinks = posts.Where(post => post is { IsDeleted: false, Content: RecommendationContent } && post.Assessment == id)
            .GroupBy(post => ((RecommendationContent)post.Content).Revision)
            .ToImmutableDictionary(group => group.Key, group => Summarised.Link(posts, group.Last())),
    };

    private void Meet(Person person)
    {
        if (!names.ContainsKey(person.Number))
            names = names.Add(person.Number, person.Name);
    }

    private Conversation CarryOut(Person person, Instruction instruction, string? thread)
    {
        Now += Pause;
        (Events, Answer) = ([], null);
        switch (instruction.Command)
        {
            case Start start:
                var pace = kind == ConversationKind.Personal ? Pace.Quick : Pace.Hold;
                var nothing = AssessmentEvolution.Nothing(new AssessmentId(new Guid(states.Count + 1, 0, 0, new byte[8])), thread);
                Keep(person, null, nothing, Decider.Start(states.Count + 1, start.Title, pace, Context(person)));
                break;
            case ConversationCommand command:
                Answer = ToConversation(person, command);
                break;
            default:
                ToAssessment(person, instruction, thread);
                break;
        }

        return this;
    }

    private Reply ToConversation(Person person, ConversationCommand command)
    {
        switch (command)
        {
            case Help help:
                return HelpTexts.Help(checklist.Compiled.Definition, help.Topic, needsMention: false);
            case NotUnderstood said:
                return HelpTexts.Unknown(said);
            case ShowPinned pinned:
                var all = Summaries.Where(one => one.PinnedRevision is not null).ToList();
                var some = all.Where(one => pinned.Before is not { } before || one.Number < before).Take(RegisterCards.PageSize + 1);
                return Content(RegisterCards.Pinned([.. some], all.Count, pinned, London));
            case ListAll list:
                var page = Summaries.Where(one => list.Before is not { } before || one.Number < before).Take(RegisterCards.PageSize + 1);
                return Content(RegisterCards.List([.. page], list, London));
            case ForgetMe { Asked: null }:
                return ConversationReplies.AskForget(person.Number, isShared: false);
            case ForgetMe { Asked: var asked } when asked != person.Number:
                return ConversationReplies.AskedSomebodyElse();
            default:
                var shown = posts.Count(post => post.Assessment is { } id && PeopleShown.In(states[id]).Contains(person.Number));
                Forgets(person);
                return ConversationReplies.Forgotten(shown, outOfReach: 0);
        }
    }

    private static Reply Content(Card card) => new(ReplyNature.Content, new NoticeContent(card));

    private void ToAssessment(Person person, Instruction instruction, string? thread)
    {
        var target = instruction.Id is { } tapped ? new Found(tapped) : Targeting.Choose(instruction, thread, Summaries, id => Targeting.LastDone(states[id], person.Number));
        if (target is not Found found)
        {
            Answer = ((NotFound)target).Reply;
            return;
        }

        var state = states[found.Id];
        var context = Context(person) with
        {
            Tapped = instruction.Id is not null,
            OthersOpen = states.Values.Any(other => other.Id != state.Id && other.Phase == Phase.Open),
            LiveCardLost = IsDeleted(post => post.Content is LiveContent live && live.Generation == state.CardGeneration, state),
            RecommendationLost = IsDeleted(
                post => post.Content is RecommendationContent given && given.Revision == state.Decision?.Revision && given.Copy == state.RecommendationCopy,
                state),
        };
        Keep(person, state, state, Decider.Decide(state, (AssessmentCommand)instruction.Command, context));
    }

    private bool IsDeleted(Func<Post, bool> which, Assessment state) => posts.Exists(post => post.Assessment == state.Id && post.IsDeleted && which(post));

    private DecisionContext Context(Person person) => new() { Checklist = checklist.Compiled, Now = Now, Person = person.Number };

    private void Keep(Person person, Assessment? before, Assessment start, Decision decision)
    {
        var after = start;
        var recorded = new List<RecordedEvent>();
        foreach (var happened in decision.Events)
        {
            recorded.Add(new RecordedEvent(after.Version + 1, Now, person.Number, happened));
            after = after.Apply(recorded[^1]);
        }

        states[after.Id] = after;
        histories.TryAdd(after.Id, []);
        histories[after.Id].AddRange(recorded);
        (Events, Answer, Current) = (decision.Events, decision.Reply, after);
        Deliver(after, MessagePlan.Of(before, after, recorded));
    }

    private void Deliver(Assessment after, MessagePlan plan)
    {
        posts.AddRange(plan.New.Select(content => new Post(content, after.Id)));
        if (plan.Unpin is { } old)
            Given(after, old).IsPinned = false;
        if (plan.Pin is { } revision)
            Given(after, revision).IsPinned = true;
    }

    private Post Given(Assessment state, int revision) =>
        posts.Last(post => post.Assessment == state.Id && post.Content is RecommendationContent given && given.Revision == revision);
}
