package org.sipsleuth.truth.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.truth.MutatedBytes;

/// A row of a list of a truth file: a dialog or a message. Filled again for each.
final class TruthRow {

    private final TruthJson json;
    private final List<MutatedBytes> mutations = new ArrayList<>();
    private String name = "";
    private String trafficClass = "";
    private @Nullable String attack;
    private String note = "";
    private int frame;
    private int place;
    private int from;
    private int to;
    private String what = "";
    private String rule = "";

    TruthRow(TruthJson json) {
        this.json = json;
    }

    /// Reads the row at the parser's position.
    void read() throws IOException {
        mutations.clear();
        name = "";
        trafficClass = "";
        attack = null;
        note = "";
        frame = 0;
        place = 0;
        json.object(this::field);
    }

    private boolean field(String field) throws IOException {
        switch (field) {
            case "call_id" -> name = json.text();
            case "class" -> trafficClass = json.text();
            case "attack" -> attack = json.textOrNull();
            case "note" -> note = json.text();
            case "frame" -> frame = (int) json.number(1, Integer.MAX_VALUE);
            case "place" -> place = (int) json.number(0, Integer.MAX_VALUE);
            case "mutations" -> json.array(this::mutation);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void mutation() throws IOException {
        from = 0;
        to = 0;
        what = "";
        rule = "";
        json.object(field -> {
            switch (field) {
                case "from" -> from = (int) json.number(0, Integer.MAX_VALUE);
                case "to" -> to = (int) json.number(0, Integer.MAX_VALUE);
                case "what" -> what = json.text();
                case "rule" -> rule = json.text();
                default -> {
                    return false;
                }
            }
            return true;
        });
        mutations.add(new MutatedBytes(from, to, what, rule));
    }

    /// The Call-ID.
    String name() {
        return name;
    }

    String trafficClass() {
        return trafficClass;
    }

    @Nullable
    String attack() {
        return attack;
    }

    String note() {
        return note;
    }

    int frame() {
        return frame;
    }

    int place() {
        return place;
    }

    /// Valid until the next row is read.
    List<MutatedBytes> mutations() {
        return mutations;
    }
}
