package org.sipsleuth.view.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.view.edge.flow.FlowOutcome;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.filter.FrameFilter;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Selects the messages of an outcome, and filters the dialogs to them. Back returns. Used on the
/// JavaFX thread.
final class EdgeLinks {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeLinks.class);

    /// More messages are not selected, only their dialogs.
    private static final int MOST_SELECTED = 20_000;

    private final Workplace place;

    EdgeLinks(Workplace place) {
        this.place = place;
    }

    /// Where a link leads.
    private record Target(Selection selection, String filter) {}

    /// Shows the messages of an outcome.
    ///
    /// @param its only those of this class
    void open(ReplayResult result, FlowOutcome outcome, Optional<MessageClass> its) {
        RunTask<Target> task = new RunTask<>(_ -> target(result, outcome, its));
        task.setOnSucceeded(_ -> place.window().showDialogs(task.getValue().selection(), task.getValue().filter()));
        task.setOnFailed(_ -> FailureLog.warn(LOG, "The messages were not found", task.getException()));
        place.background().pool().execute(task);
    }

    /// Shows a message in its dialog.
    void open(SipIndex index, int message) {
        Evidence evidence = Evidence.ofMessages(new int[]{message}, List.of());
        place.window()
                .showDialogs(Selection.NONE.withDialogs(List.of(index.messages().dialog(message)))
                        .withMessages(List.of(message)), FrameFilter.of(index, evidence).orElse(""));
    }

    /// The current message of a selection is its last; messages are read from the first on.
    private static Target target(ReplayResult result, FlowOutcome outcome, Optional<MessageClass> its) {
        SipIndex index = result.input().traffic().index();
        int[] messages = outcome.messages(result, its);
        Evidence evidence = Evidence.ofMessages(messages, List.of());
        List<Integer> selected =
                messages.length > MOST_SELECTED ? List.of() : new ArrayList<>(Arrays.stream(messages).boxed().toList());
        if (selected.size() > 2) {
            Collections.rotate(selected, -1);
        }
        List<Integer> dialogs = Arrays.stream(evidence.dialogs(index)).boxed().toList();
        return new Target(Selection.NONE.withDialogs(dialogs).withMessages(selected),
                FrameFilter.of(index, evidence).orElse(""));
    }
}
