package org.sipsleuth.truth.write;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.BaselineFacts;
import org.sipsleuth.truth.CaptureFacts;
import org.sipsleuth.truth.GroundTruthEntry;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.MutatedBytes;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.Truth;
import org.sipsleuth.truth.UserFacts;
import org.sipsleuth.truth.spool.ListSpool;
import org.sipsleuth.truth.spool.RowSpool;

/// Writes a ground-truth file (docs/SIMULATOR.md). Entries are kept in temporary files beside it,
/// so that memory does not grow with the capture. One thread may add attacks and users, another
/// messages.
public final class TruthWriter implements Truth, Closeable {

    private final JsonFactory factory = new JsonFactory();
    private final RowSpool dialogRows;
    private final RowSpool messageRows;
    private final RowSpool userRows;
    private final ListSpool lists;
    private final AttackTotals.Listed listed = new AttackTotals.Listed();
    private final List<AttackTotals> attacks = new ArrayList<>();
    private final Map<Attack, AttackTotals> totals = new ConcurrentHashMap<>();
    private long messages;
    private long dialogs;
    private long lastFrame;
    private int placeInFrame;

    /// @param directory the directory of the temporary files
    public TruthWriter(Path directory) throws IOException {
        this.dialogRows = new RowSpool(factory, directory);
        this.messageRows = new RowSpool(factory, directory);
        this.userRows = new RowSpool(factory, directory);
        this.lists = new ListSpool(directory);
    }

    @Override
    public Attack attack(AttackPlan plan) {
        Attack attack = Attack.of("A" + (attacks.size() + 1), plan);
        AttackTotals total = new AttackTotals(attack, attacks.size(), listed, lists);
        attacks.add(total);
        totals.put(attack, total);
        return attack;
    }

    @Override
    public void reached(Attack attack, AttackOutcome outcome) {
        total(attack).achievement().reached(outcome);
    }

    @Override
    public void account(Attack attack, String user) {
        total(attack).achievement().account(user);
    }

    @Override
    public void user(String uri, UserFacts facts) {
        try {
            UserRow.write(userRows.rows(), uri, facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Records a message of the capture.
    ///
    /// @param frame the frame that completes it, from 1; never lower than the one before
    /// @param atNanos its time in ns since the epoch
    /// @throws UncheckedIOException if a temporary file cannot be written
    public void message(long frame, long atNanos, GroundTruthEntry entry) {
        messages++;
        placeInFrame = frame == lastFrame ? placeInFrame + 1 : 0;
        lastFrame = frame;
        Label label = entry.label();
        try {
            if (label.isFirst()) {
                dialog(entry.callId(), label.dialog());
            }
            Attack own = label.dialog().attack();
            if (own != null && entry.message().isOriginal() && label.begins()) {
                total(own).begins(atNanos, entry);
            }
            Attack attack = label.attack();
            if (attack != null) {
                total(attack).message(frame, atNanos, entry);
            }
            if (label.trafficClass() != TrafficClass.NORMAL) {
                messageRow(frame, entry, attack);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dialog(String callId, Label label) throws IOException {
        dialogs++;
        Attack attack = label.attack();
        if (attack != null) {
            total(attack).dialog(callId);
        }
        JsonGenerator json = dialogRows.rows();
        json.writeStartObject();
        json.writeStringField("call_id", callId);
        json.writeStringField("class", label.trafficClass().text());
        writeAttack(json, attack);
        if (!label.note().isEmpty()) {
            json.writeStringField("note", label.note());
        }
        json.writeEndObject();
    }

    private void messageRow(long frame, GroundTruthEntry entry, @Nullable Attack attack) throws IOException {
        JsonGenerator json = messageRows.rows();
        json.writeStartObject();
        json.writeNumberField("frame", frame);
        if (placeInFrame > 0) {
            json.writeNumberField("place", placeInFrame);
        }
        json.writeStringField("class", entry.label().trafficClass().text());
        writeAttack(json, attack);
        if (!entry.mutations().isEmpty()) {
            json.writeArrayFieldStart("mutations");
            for (MutatedBytes mutation : entry.mutations()) {
                json.writeStartObject();
                json.writeNumberField("from", mutation.from());
                json.writeNumberField("to", mutation.to());
                json.writeStringField("what", mutation.what());
                if (!mutation.rule().isEmpty()) {
                    json.writeStringField("rule", mutation.rule());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeAttack(JsonGenerator json, @Nullable Attack attack) throws IOException {
        if (attack == null) {
            json.writeNullField("attack");
        } else {
            json.writeStringField("attack", attack.id());
        }
    }

    private AttackTotals total(Attack attack) {
        AttackTotals total = totals.get(attack);
        if (total == null) {
            throw new IllegalArgumentException("an attack of another truth: " + attack.id());
        }
        return total;
    }

    /// The number of recorded messages.
    public long messages() {
        return messages;
    }

    /// How many dialogs they belong to.
    public long dialogs() {
        return dialogs;
    }

    /// What is summed up of each attack so far.
    public List<AttackFacts> attackFacts() {
        return attacks.stream().map(AttackTotals::facts).toList();
    }

    /// Writes the file, and leaves the stream open.
    public void finish(OutputStream out, Played played, CaptureFacts capture, Optional<BaselineFacts> baseline)
            throws IOException {
        try (JsonGenerator json = factory.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new TruthLines());
            json.writeStartObject();
            TruthFacts.write(json, played, capture, baseline);
            json.writeArrayFieldStart("attacks");
            line(json);
            for (AttackTotals attack : attacks) {
                attack.write(json, out);
            }
            json.writeEndArray();
            section(json, out, "dialogs", dialogRows);
            section(json, out, "messages", messageRows);
            section(json, out, "users", userRows);
            json.writeEndObject();
            line(json);
        }
    }

    private static void section(JsonGenerator json, OutputStream out, String name, RowSpool rows) throws IOException {
        json.writeArrayFieldStart(name);
        line(json);
        json.flush();
        rows.copyTo(out);
        json.writeEndArray();
    }

    private static void line(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        try (dialogRows; messageRows; userRows; lists) {
            totals.clear();
        }
    }
}
