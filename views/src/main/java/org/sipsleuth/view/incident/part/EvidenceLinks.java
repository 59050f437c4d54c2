package org.sipsleuth.view.incident.part;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.dialog.statistics.Figure;
import org.sipsleuth.dialog.statistics.FigureDialogs;
import org.sipsleuth.dialog.statistics.StatisticsScope;
import org.sipsleuth.filter.syntax.StringLiteral;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.FrameFilter;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows what statements rest on: selects the messages, and filters the dialogs to them. Back
/// returns. Used on the JavaFX thread; what takes time is done elsewhere.
public final class EvidenceLinks {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceLinks.class);

    /// More messages are not selected, only their dialogs.
    private static final int MOST_SELECTED = 20_000;

    /// The id of the page of beliefs.
    private static final String BELIEFS = "beliefs";

    private final SelectionModel selection;
    private final Workplace.Frame window;
    private final Executor background;

    public EvidenceLinks(Workplace place) {
        selection = place.selection();
        window = place.window();
        background = place.background().pool();
    }

    /// Where a link leads.
    ///
    /// @param words what the filter leaves; empty if there is none
    private record Target(List<Integer> dialogs, List<Integer> messages, String filter, String words) {

        /// Without a filter.
        private Target(List<Integer> dialogs, List<Integer> messages) {
            this(dialogs, messages, "", "");
        }
    }

    /// Shows the messages of evidence.
    public void open(SipIndex index, Evidence evidence) {
        open(() -> target(index, evidence));
    }

    /// Shows one message in its ladder.
    public void openMessage(SipIndex index, int message) {
        Target target = new Target(List.of(index.messages().dialog(message)), List.of(message));
        show(target);
    }

    /// Selects messages everywhere, and stays.
    public void select(SipIndex index, int message) {
        selection.set(
                selection.get().withDialogs(List.of(index.messages().dialog(message))).withMessages(List.of(message)));
    }

    /// Selects the messages of evidence, then does something with them.
    public void select(SipIndex index, Evidence evidence, Runnable then) {
        run(() -> target(index, evidence), target -> {
            selection.set(in(target));
            then.run();
        });
    }

    /// Shows the dialogs of a figure.
    ///
    /// @param scope what it counts
    public void open(SipIndex index, StatisticsScope scope, Figure figure) {
        open(() -> new Target(FigureDialogs.of(index, scope, figure, RunMonitor.NONE), List.of()));
    }

    /// Shows the dialogs of some calls, and only these.
    ///
    /// @param name what they have in common
    public void openCalls(SipIndex index, List<Integer> dialogs, String name) {
        open(() -> new Target(dialogs, List.of(), frames(index, dialogs).orElse(""),
                text("shown.calls", dialogs.size(), name)));
    }

    /// Shows the dialogs of a problem, and only these: by its title where the filter for their
    /// frames could not be read. Selects the first of them, and in it the first message that shows
    /// the problem, which the inspector then explains.
    ///
    /// @param problem that affects a dialog
    public void openProblem(SipIndex index, Problem problem) {
        int first = problem.dialogs().getFirst();
        open(() -> new Target(List.of(first), problem.firstMessage(index, first).stream().boxed().toList(),
                frames(index, problem.dialogs()).orElseGet(
                        () -> "problem.title == " + StringLiteral.quoted(problem.title().text())),
                words(problem)));
    }

    private static String words(Problem problem) {
        return problem.calls() > 0 ? text("shown.calls", problem.calls(), IncidentTexts.visible(problem.title().text()))
                : text("shown.dialogs", problem.dialogs().size(), IncidentTexts.visible(problem.title().text()));
    }

    private static Optional<String> frames(SipIndex index, List<Integer> dialogs) {
        return FrameFilter.of(index,
                Evidence.ofDialogs(dialogs.stream().mapToInt(Integer::intValue).toArray(), List.of()));
    }

    /// Shows the dialogs of an address.
    public void openHost(String address) {
        openHost(address, Optional.empty());
    }

    /// Shows the dialogs of an address.
    ///
    /// @param range that they are in; empty for all times
    public void openHost(String address, Optional<TimeRange> range) {
        filter((address.indexOf(':') >= 0 ? "ipv6.addr == " : "ip.addr == ") + address,
                text("shown.host", IncidentTexts.visible(address)), range);
    }

    /// Shows what is believed of the source with an address.
    public void openBeliefs(String address) {
        window.open(BELIEFS, address);
    }

    /// Shows the dialogs of a user.
    public void openUser(String user) {
        String name = StringLiteral.quoted(user);
        filter("sip.from.user == " + name + " || sip.to.user == " + name,
                text("shown.user", IncidentTexts.visible(user)), Optional.empty());
    }

    /// Shows the dialogs whose requests name a user agent.
    ///
    /// @param range that they are in; empty for all times
    public void openUserAgent(String name, Optional<TimeRange> range) {
        filter("sip.User-Agent == " + StringLiteral.quoted(name), text("shown.agent", IncidentTexts.visible(name)),
                range);
    }

    private void filter(String expression, String words, Optional<TimeRange> range) {
        window.showDialogs(Selection.NONE.withTime(range), expression, words);
    }

    /// What can take long to find.
    @FunctionalInterface
    private interface Search {
        Target find();
    }

    private void open(Search search) {
        run(search, this::show);
    }

    private void run(Search search, Consumer<Target> then) {
        RunTask<Target> task = new RunTask<>(_ -> search.find());
        task.setOnSucceeded(_ -> then.accept(task.getValue()));
        task.setOnFailed(_ -> FailureLog.warn(LOG, "The evidence was not found", task.getException()));
        background.execute(task);
    }

    private void show(Target target) {
        window.showDialogs(in(target), target.filter(), target.words());
    }

    /// Of all times: a range that was chosen before would hide evidence outside of it. The current
    /// message of a selection is its last; evidence is read from its first message on. Two messages
    /// stay in order, since they are compared.
    private static Selection in(Target target) {
        List<Integer> messages = new ArrayList<>(target.messages());
        if (messages.size() > 2) {
            Collections.rotate(messages, -1);
        }
        return Selection.NONE.withDialogs(target.dialogs()).withMessages(messages);
    }

    private static Target target(SipIndex index, Evidence evidence) {
        int[] messages = evidence.messages(index);
        int[] dialogs = evidence.dialogs(index);
        return new Target(Arrays.stream(dialogs).boxed().toList(),
                messages.length > MOST_SELECTED ? List.of() : Arrays.stream(messages).boxed().toList(),
                FrameFilter.of(index, evidence).orElse(""), text("shown.evidence", dialogs.length));
    }

    /// `137–455`: the first and the last frame of evidence, for a chip. Others may lie
    /// between them.
    public static String frameSpan(SipIndex index, Evidence evidence) {
        List<FrameNumber> frames =
                evidence.frames(index).stream().sorted(Comparator.comparingInt(FrameNumber::frame)).toList();
        if (frames.isEmpty()) {
            return "–";
        }
        String first = index.frameText(frames.getFirst().file(), frames.getFirst().frame());
        String last = index.frameText(frames.getLast().file(), frames.getLast().frame());
        return first.equals(last) ? first : first + "–" + last.replaceFirst("^log byte ", "");
    }
}
