package org.sipsleuth.truth.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.GroundTruthEntry;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.spool.ListSpool;
import org.sipsleuth.truth.spool.ListSpool.Growing;

/// What is summed up of one attack while it is seen.
final class AttackTotals {

    /// Names that were listed for any attack, each once; after so many they are listed no more.
    static final class Listed {
        private static final int MOST = 1_000_000;

        private final FingerprintSet names = new FingerprintSet();
        private final Fingerprint fingerprint = new Fingerprint();
        private int count;

        private boolean isFull() {
            return count == MOST;
        }

        private boolean isNew(byte[] name, long attackAndList) {
            fingerprint.begin().add(attackAndList).add(name, 0, name.length).end();
            boolean added = names.add(fingerprint);
            count += added ? 1 : 0;
            return added;
        }
    }

    private static final int NANO_DIGITS = 9;
    private static final int SOURCES = 0;
    private static final int TARGETS = 1;
    private static final int DIALOGS = 2;
    private static final int LISTS = 3;
    private static final List<String> NAMES = List.of("sources", "targets", "call_ids");

    private final Attack attack;
    private final int number;
    private final Listed listed;
    private final List<Growing> names;
    private final boolean[] incomplete = new boolean[LISTS];
    private final String[] last = {"", "", ""};
    private final Growing frames;
    private final Achievement achievement;
    private final Names actors = new Names();

    /// The users of its own dialogs, where the addresses carry the calls of others as well.
    private final Names callers = new Names();

    private final Names victims = new Names();
    private long fromNanos = Long.MAX_VALUE;
    private long toNanos = Long.MIN_VALUE;
    private long requestFromNanos = Long.MAX_VALUE;
    private long requestToNanos = Long.MIN_VALUE;
    private long lastFrame;
    private boolean hasIntruded;
    private long messages;

    /// @param number its place among all attacks
    AttackTotals(Attack attack, int number, Listed listed, ListSpool lists) {
        this.attack = attack;
        this.achievement = new Achievement(attack.kind());
        this.number = number;
        this.listed = listed;
        this.names = List.of(lists.list(), lists.list(), lists.list());
        this.frames = lists.list();
    }

    /// What it achieved.
    Achievement achievement() {
        return achievement;
    }

    /// A dialog of its own is in the capture.
    void dialog(String callId) {
        names.get(DIALOGS).add(quoted(callId));
    }

    /// The first request of a dialog of its own: who sent it is an actor.
    void begins(long atNanos, GroundTruthEntry first) {
        if (attack.forged()) {
            sent(atNanos, first);
        } else if (!hasIntruded) { // else a victim acts as it was made to: a transferred call
            actors.add(first.from());
            if (attack.carried()) {
                callers.add(first.message().fromUser());
            }
        }
    }

    /// The first message in a dialog of others: who sent it is an actor.
    private void intrudes(long atNanos, GroundTruthEntry first) {
        hasIntruded = true;
        if (attack.forged()) {
            sent(atNanos, first);
        } else {
            actors.add(first.from());
        }
    }

    private void sent(long atNanos, GroundTruthEntry entry) {
        requestFromNanos = Math.min(requestFromNanos, atNanos);
        requestToNanos = Math.max(requestToNanos, atNanos);
        victims.add(entry.to());
        achievement.sent(entry.message());
    }

    /// Adds a message of the attack.
    void message(long frame, long atNanos, GroundTruthEntry entry) {
        messages++;
        fromNanos = Math.min(fromNanos, atNanos);
        toNanos = Math.max(toNanos, atNanos);
        if (frame != lastFrame) {
            lastFrame = frame;
            frames.add(Long.toString(frame).getBytes(StandardCharsets.ISO_8859_1));
        }
        name(SOURCES, entry.from());
        name(TARGETS, entry.to());
        boolean isReached = !attack.equals(entry.label().dialog().attack());
        boolean isIntrusion = isReached && name(DIALOGS, entry.callId());
        if (isIntrusion) {
            intrudes(atNanos, entry);
        }
        if (isPassedOn(entry)) {
            victims.add(entry.to());
        }
        if (attack.forged()) {
            return; // only the first message of a dialog is certainly its own
        }
        if (actors.contains(entry.from()) && (entry.message().isOriginal() || isIntrusion)) {
            sent(atNanos, entry);
        } else if (actors.contains(entry.to()) && !entry.message().isRequest()) {
            achievement.received(entry.message());
        }
    }

