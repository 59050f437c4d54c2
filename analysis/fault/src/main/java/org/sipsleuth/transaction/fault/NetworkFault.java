package org.sipsleuth.transaction.fault;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.coverage.Span;

/// A fault with its evidence.
///
/// @param dialogs the dialogs it concerns, in the order of time, at most [#MOST]; empty where no
///     message of them was captured whole
/// @param users the users it concerns, at most [#MOST]; may be empty
/// @param messages the messages that show it, at most [#MOST]
/// @param frames the frames without a message that show it, at most [#MOST]
/// @param values what was measured or quoted, by name, in a fixed order
/// @param count how often it occurred
/// @param span from the first to the last time
/// @param text all of that in one sentence
public record NetworkFault(FaultKind kind, List<Integer> dialogs, List<String> users, List<Integer> messages,
        List<FrameNumber> frames, Map<String, String> values, long count, Span span, String text) {

    /// Longer lists are cut.
    public static final int MOST = 100;

    /// The value that names the requests of a broken connection that stayed without a response.
    public static final String UNANSWERED = "unanswered";

    public NetworkFault {
        dialogs = List.copyOf(dialogs);
        users = List.copyOf(users);
        messages = List.copyOf(messages);
        frames = List.copyOf(frames);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
