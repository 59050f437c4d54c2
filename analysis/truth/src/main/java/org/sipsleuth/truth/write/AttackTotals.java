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
import org.sipsleuth.truth.GroundTruthEntry;
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
    private long fromNanos = Long.MAX_VALUE;
    private long toNanos = Long.MIN_VALUE;
    private long lastFrame;
    private long messages;

    /// @param number its place among all attacks
    AttackTotals(Attack attack, int number, Listed listed, ListSpool lists) {
        this.attack = attack;
        this.number = number;
        this.listed = listed;
        this.names = List.of(lists.list(), lists.list(), lists.list());
        this.frames = lists.list();
    }

    /// A dialog of its own has begun.
    void dialog(String callId) {
        names.get(DIALOGS).add(quoted(callId));
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
        if (!attack.equals(entry.label().dialog().attack())) {
            name(DIALOGS, entry.callId());
        }
    }

    private void name(int list, String name) {
        if (name.equals(last[list])) {
            return;
        }
        last[list] = name;
        if (listed.isFull()) {
            incomplete[list] = true;
            return;
        }
        byte[] item = quoted(name);
        if (listed.isNew(item, (long) number * LISTS + list)) {
            names.get(list).add(item);
        }
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
        return messages > 0
                ? new AttackFacts(attack, fromNanos, toNanos, messages)
                : new AttackFacts(attack, 0, 0, 0);
    }

    /// Writes it as an object.
    ///
    /// @param out where `json` writes to
    void write(JsonGenerator json, OutputStream out) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", attack.id());
        json.writeStringField("class", attack.trafficClass().text());
        json.writeStringField("story", attack.story());
        json.writeFieldName("from");
        time(json, fromNanos);
        json.writeFieldName("to");
        time(json, toNanos);
        json.writeNumberField("messages", messages);
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
    private void time(JsonGenerator json, long nanos) throws IOException {
        if (messages > 0) {
            json.writeNumber(BigDecimal.valueOf(nanos, NANO_DIGITS).toPlainString());
        } else {
            json.writeNull();
        }
    }

    private static void list(JsonGenerator json, OutputStream out, String name, Growing items)
            throws IOException {
        json.writeArrayFieldStart(name);
        json.flush();
        items.copyTo(out);
        json.writeEndArray();
    }
}
