package org.sipsleuth.view.timestrip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.ui.StageStyle;

class BandRowsTest {

    private static final double WIDTH = 1000;
    private static final double WORD = 40;

    private static StripBand.Stage band(String incident, Severity severity, long from, long to) {
        return new StripBand.Stage(incident, incident, severity, 0, StageStyle.GUESS, "Guess", from, to, incident);
    }

    private static StripBand.Stage band(String incident, long from, long to) {
        return band(incident, Severity.MEDIUM, from, to);
    }

    private static BandRows rows(int mostRows, StripBand.Stage... bands) {
        return BandRows.of(List.of(bands), nanos -> nanos, WIDTH, mostRows, _ -> WORD);
    }

    private static List<Integer> lanes(BandRows rows) {
        return rows.placed().stream().map(PlacedBand::row).toList();
    }

    /// What is painted at a band: from its left, or that of its word, to its right.
    private static boolean isOver(PlacedBand one, PlacedBand other) {
        return one.row() == other.row() && left(one) < right(other) && left(other) < right(one);
    }

    private static double left(PlacedBand band) {
        return band.wordLeft() < 0 ? band.left() : Math.min(band.left(), band.wordLeft());
    }

    private static double right(PlacedBand band) {
        double right = band.left() + band.width();
        return band.wordLeft() < 0 ? right : Math.max(right, band.wordLeft() + WORD);
    }

