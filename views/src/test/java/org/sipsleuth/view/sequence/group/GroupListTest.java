package org.sipsleuth.view.sequence.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.view.sequence.session.KnownCapture;
import org.sipsleuth.view.sequence.state.Axes;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.Listing;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.SequenceRows;

class GroupListTest {

    private final Lines lines = new Lines();
    private final ObjectProperty<Optional<SequenceRows>> rows =
            new SimpleObjectProperty<>(Optional.empty());
    private GroupList list;
    private SequenceRows all;

    @BeforeEach
    void analyze(@TempDir Path directory) throws IOException {
        SequenceDetection analysis = KnownCapture.analysis(directory, 200);
        all = SequenceRows.of(analysis, Optional.empty(), Optional.empty(), RunMonitor.NONE);
        lines.use(analysis.model().thresholds());
        list = new GroupList(rows, lines);
        rows.set(Optional.of(all));
    }

    @Test
    void newSequencesAreListedTheMostDistantFirst() {
        assertFalse(list.listed().isEmpty());
        assertTrue(list.listed().stream().allMatch(SequenceRow::isNew));
        List<Integer> edits = list.listed().stream().map(SequenceRow::distance).toList();
        assertEquals(edits.stream().sorted(Comparator.reverseOrder()).toList(), edits);
        lines.axesProperty().set(Axes.RARITY);
        List<Integer> counts = list.listed().stream().map(SequenceRow::count).toList();
        assertEquals(counts.stream().sorted().toList(), counts);
    }

    @Test
    void theListFollowsTheLines() {
        list.listingProperty().set(Listing.BELOW_LINES);
        lines.skewnessProperty().set(0);
        lines.kurtosisProperty().set(0);
        assertTrue(list.listed().stream().allMatch(row -> row.score().isCut()));
        lines.skewnessProperty().set(1);
        lines.kurtosisProperty().set(1);
        long below =
                all.all().stream().filter(row -> lines.mark(row.score()) != Mark.KNOWN).count();
        assertEquals(below, list.listed().size());
        assertTrue(below > 0);
    }

    @Test
    void whereLinesAndTreeDisagreeIsNeitherOfBothAlone() {
        lines.skewnessProperty().set(0);
        lines.kurtosisProperty().set(0);
        list.listingProperty().set(Listing.DISAGREEING);
        assertEquals(
                all.all().stream().filter(row -> row.isNew() && !row.score().isCut()).count(),
                list.listed().stream().filter(SequenceRow::isNew).count());
    }

    @Test
    void aRowHasTheStepThatWasNeverSeen() {
        for (SequenceRow row : list.listed()) {
            String why = GroupColumn.WHY.words(row, lines);
            assertTrue(why.startsWith("Unfamiliar "), why);
            assertTrue(GroupColumn.REASON.words(row, lines).length() > 5);
            assertTrue(row.bits() > 0);
        }
    }

    @Test
    void theCopyHasARowForEachListedSequence() {
        assertEquals(list.listed().size(), list.data().rows().size());
        assertEquals(GroupColumn.values().length, list.data().columns().size());
    }
}
