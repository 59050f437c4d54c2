package org.sipsleuth.dialog.sight;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintSet;

/// What the place of a capture lets see, and what the absence of a message therefore proves.
///
/// A direction between two hosts is *not captured* where one of them sends requests with the other
/// one's tag (RFC 3261 §12.2.1.1), which only a message of the other one can have told it, and no
/// message of the other one to it is there. Reads columns only, once, when it is asked for the first
/// time. Any thread.
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
    /// @param shownBy the first message that shows it
    public record Direction(String from, String to, int shownBy) {}

    /// Whether no response to a request proves that none came: the way back was captured, and the
    /// request was repeated, or a lossless transport spares its sender that (RFC 3261 §17.1.2.2). A
    /// request outside of dialogs counts without repeats: scanners send each once.
    ///
    /// @param request the last request
    /// @param isRepeated whether its sender sent it again
    public boolean provesSilence(int request, boolean isRepeated) {
        boolean isExpected = isRepeated || messages.transport(request) != Transport.UDP || !messages.hasToTag(request);
        return isExpected && !isUnseen(messages.destination(request), messages.source(request));
    }

    /// Whether no message from one endpoint's host to that of another was captured, although it sent
    /// some.
    public boolean isUnseen(int from, int to) {
        return directions().isUnseen(from, to);
    }

    /// The directions of which nothing was captured, in the order of the messages that show it.
    public List<Direction> unseen() {
        return directions().unseen();
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
        private final FingerprintSet answered = new FingerprintSet();
        private final Fingerprint pair = new Fingerprint();

        Directions() {
            int lastSource = -1;
            int lastDestination = -1;
            for (int message = 0; message < messages.size(); message++) {
                int source = messages.source(message);
                int destination = messages.destination(message);
                boolean isAgain = source == lastSource && destination == lastDestination;
                boolean isWithin = messages.hasToTag(message) && messages.isRequest(message);
                if (!isAgain) {
                    captured.add(pair(hosts.source(message), hosts.destination(message)));
                }
                if (isWithin) {
                    answered.add(pair(hosts.source(message), hosts.destination(message)));
                }
                lastSource = source;
                lastDestination = destination;
            }
        }

        private Fingerprint pair(int from, int to) {
            return pair.begin().add(from).add(to).end();
        }

        synchronized boolean isUnseen(int from, int to) {
            int sender = hosts.of(from);
            int receiver = hosts.of(to);
            return answered.contains(pair(receiver, sender)) && !captured.contains(pair(sender, receiver));
        }

        synchronized List<Direction> unseen() {
            List<Direction> all = new ArrayList<>();
            FingerprintSet listed = new FingerprintSet();
            for (int message = 0; message < messages.size(); message++) {
                boolean isWithin = messages.hasToTag(message) && messages.isRequest(message);
                if (isWithin && isUnseen(messages.destination(message), messages.source(message))
                        && listed.add(pair(hosts.source(message), hosts.destination(message)))) {
                    all.add(new Direction(hosts.address(hosts.destination(message)),
                            hosts.address(hosts.source(message)), message));
                }
            }
            return all;
        }
    }
}
