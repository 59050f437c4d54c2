package org.sipsleuth.view.export;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.export.ExportRequest;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.ui.UtcTime;

/// What can be exported at one moment. Immutable.
///
/// @param options how the index was read
/// @param legs those of the calls, once they are known; perhaps of an earlier part of the capture
record Exportable(SipIndex index, ReadOptions options, Selection selection, Optional<Legs> legs) {

    /// The legs, if they are those of this index.
    private Optional<Legs> its() {
        return legs.filter(known -> known.index().equals(index));
    }

    /// Whether there is something of this scope.
    boolean has(ExportScope scope) {
        return switch (scope) {
            case DIALOGS -> !dialogs().isEmpty();
            case CALLS -> !dialogs().isEmpty() && its().isPresent();
            case MESSAGES -> !selection.messages().isEmpty();
            case TIME -> selection.time().isPresent();
            case ALL -> index.messages().size() > 0;
        };
    }

    /// The scope to begin with.
    ExportScope first() {
        return has(ExportScope.DIALOGS) ? ExportScope.DIALOGS
                : has(ExportScope.TIME) ? ExportScope.TIME
                : ExportScope.ALL;
    }

    /// What a scope is, with its size; or why it is not there.
    String words(ExportScope scope) {
        String key = "export.scope." + scope.key();
        if (!has(scope)) {
            return text(key + (scope == ExportScope.CALLS && its().isEmpty() ? ".wait" : ".none"));
        }
        return switch (scope) {
            case DIALOGS -> text(key, dialogs().size());
            case CALLS -> text(key, calls().size());
            case MESSAGES -> text(key, selection.messages().size());
            case TIME -> {
                TimeRange range = selection.time().orElseThrow();
                yield text(key, UtcTime.dateAndClock(range.fromNanos()), UtcTime.dateAndClock(range.toNanos()));
            }
            case ALL -> text(key, index.dialogs().size());
        };
    }

    /// The chosen dialogs; where only messages are chosen, theirs.
    private List<Integer> dialogs() {
        if (!selection.dialogs().isEmpty()) {
            return selection.dialogs();
        }
        return selection.messages().stream().map(index.messages()::dialog).distinct().toList();
    }

    private TreeSet<Integer> calls() {
        TreeSet<Integer> all = new TreeSet<>(dialogs());
        its().ifPresent(known -> dialogs().forEach(dialog -> all.addAll(known.legsOf(dialog))));
        return all;
    }

    /// What is asked of the export. Cost: for a range of time, all messages.
    ExportRequest request(ExportScope scope, boolean hasMedia) {
        return switch (scope) {
            case DIALOGS -> ofDialogs(numbers(dialogs()), hasMedia);
            case CALLS -> ofDialogs(numbers(List.copyOf(calls())), hasMedia);
            case ALL -> ofDialogs(IntStream.range(0, index.dialogs().size()).toArray(), hasMedia);
            case MESSAGES -> {
                BitSet messages = new BitSet();
                selection.messages().forEach(messages::set);
                yield ExportRequest.ofMessages(index, messages, hasMedia, options);
            }
            case TIME -> ExportRequest.ofMessages(index, within(), hasMedia, options);
        };
    }

    private ExportRequest ofDialogs(int[] dialogs, boolean hasMedia) {
        return ExportRequest.ofDialogs(index, dialogs, hasMedia, options);
    }

    private static int[] numbers(List<Integer> dialogs) {
        return dialogs.stream().mapToInt(Integer::intValue).toArray();
    }

    private BitSet within() {
        TimeRange range = selection.time().orElseThrow();
        MessageTable messages = index.messages();
        BitSet within = new BitSet();
        for (int message = 0; message < messages.size(); message++) {
            if (range.contains(messages.capturedAtNanos(message))) {
                within.set(message);
            }
        }
        return within;
    }
}