    /// Whether a proxy passes on what a third host sends into calls and registrations of others:
    /// its victims are the phones behind the proxy as well.
    private boolean isPassedOn(GroundTruthEntry entry) {
        return attack.trafficClass() == TrafficClass.HIJACK && entry.message().isRequest()
                && entry.message().isForwarded() && !actors.contains(entry.to());
    }

    /// Lists a name.
    ///
    /// @return whether it is new
    private boolean name(int list, String name) {
        if (name.equals(last[list])) {
            return false;
        }
        last[list] = name;
        if (listed.isFull()) {
            incomplete[list] = true;
            return false;
        }
        byte[] item = quoted(name);
        boolean isNew = listed.isNew(item, (long) number * LISTS + list);
        if (isNew) {
            names.get(list).add(item);
        }
        return isNew;
    }

    private static byte[] quoted(String name) {
        byte[] text = JsonStringEncoder.getInstance().quoteAsUTF8(name);
        byte[] quoted = new byte[text.length + 2];
        System.arraycopy(text, 0, quoted, 1, text.length);
        quoted[0] = '"';
        quoted[text.length + 1] = '"';
        return quoted;
    }

    AttackFacts facts() {
        boolean isSeen = messages > 0;
        boolean isSent = requestFromNanos <= requestToNanos;
        return new AttackFacts(attack, isSeen ? fromNanos : 0, isSeen ? toNanos : 0, messages,
                isSent ? requestFromNanos : 0, isSent ? requestToNanos : 0, achievement.outcome(), guilty().all(),
                victims.all(), achievement.accounts());
    }

    /// The actors: those whose messages are the attack's, or the users behind them.
    private Names guilty() {
        return attack.carried() ? callers : actors;
    }

    /// Writes it as an object.
    ///
    /// @param out where `json` writes to
    void write(JsonGenerator json, OutputStream out) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", attack.id());
        json.writeStringField("class", attack.trafficClass().text());
        json.writeStringField("kind", attack.kind().map(AttackKind::text).orElse(null));
        json.writeBooleanField("forged", attack.forged());
        json.writeStringField("outcome", achievement.outcome().map(AttackOutcome::text).orElse(null));
        json.writeStringField("story", attack.story());
        boolean isSent = requestFromNanos <= requestToNanos;
        time(json, "from", fromNanos, messages > 0);
        time(json, "to", toNanos, messages > 0);
        time(json, "request_from", requestFromNanos, isSent);
        time(json, "request_to", requestToNanos, isSent);
        json.writeNumberField("messages", messages);
        if (attack.forged()) {
            json.writeNullField("actors");
        } else {
            texts(json, "actors", guilty().all(), guilty().isIncomplete());
            if (attack.carried()) {
                texts(json, "carriers", actors.all(), actors.isIncomplete());
            }
        }
        texts(json, "victims", victims.all(), victims.isIncomplete());
        texts(json, "accounts", achievement.accounts(), false);
        for (int i = 0; i < LISTS; i++) {
            if (incomplete[i]) {
                json.writeBooleanField(NAMES.get(i) + "_incomplete", true);
            }
            list(json, out, NAMES.get(i), names.get(i));
        }
        list(json, out, "frames", frames);
        json.writeEndObject();
    }

    /// Seconds since the epoch with nine digits after the point.
    private static void time(JsonGenerator json, String name, long nanos, boolean isKnown) throws IOException {
        json.writeFieldName(name);
        if (isKnown) {
            json.writeNumber(BigDecimal.valueOf(nanos, NANO_DIGITS).toPlainString());
        } else {
            json.writeNull();
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> texts, boolean isIncomplete)
            throws IOException {
        if (isIncomplete) {
            json.writeBooleanField(name + "_incomplete", true);
        }
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void list(JsonGenerator json, OutputStream out, String name, Growing items) throws IOException {
        json.writeArrayFieldStart(name);
        json.flush();
        items.copyTo(out);
        json.writeEndArray();
    }
}
