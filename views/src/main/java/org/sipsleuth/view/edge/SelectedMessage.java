package org.sipsleuth.view.edge;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.Optional;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.edge.replay.MessageOutcome;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.edge.traffic.Direction;
import org.sipsleuth.view.edge.text.EdgeText;

/// What became of the message that is selected in the window, in words.
final class SelectedMessage {

    private SelectedMessage() {}

    /// `Selected: INVITE, frame 17: dropped by session queues`; nothing if the replay does not have
    /// it, because the capture has grown meanwhile.
    static Optional<String> words(ReplayResult result, int message) {
        BorderTraffic traffic = result.input().traffic();
        if (message >= traffic.size()) {
            return Optional.empty();
        }
        MessageTable messages = traffic.index().messages();
        return Optional.of(text("selected", messages.typeName(messages.type(message)),
                traffic.index().citation(message), outcome(result, message)));
    }

    private static String outcome(ReplayResult result, int message) {
        if (result.input().traffic().direction(message) == Direction.ELSEWHERE) {
            return text("selected.elsewhere");
        }
        MessageOutcome its = result.outcome(message);
        return its == MessageOutcome.DROPPED
                ? text("selected.dropped",
                        result.ruling(message).protection().map(EdgeText::inSentence).orElse(text("selected.stack")))
                : text("selected." + its.word());
    }
}
