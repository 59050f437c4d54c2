package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;

/// Finds the INFO requests of a call that carry DTMF: `application/dtmf-relay` and the like.
final class DtmfMessages {

    private static final String INFO = "INFO";
    private static final String TYPE = "application/dtmf";

    /// Of more the first ones are read.
    private static final int MOST_READ = 100;

    private DtmfMessages() {}

    static List<Integer> of(SipIndex index, int dialog) {
        MessageTable messages = index.messages();
        List<Integer> found = new ArrayList<>();
        int read = 0;
        for (int message : index.messagesOf(dialog)) {
            boolean isInfo = messages.isRequest(message) && messages.hasBody(message)
                    && !messages.isRetransmission(message) && messages.typeName(messages.type(message)).equals(INFO);
            if (isInfo && read++ < MOST_READ
                    && index.message(message)
                            .header("Content-Type")
                            .filter(type -> type.strip().toLowerCase(Locale.ROOT).startsWith(TYPE))
                            .isPresent()) {
                found.add(message);
            }
        }
        return found;
    }
}
