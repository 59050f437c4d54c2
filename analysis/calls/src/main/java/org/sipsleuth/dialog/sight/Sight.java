package org.sipsleuth.dialog.sight;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintSet;

/// What the place of a capture lets see, and what the absence of a message therefore proves.
///
/// A direction between two hosts is *not captured* where no message from the one to the other is
/// there, although the other one got some: it asked without a tag in To and goes on with the tag that
/// a response gave it (RFC 3261 §12.1.2), or answered an INVITE of a host of which nothing is there.
/// Reads columns only, once, when it is asked for the first time. Any thread.
public final class Sight {

    private final SipIndex index;
    private final MessageTable messages;
    private @Nullable Directions directions;

    public Sight(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// The capture.
    public SipIndex index() {
        return index;
    }

    /// A direction of which nothing was captured.
    ///
    /// @param from the address of the host whose messages are missing
    /// @param to the address of the host that got them
    /// @param isAll whether no message of the first one was captured at all
    /// @param shownBy the first message that shows it
    public record Direction(String from, String to, boolean isAll, int shownBy) {}

    /// Whether no response to a request proves that none came: the way back was captured, and the
    /// request was repeated, or a lossless transport spares its sender that (RFC 3261 §17.1.2.2). A
    /// request outside of dialogs counts without repeats: scanners send each once.
    ///
    /// @param request the last request
    /// @param isRepeated whether its sender sent it again
    public boolean provesSilence(int request, boolean isRepeated) {
        boolean isExpected = isRepeated || messages.transport(request) != Transport.UDP || !messages.hasToTag(request);
        return isExpected && !directions().isUnseen(messages.destination(request), messages.source(request));
    }

    /// The directions of which nothing was captured, in the order of the messages that show it.
    public List<Direction> unseen() {
        return directions().unseen;
    }

    private synchronized Directions directions() {
        if (directions == null) {
            directions = new Directions();
        }
        return directions;
    }

    /// Which hosts sent to which.
    private final class Directions {

        private final Hosts hosts = new Hosts(messages);
        private final FingerprintSet captured = new FingerprintSet();
        private final BitSet senders = new BitSet();

        /// Between whom a message is missing, by who sent it and who got it.
        private final FingerprintSet missing = new FingerprintSet();

        private final Fingerprint pair = new Fingerprint();
        private final List<Direction> unseen = new ArrayList<>();

        Directions() {
            for (int message = 0; message < messages.size(); message++) {
                captured.add(pair(hosts.source(message), hosts.destination(message)));
                senders.set(hosts.source(message));
            }
            FingerprintSet begun = new FingerprintSet();
            for (int message = 0; message < messages.size(); message++) {
                int asker = hosts.source(message);
                int asked = hosts.destination(message);
                if (captured.contains(pair(asked, asker))) {
                    continue;
                }
                pair.begin().add(asker).add(asked).add(messages.dialog(message)).end();
                boolean isRequest = messages.isRequest(message);
                boolean isProof =
                        messages.hasToTag(message) && (isRequest ? begun.contains(pair) : isAnswerToUnseen(message));
                if (isRequest && !messages.hasToTag(message)) {
                    begun.add(pair);
                } else if (isProof && missing.add(pair(asked, asker))) {
                    unseen.add(new Direction(hosts.address(asked), hosts.address(asker), !senders.get(asked), message));
                }
            }
        }

        private Fingerprint pair(int from, int to) {
            return pair.begin().add(from).add(to).end();
        }

        /// Whether a 2xx to an INVITE went to a host of which nothing was captured.
        private boolean isAnswerToUnseen(int response) {
            return messages.isOfInvite(response) && messages.type(response) / 100 == 2
                    && !senders.get(hosts.destination(response));
        }

        synchronized boolean isUnseen(int from, int to) {
            return missing.contains(pair(hosts.of(from), hosts.of(to)));
        }
    }
}