    private static void assertApart(BandRows rows) {
        List<PlacedBand> all = new ArrayList<>(rows.placed());
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(isOver(all.get(i), all.get(j)), all.get(i) + "\n" + all.get(j));
            }
        }
    }

    @Test
    void overlappingBandsStandInLanes() {
        BandRows rows = rows(3, band("a", 0, 500), band("b", 100, 600), band("c", 200, 700));
        assertEquals(List.of(0, 1, 2), lanes(rows));
        assertApart(rows);
    }

    @Test
    void incidentsThatFollowAtOnceAreTwoMarksThatCanBothBeReached() {
        for (long gap : new long[]{0, 1, 2, 3, 5}) {
            for (long length : new long[]{0, 4, 300}) {
                long end = 100 + Math.max(5, length); // a shorter band is drawn wider
                BandRows rows = rows(2, band("a", 100, 100 + length), band("b", end + gap, end + gap + 90));
                assertEquals(2, rows.placed().size());
                PlacedBand a = rows.placed().getFirst();
                PlacedBand b = rows.placed().getLast();
                boolean isApart = a.row() != b.row() || b.left() - a.left() - a.width() >= 2;
                assertTrue(isApart, gap + " after " + length + ": " + rows.placed());
                for (PlacedBand each : rows.placed()) {
                    double y = BandRows.ROW_PIXELS * (each.row() + 0.5);
                    double middle = each.left() + each.width() / 2;
                    assertEquals(each, rows.at(middle, y).orElseThrow());
                }
            }
        }
    }

    @Test
    void aLaneIsUsedAgainWhereItIsFree() {
        BandRows rows = rows(2, band("a", 0, 300), band("b", 100, 600), band("c", 400, 700));
        assertEquals(List.of(0, 1, 0), lanes(rows));
        assertApart(rows);
    }

    @Test
    void bandsWithoutRoomForTheirLanesAreOneGroup() {
        BandRows rows = rows(2, band("a", 0, 500), band("b", Severity.CRITICAL, 100, 600), band("c", 200, 700),
                band("alone", 800, 900));
        assertEquals(2, rows.placed().size());
        PlacedBand group = rows.placed().getFirst();
        assertTrue(group.isGroup());
        assertEquals("3 incidents", group.word());
        assertEquals(Severity.CRITICAL, group.severity());
        assertEquals(0, group.left());
        assertEquals(700, group.width());
        assertEquals(List.of("b", "a", "c"), group.incidents().stream().map(StripBand.Stage::incident).toList());
        assertEquals("Guess", rows.placed().getLast().word());
        assertEquals(group, rows.at(650, 1).orElseThrow());
    }

    @Test
    void theStagesOfASingleIncidentAreCountedAsStages() {
        BandRows rows = rows(1, band("a", 0, 500), band("a", 100, 600));
        assertEquals("2 stages", rows.placed().getFirst().word());
    }

    @Test
    void zoomingInSeparatesAGroup() {
        StripBand.Stage[] bands = {band("a", 0, 2), band("b", 3, 4), band("c", 4, 8)};
        assertEquals(1, rows(1, bands).placed().size());
        assertEquals(3, BandRows.of(List.of(bands), nanos -> 100.0 * nanos, WIDTH, 1, _ -> WORD).placed().size());
    }

    @Test
    void nothingIsEverPaintedOverAnother() {
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) {
            List<StripBand.Stage> bands = random.longs(1 + random.nextInt(40), -100, 1100)
                    .sorted()
                    .mapToObj(from -> band("i" + from, from, from + random.nextInt(200)))
                    .collect(Collectors.toList());
            bands.sort(Comparator.comparingLong(StripBand.Stage::fromNanos));
            int mostRows = 1 + random.nextInt(4);
            BandRows rows = BandRows.of(bands, nanos -> nanos, WIDTH, mostRows, _ -> WORD);
            assertApart(rows);
            assertTrue(rows.height() <= mostRows * BandRows.ROW_PIXELS);
        }
    }

    private static StripBand.Attack attack(int place, long from, long to) {
        String word = "scan A" + place;
        return new StripBand.Attack(place, TrafficClass.SCAN, word, from, to, word);
    }

    private static BandRows lane(StripBand.Attack... attacks) {
        return BandRows.of(List.of(attacks), nanos -> nanos, WIDTH, 1, _ -> WORD);
    }

    @Test
    void theGroundTruthStandsBelowAllStages() {
        BandRows rows =
                rows(2, band("a", 0, 500), band("b", 100, 600)).over(lane(attack(1, 0, 300), attack(2, 400, 700)));
        assertEquals(List.of(0, 1, 2, 2), lanes(rows));
        assertEquals(3 * BandRows.ROW_PIXELS, rows.height());
        PlacedBand second = rows.placed().getLast();
        assertEquals(second, rows.at(500, 2.5 * BandRows.ROW_PIXELS).orElseThrow());
        assertEquals("scan A2", second.word());
        assertApart(rows);
        assertEquals(List.of(0), lanes(BandRows.NONE.over(lane(attack(1, 0, 300)))));
    }

    @Test
    void attacksThatOverlapAreCountedAndNamed() {
        PlacedBand group = lane(attack(1, 0, 300), attack(2, 100, 700)).placed().getFirst();
        assertEquals("2 attacks", group.word());
        assertTrue(group.tip().contains("scan A1\nscan A2"), group.tip());
        assertTrue(group.incidents().isEmpty());
    }
    @Test
    void rangesOfALabStandSquareInLanesBelow() {
        StripBand.MarkedRange right = new StripBand.MarkedRange("q1", true, "Right range: x", 100, 300, "tip");
        StripBand.MarkedRange answered = new StripBand.MarkedRange("q1", false, "Your answer: x", 200, 400, "tip");
        BandRows rows =
                rows(2, band("a", 0, 500)).over(BandRows.of(List.of(right), nanos -> nanos, WIDTH, 1, _ -> WORD))
                        .over(BandRows.of(List.of(answered), nanos -> nanos, WIDTH, 1, _ -> WORD));
        assertEquals(List.of(0, 1, 2), lanes(rows));
        assertEquals(List.of(true, false, false), rows.placed().stream().map(PlacedBand::isFound).toList());
        BandRows group = BandRows.of(List.of(right, answered), nanos -> nanos, WIDTH, 1, _ -> WORD);
        assertEquals("2 time ranges", group.placed().getFirst().word());
        assertTrue(group.placed().getFirst().tip().contains("Right range: x\nYour answer: x"));
    }
}
