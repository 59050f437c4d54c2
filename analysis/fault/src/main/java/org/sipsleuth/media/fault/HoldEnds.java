package org.sipsleuth.media.fault;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.SipMessage;

/// Which calls were handed over while they were on hold (RFC 5589): a transfer ends them as it
/// should. Safe for several threads; read when first asked for, since few calls end on hold.
final class HoldEnds {

    /// Of more REFERs and INVITEs the first ones are read.
    private static final int MOST_READ = 20_000;

    private static final Pattern REPLACED = Pattern.compile("(?i)Replaces=([^?&>;%]+(?:%40[^?&>;%]+)?)");

    private final SipIndex index;
    private @Nullable Set<String> replaced;

    HoldEnds(SipIndex index) {
        this.index = index;
    }

    /// Whether a call was transferred: by a REFER of its own, or as the one that another replaces.
    boolean isTransferred(int dialog) {
        MessageTable messages = index.messages();
        for (int message : index.messagesOf(dialog)) {
            if (messages.type(message) == MessageTypes.REFER) {
                return true;
            }
        }
        return replaced().contains(index.dialogs().callId(dialog));
    }

    private synchronized Set<String> replaced() {
        Set<String> known = replaced;
        if (known == null) {
            known = read();
            replaced = known;
        }
        return known;
    }

    private Set<String> read() {
        Set<String> callIds = new HashSet<>();
        MessageTable messages = index.messages();
        int read = 0;
        for (int message = 0; message < messages.size() && read < MOST_READ; message++) {
            int type = messages.type(message);
            boolean isFirst = type == MessageTypes.INVITE && !messages.hasToTag(message);
            if ((type == MessageTypes.REFER || isFirst) && !messages.isRetransmission(message)) {
                read++;
                add(index.message(message), callIds);
            }
        }
        return callIds;
    }

    private static void add(SipMessage message, Set<String> callIds) {
        message.header("Replaces").map(value -> value.split(";", 2)[0].strip()).ifPresent(callIds::add);
        message.header("Refer-To").ifPresent(value -> {
            Matcher matcher = REPLACED.matcher(value);
            if (matcher.find()) {
                callIds.add(matcher.group(1).replace("%40", "@"));
            }
        });
    }
}
