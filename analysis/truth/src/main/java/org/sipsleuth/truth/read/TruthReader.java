package org.sipsleuth.truth.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.NewerFormat;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.BaselineFacts;
import org.sipsleuth.truth.CaptureFacts;
import org.sipsleuth.truth.MutatedBytes;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.TruthHead;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.UserFacts;

/// Reads a truth file as a stream, and refuses what nobody needs so much of.
final class TruthReader implements Closeable {

    private static final int MOST_ROWS = 20_000_000;
    private static final int MOST_MUTATIONS = 1_000_000;
    private static final int MOST_SETTINGS = 1_000;
    private static final int ROWS_BETWEEN = 4096;

    private final TruthJson json;
    private final TruthRow row;
    private final UserFields userFields;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final LabelPool pool = new LabelPool();
    private final Map<String, Attack> attacks = new HashMap<>();
    private final List<AttackFacts> attackFacts = new ArrayList<>();
    private final NamedLabels<TruthLabel> dialogs = new NamedLabels<>(pool.labels());
    private final FrameLabels messages = new FrameLabels(pool.labels());
    private final NamedLabels<UserFacts> users = new NamedLabels<>(pool.users());
    private RunMonitor monitor = RunMonitor.NONE;
    private String schema = "";
    private String scenario = "";
    private long seed;
    private @Nullable CaptureFacts capture;
    private Optional<BaselineFacts> baseline = Optional.empty();
    private boolean headOnly;
    private long rows;
    private long mutations;

    TruthReader(InputStream in) throws IOException {
        json = new TruthJson(in);
        row = new TruthRow(json);
        userFields = new UserFields(json);
    }

    /// Reads the fields before the lists.
    TruthHead head() throws IOException {
        headOnly = true;
        json.begin();
        json.object(this::field);
        return headSoFar();
    }

    /// Reads all.
    TruthFile read(RunMonitor itsMonitor) throws IOException {
        monitor = itsMonitor;
        json.begin();
        json.object(this::field);
        return new TruthFile(headSoFar(), attackFacts, dialogs, messages, users);
    }

    private TruthHead headSoFar() throws TruthFormatException {
        long version = TruthHead.version(schema);
        if (version > TruthHead.VERSION) {
            throw new TruthFormatException(
                    "It " + NewerFormat.text("ground-truth schema", version, TruthHead.VERSION) + ".");
        }
        if (!TruthHead.READ.contains(schema)) {
            throw json.refusal("unsupported schema, expected " + TruthHead.SCHEMA);
        }
        if (capture == null) {
            throw json.refusal("the capture is not named at the beginning");
        }
        return new TruthHead(scenario, seed, settings, capture, baseline);
    }

    private boolean field(String name) throws IOException {
        switch (name) {
            case "schema" -> schema = json.text();
            case "scenario" -> scenario = json.text();
            case "seed" -> seed = json.number(Long.MIN_VALUE, Long.MAX_VALUE);
            case "settings" -> json.object(this::setting);
            case "capture" -> capture = new HeadFields(json).capture();
            case "baseline" -> baseline = Optional.of(new HeadFields(json).baseline());
            case "attacks", "dialogs", "messages", "users" -> list(name);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean setting(String name) throws IOException {
        if (settings.size() == MOST_SETTINGS) {
            throw json.refusal("too many settings");
        }
        settings.put(name, json.scalar());
        return true;
    }

    private void list(String name) throws IOException {
        if (headOnly) {
            json.stop();
            return;
        }
        headSoFar(); // refuses what is no truth before much of it is read
        switch (name) {
            case "attacks" -> json.array(this::attack);
            case "dialogs" -> json.array(this::dialog);
            case "messages" -> json.array(this::message);
            default -> json.array(this::user);
        }
    }

    private void attack() throws IOException {
        count();
        HeadFields fields = new HeadFields(json);
        AttackFacts facts = fields.attack(pool);
        attackFacts.add(facts);
        if (attacks.put(facts.attack().id(), facts.attack()) != null) {
            throw json.refusal("duplicate attack " + facts.attack().id());
        }
    }

    private void dialog() throws IOException {
        row.read();
        count();
        dialogs.add(row.name(), label());
    }

    private void user() throws IOException {
        userFields.read();
        count();
        UserFacts facts = userFields.facts(HeadFields.trafficClass(json, userFields.trafficClass()),
                attack(userFields.attack()), pool);
        users.add(userFields.name(), pool.number(facts));
    }

    private void message() throws IOException {
        row.read();
        count();
        mutations += row.mutations().size();
        if (mutations > MOST_MUTATIONS) {
            throw json.refusal("too many mutations");
        }
        List<MutatedBytes> kept = new ArrayList<>();
        for (MutatedBytes mutated : row.mutations()) {
            kept.add(new MutatedBytes(mutated.from(), mutated.to(), pool.text(mutated.what()),
                    pool.text(mutated.rule())));
        }
        if (!messages.add(row.frame(), row.place(), label(), kept)) {
            throw json.refusal("messages are not in frame order");
        }
    }

    private int label() throws TruthFormatException {
        TrafficClass trafficClass = HeadFields.trafficClass(json, row.trafficClass());
        Optional<Attack> attack = attack(row.attack());
        String note = pool.text(row.note());
        return pool.number(new TruthLabel(trafficClass, attack, note));
    }

    private Optional<Attack> attack(@Nullable String id) throws TruthFormatException {
        if (id == null) {
            return Optional.empty();
        }
        Attack attack = attacks.get(id);
        if (attack == null) {
            throw json.refusal("no such attack: " + HeadFields.shown(id));
        }
        return Optional.of(attack);
    }

    private void count() throws TruthFormatException {
        if (++rows > MOST_ROWS || pool.isTooMuch()) {
            throw json.refusal("the file is too large");
        }
        if (rows % ROWS_BETWEEN == 0) {
            monitor.throwIfCancelled();
            monitor.progress(new Progress("Reading ground truth", rows, -1));
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
