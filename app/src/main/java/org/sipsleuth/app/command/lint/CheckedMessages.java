package org.sipsleuth.app.command.lint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sipsleuth.conformance.Conformance;
import org.sipsleuth.conformance.Departure;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sip.SipMessage;

/// Messages of a capture with what departs from the RFCs in them. Equal messages are checked once
/// while the last [#MOST_KEPT] different ones are at hand.
public final class CheckedMessages {

    /// Retransmissions follow each other closely.
    private static final int MOST_KEPT = 4_096;

    private static final int BETWEEN_REPORTS = 256;
    private static final String STAGE = "Checking messages";

    /// One departure of one message.
    ///
    /// @param message its number in the index
    /// @param sender what the message says its sender is: User-Agent or Server, or empty
    record Found(int message, String sender, Departure departure) {}

    /// What is known of the bytes of a message.
    private record Checked(String sender, List<Departure> departures) {}

    private final SipIndex index;
    private final List<Found> found = new ArrayList<>();

    private final Map<String, Checked> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Checked> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private int count;

    private CheckedMessages(SipIndex index) {
        this.index = index;
    }

    /// Checks these messages, which are in order.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static CheckedMessages of(SipIndex index, IntStream messages, RunMonitor monitor) {
        CheckedMessages checked = new CheckedMessages(index);
        int all = index.messages().size();
        messages.forEach(message -> {
            if (checked.count % BETWEEN_REPORTS == 0) {
                monitor.progress(new Progress(STAGE, message, all));
                monitor.throwIfCancelled();
            }
            checked.check(message);
        });
        checked.known.clear();
        return checked;
    }

    private void check(int message) {
        count++;
        byte[] bytes = index.bytes(message);
        boolean isCut = index.messages().isCut(message);
        String key = index.messages().transport(message) + (isCut ? " cut " : " ")
                + new String(bytes, StandardCharsets.ISO_8859_1);
        Checked checked = known.get(key);
        if (checked == null) {
            checked = new Checked(sender(bytes, isCut),
                    Conformance.check(bytes, index.messages().transport(message), isCut));
            known.put(key, checked);
        }
        for (Departure departure : checked.departures()) {
            found.add(new Found(message, checked.sender(), departure));
        }
    }

    private static String sender(byte[] bytes, boolean isCut) {
        SipMessage message = SipMessage.of(bytes, isCut);
        return message.header("User-Agent").or(() -> message.header("Server")).orElse("");
    }

    /// Whether one is at least as severe.
    public boolean has(Severity least) {
        return found.stream().anyMatch(each -> each.departure().severity().compareTo(least) >= 0);
    }

    SipIndex index() {
        return index;
    }

    /// Whether nothing departs from the RFCs.
    public boolean isClean() {
        return found.isEmpty();
    }

    /// In the order of the messages, then of their places.
    List<Found> found() {
        return found;
    }

    /// How many messages were checked, and how many of them depart, as a sentence.
    public String summary() {
        if (count == 0) {
            return "No message was checked.";
        }
        if (isClean()) {
            return "Nothing departs from the RFCs: %s checked.".formatted(HumanText.count(count, "message"));
        }
        long departing = found.stream().mapToInt(Found::message).distinct().count();
        return "%s checked, %s of them with departures from the RFCs".formatted(HumanText.count(count, "message"),
                HumanText.count(departing));
    }
}
