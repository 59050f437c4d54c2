package org.sipsleuth.view.lab;

import static org.sipsleuth.view.ui.Texts.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.lab.question.Answer;
import org.sipsleuth.lab.question.AnswerException;
import org.sipsleuth.lab.question.AnswerText;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.view.session.Selection;

/// What the selection of the window offers as an answer.
///
/// @param words what it is: `Source address 192.0.2.1`
/// @param answer as it would be typed
record SelectionAnswer(String words, String answer) {

    private static final long NANOS = 1_000_000_000L;

    /// All that fits a question, the likeliest first; empty if nothing does.
    ///
    /// @param filter the window's, or empty
    static List<SelectionAnswer> of(Question question, SipIndex index, Selection selection, String filter) {
        return switch (question.kind()) {
            case FRAMES -> frames(index, selection);
            case TIME_RANGE -> range(index, selection);
            case FILTER, SIGNATURE -> filter.isEmpty() ? List.of() : List.of(new SelectionAnswer(filter, filter));
            case HOSTS -> sets(hosts(index, selection), allHosts(index, selection));
            case USERS -> sets(users(question, index, selection), allUsers(question, index, selection));
            case VALUE -> Stream.concat(users(question, index, selection).stream(),
                    Stream.concat(hosts(index, selection).stream(), seconds(question, index, selection).stream()))
                    .toList();
            case ONE_OF, SEVERAL_OF, THRESHOLD, TEXT -> List.of();
        };
    }

    private static List<SelectionAnswer> frames(SipIndex index, Selection selection) {
        TreeSet<Integer> frames = new TreeSet<>();
        selection.messages().forEach(message -> frames.add(index.messages().frame(message)));
        return frames.isEmpty() ? List.of()
                : List.of(said("lab.take.frames", AnswerText.write(new Answer.Frames(frames))));
    }

    private static List<SelectionAnswer> range(SipIndex index, Selection selection) {
        return span(index, selection)
                .map(span -> said("lab.take.range",
                        AnswerText.write(new Answer.Span(moment(span.fromNanos()), moment(span.toNanos())))))
                .stream()
                .toList();
    }

    private static List<SelectionAnswer> seconds(Question question, SipIndex index, Selection selection) {
        if (!question.unit().equals("s")) {
            return List.of();
        }
        return span(index, selection)
                .map(span -> said("lab.take.seconds",
                        AnswerText.plain(Math.round((span.toNanos() - span.fromNanos()) / 1e6) / 1e3)))
                .stream()
                .toList();
    }

    /// The range of the strip, else from the first selected message to the last, else from the first
    /// message of the chosen dialogs to the last.
    private static Optional<Selection.TimeRange> span(SipIndex index, Selection selection) {
        if (selection.time().isPresent()) {
            return selection.time();
        }
        MessageTable table = index.messages();
        List<Long> times = selection.messages().stream().map(table::capturedAtNanos).sorted().toList();
        return times.size() < 2 ? spanOfDialogs(index.dialogs(), selection)
                : Optional.of(new Selection.TimeRange(times.getFirst(), times.getLast()));
    }

    private static Optional<Selection.TimeRange> spanOfDialogs(DialogTable table, Selection selection) {
        if (selection.dialogs().stream().mapToInt(table::messageCount).sum() < 2) {
            return Optional.empty();
        }
        LongSummaryStatistics starts = selection.dialogs().stream().mapToLong(table::startNanos).summaryStatistics();
        LongSummaryStatistics ends = selection.dialogs()
                .stream()
                .mapToLong(dialog -> table.startNanos(dialog) + table.durationNanos(dialog))
                .summaryStatistics();
        return Optional.of(new Selection.TimeRange(starts.getMin(), ends.getMax()));
    }

    /// Of several all that differ, in place of those of the current one.
    private static List<SelectionAnswer> sets(List<SelectionAnswer> ofOne, List<SelectionAnswer> ofAll) {
        return ofAll.isEmpty() ? ofOne : ofAll;
    }

    private static List<SelectionAnswer> allHosts(SipIndex index, Selection selection) {
        List<Integer> several = several(index, selection);
        MessageTable table = index.messages();
        return all("lab.take.sources", several.stream().map(one -> table.endpoint(table.source(one)).host()),
                "lab.take.destinations", several.stream().map(one -> table.endpoint(table.destination(one)).host()));
    }

    private static List<SelectionAnswer> allUsers(Question question, SipIndex index, Selection selection) {
        List<Integer> dialogs = several(index, selection).stream().map(index.messages()::dialog).distinct().toList();
        return all("lab.take.callers",
                dialogs.stream().flatMap(one -> user(question, index.dialogs().caller(one)).stream()),
                "lab.take.callees",
                dialogs.stream().flatMap(one -> user(question, index.dialogs().callee(one)).stream()));
    }

    private static List<SelectionAnswer> all(String fromKey, Stream<String> from, String toKey, Stream<String> to) {
        return Stream.concat(all(fromKey, from).stream(), all(toKey, to).stream()).toList();
    }

    private static Optional<SelectionAnswer> all(String key, Stream<String> members) {
        List<String> each = members.distinct().toList();
        return each.isEmpty() ? Optional.empty()
                : Optional.of(new SelectionAnswer(text(key, each.size(), each.getFirst()), String.join(", ", each)));
    }

    /// The chosen messages if these are several, else the first one of each of several dialogs.
    private static List<Integer> several(SipIndex index, Selection selection) {
        if (selection.messages().size() > 1) {
            return List.copyOf(selection.messages());
        }
        return selection.dialogs().size() > 1 ? selection.dialogs().stream().map(index.dialogs()::firstMessage).toList()
                : List.of();
    }

    private static Instant moment(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    private static List<SelectionAnswer> hosts(SipIndex index, Selection selection) {
        MessageTable table = index.messages();
        return message(index, selection)
                .map(message -> List.of(said("lab.take.source", table.endpoint(table.source(message)).host()),
                        said("lab.take.destination", table.endpoint(table.destination(message)).host())))
                .orElse(List.of());
    }

    /// The current message, else the first one of the chosen dialog.
    private static Optional<Integer> message(SipIndex index, Selection selection) {
        return selection.messages().isEmpty()
                ? selection.dialogs().stream().findFirst().map(index.dialogs()::firstMessage)
                : Optional.of(selection.messages().getLast());
    }

    private static List<SelectionAnswer> users(Question question, SipIndex index, Selection selection) {
        Optional<Integer> dialog = message(index, selection).map(index.messages()::dialog);
        if (dialog.isEmpty()) {
            return List.of();
        }
        List<SelectionAnswer> users = new ArrayList<>();
        user(question, index.dialogs().caller(dialog.get())).ifPresent(its -> users.add(said("lab.take.caller", its)));
        user(question, index.dialogs().callee(dialog.get())).ifPresent(its -> users.add(said("lab.take.callee", its)));
        return users;
    }

    private static Optional<String> user(Question question, String uri) {
        Question users = Question.of(question.id(), QuestionKind.USERS, "", "", 0);
        try {
            return Optional.of(AnswerText.write(AnswerText.read(users, uri, Instant.EPOCH)));
        } catch (AnswerException none) {
            return Optional.empty();
        }
    }

    private static SelectionAnswer said(String key, String answer) {
        return new SelectionAnswer(text(key, answer), answer);
    }
}
