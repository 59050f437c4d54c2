package org.sipsleuth.view.sequence.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.sequence.session.KnownCapture;
import org.sipsleuth.view.sequence.state.Axes;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.Listing;
import org.sipsleuth.view.sequence.state.NoveltyRow;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.SequenceRows;

class GroupListTest {

    private final Lines lines = new Lines();
    private final ObjectProperty<Optional<SequenceRows>> rows = new SimpleObjectProperty<>(Optional.empty());
    private GroupList list;
    private SequenceRows all;

    @BeforeEach
    void analyze() throws IOException {
        SequenceDetection analysis = KnownCapture.analysis(200);
        all = SequenceRows.of(analysis, Optional.empty(), Optional.empty(), _ -> true, RunMonitor.NONE);
        lines.use(analysis.model().thresholds());
        list = new GroupList(rows, lines);
        rows.set(Optional.of(all));
    }

    @Test
    void theGroupsOfTheFindingsAreListedTheMostSuspiciousFirst() {
        assertEquals(new HashSet<>(all.analysis().findings()),
                list.listed().stream().flatMap(row -> row.finding().stream()).collect(Collectors.toSet()));
        assertTrue(list.listed().size() > 1);
        List<Double> bits = groups().stream().map(NoveltyRow::suspicion).toList();
        assertEquals(bits.stream().sorted(Comparator.reverseOrder()).toList(), bits);
        lines.axesProperty().set(Axes.RARITY);
        List<Integer> counts = groups().stream().map(NoveltyRow::count).toList();
        assertEquals(counts.stream().sorted().toList(), counts);
    }

    private List<NoveltyRow> groups() {
        return list.listed().stream().map(NoveltyRow.class::cast).toList();
    }

    private List<SequenceRow> sequences() {
        return list.listed().stream().map(SequenceRow.class::cast).toList();
    }

    @Test
    void aModelWithoutHopsListsWholeSequencesTheMostDistantFirst() {
        SequenceDetection whole = new SequenceDetection(all.analysis().index(), all.analysis().scored(),
                all.analysis().groups(), Optional.empty());
        rows.set(Optional.of(SequenceRows.of(whole, Optional.empty(), Optional.empty(), _ -> true, RunMonitor.NONE)));
        assertTrue(sequences().stream().allMatch(SequenceRow::isUnknown));
        List<Integer> edits = sequences().stream().map(SequenceRow::distance).toList();
        assertEquals(edits.stream().sorted(Comparator.reverseOrder()).toList(), edits);
        assertTrue(edits.getFirst() > 0);
    }

    @Test
    void theListFollowsTheLines() {
        lines.axesProperty().set(Axes.MOMENTS);
        list.listingProperty().set(Listing.BELOW_LINES);
        lines.skewnessProperty().set(0);
        lines.kurtosisProperty().set(0);
        assertTrue(sequences().stream().allMatch(row -> row.score().isCut()));
        lines.skewnessProperty().set(1);
        lines.kurtosisProperty().set(1);
        long below = all.all().stream().filter(row -> lines.network(row) != NetworkMark.WITHIN).count();
        assertEquals(below, list.listed().size());
        assertTrue(below > 0);
    }

    @Test
    void whereLinesAndTreeDisagreeIsNeitherOfBothAlone() {
        lines.axesProperty().set(Axes.MOMENTS);
        lines.skewnessProperty().set(0);
        lines.kurtosisProperty().set(0);
        list.listingProperty().set(Listing.DISAGREEING);
        assertEquals(all.all().stream().filter(row -> row.isUnknown() && !row.score().isCut()).count(),
                sequences().stream().filter(SequenceRow::isUnknown).count());
    }

    @Test
    void aRowHasTheStepThatWasNeverSeen() {
        for (NoveltyRow row : groups()) {
            String why = GroupColumn.WHY.words(row, lines);
            assertTrue(why.contains("seen 0 of ") || why.contains("seen in 0 of "), why);
            String step = GroupColumn.SEQUENCE.words(row, lines);
            assertEquals(row.group().finding().statement().title().text(),
                    (row.its().step().isTransaction() ? "Unfamiliar order of transactions: "
                            : "Unfamiliar transaction: ") + step);
            assertTrue(GroupColumn.SCORE.words(row, lines).endsWith(" bits"));
            assertEquals(row.its().senders().size(), row.span().sources());
        }
    }

    @Test
    void theCopyHasARowForEachListedSequence() {
        assertEquals(list.listed().size(), list.data().rows().size());
        assertEquals(GroupColumn.values().length, list.data().columns().size());
    }
}
