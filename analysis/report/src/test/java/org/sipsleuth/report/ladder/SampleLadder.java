package org.sipsleuth.report.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.ladder.SdpLabel;
import org.sipsleuth.report.ladder.content.ArrowKind;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.content.Look;

/// A ladder for tests: so many hosts that talk in turn, with labels of the test's choice.
///
/// @param notes those of each row, in a column; empty for a ladder without that column
record SampleLadder(int hosts, List<String> labels, List<List<Note>> notes) implements LadderContent {

    /// One without notes.
    SampleLadder(int hosts, List<String> labels) {
        this(hosts, labels, List.of());
    }

    static final LadderTitle TITLE = new LadderTitle("Call-ID a@host, completed",
            List.of("call.pcap   SHA-256 00ff", "from then to now"), List.of());

    /// With labels that name their row.
    static SampleLadder of(int hosts, int rows) {
        List<String> labels = new ArrayList<>();
        IntStream.range(0, rows).forEach(row -> labels.add("M" + row + "X"));
        return new SampleLadder(hosts, labels);
    }

    @Override
    public List<Head> heads() {
        return IntStream.range(0, hosts).mapToObj(i -> new Head("host" + i + "x", ":5060", false)).toList();
    }

    @Override
    public int size() {
        return labels.size();
    }

    @Override
    public Extent extent() {
        return new Extent(false, false, 0, 0, !notes.isEmpty(), "");
    }

    @Override
    public int source(int row) {
        return row % hosts;
    }

    @Override
    public int destination(int row) {
        return row % 7 == 0 ? row % hosts : (row * 3 + 1) % hosts;
    }

    @Override
    public String ends(int row) {
        return source(row) + " → " + destination(row);
    }

    @Override
    public Row row(int row) {
        String label = labels.get(row);
        return new Row(source(row), destination(row), Look.of(ArrowKind.values()[row % ArrowKind.values().length]),
                new Label(label, label, row % 5 == 0 ? new SdpLabel(true, "sendonly", row % 10 == 0) : SdpLabel.NONE),
                new About(row % 5 == 0 ? Set.of(Mark.SDP, Mark.REPEATED) : Set.of(),
                        notes.isEmpty() ? List.of() : notes.get(row)),
                new Place("", Integer.toString(row + 1), "10:00:00.000001", "+0.000001"));
    }

    @Override
    public Place widest() {
        return new Place("", "100000", "10:00:00.000001", "+0.000001");
    }
}
