package org.sipsleuth.view.dialogs.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.util.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.dialog.ladder.SdpLabel;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.dialogs.ladder.sheet.LikelyRoute;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.session.page.LikelyMessage;
import org.sipsleuth.view.ui.SampleCalls;

class LadderViewModelTest {

    private static final int COMPLETED = 5;

    private final SelectionModel selection = new SelectionModel();
    private final LadderChoices choices = new LadderChoices();
    private final LadderViewModel model =
            new LadderViewModel(selection, choices, (work, then, _) -> then.accept(work.get()));
    private SipIndex index;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(20).index(folder.resolve("calls.pcap"));
    }

    @Test
    void aDialogBeginsAtItsFirstMessageWithoutChoosingIt() {
        model.show(index, List.of(COMPLETED));
        assertEquals(0, model.currentProperty().get());
        assertEquals("1 of 11", model.positionProperty().get());
        assertEquals("carol@example.com → bob@example.com, completed: ended by the caller",
                model.titleProperty().get());
        assertTrue(model.titleTipProperty().get().contains(index.dialogs().callId(COMPLETED)));
        assertEquals(Selection.NONE, selection.get());
    }

    @Test
    void steppingChoosesMessagesAndStopsAtTheEnds() {
        model.show(index, List.of(COMPLETED));
        int[] messages = index.messagesOf(COMPLETED);
        model.step(1);
        assertEquals(List.of(messages[1]), selection.get().messages());
        model.step(-5);
        assertEquals(List.of(messages[0]), selection.get().messages());
        model.step(500);
        assertEquals(List.of(messages[10]), selection.get().messages());
    }

    @Test
    void aMessageChosenElsewhereBecomesTheCurrentOne() {
        model.show(index, List.of(COMPLETED));
        int[] messages = index.messagesOf(COMPLETED);
        selection.set(selection.get().withMessages(List.of(messages[2], messages[7])));
        assertEquals(7, model.currentProperty().get());
        selection.back();
        assertEquals(7, model.currentProperty().get());
    }

    @Test
    void aDialogThatWentWrongBeginsAtTheMessageThatShowsWhy() {
        int failed = 0;
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            DialogOutcome its = DialogOutcome.of(index, dialog);
            int[] messages = index.messagesOf(dialog);
            selection.set(Selection.NONE.withDialogs(List.of(dialog)));
            model.show(index, List.of(dialog));
            int why = its.outcome().isBad() && its.evidence() >= 0 ? its.evidence() : messages[0];
            assertEquals(why, current(), its.text());
            assertEquals(List.of(), selection.get().messages());
            List<Integer> evidence = IntStream.of(messages).boxed().toList();
            model.showNothing();
            selection.set(selection.get().withMessages(evidence));
            model.show(index, List.of(dialog));
            boolean isBad = its.outcome().isBad() && messages.length > 2;
            assertEquals(isBad ? why : evidence.getLast(), current(), its.text());
            failed += isBad && why != evidence.getLast() ? 1 : 0;
        }
        assertTrue(failed >= 5, "dialogs that went wrong: " + failed);
    }

    private int current() {
        return rows().ladder().message(model.currentProperty().get());
    }

    private Filtered filtered(String text) {
        try {
            Filter filter = Filter.of(text, KnownFields.catalog());
            return new Filtered(text, index, filter.run(index, RunMonitor.NONE), false);
        } catch (FilterSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLadderBeginsAtTheFirstMessageThatMatchesTheFilter() {
        model.showFiltered(Optional.of(filtered("sip.Status-Code == 200")));
        model.show(index, List.of(COMPLETED));
        assertEquals("200 OK (INVITE)", rows().label(model.currentProperty().get()).whole());
        assertEquals(Selection.NONE, selection.get());
        int first = model.currentProperty().get();
        assertEquals(3, model.matchMarks(rows()).cardinality());
        assertTrue(model.matchMarks(rows()).get(first));
        assertTrue(model.stepToMatch(1));
        assertTrue(model.stepToMatch(1));
        assertEquals("200 OK (BYE)", rows().label(model.currentProperty().get()).whole());
        assertFalse(model.stepToMatch(1), "it was the last one");
        assertTrue(model.stepToMatch(-1));
        assertTrue(model.stepToMatch(-1));
        assertEquals(first, model.currentProperty().get());
        assertFalse(model.stepToMatch(-1));
    }

    @Test
    void aFilterMovesOnlyALadderThatNobodySteppedThrough() {
        model.show(index, List.of(COMPLETED));
        model.showFiltered(Optional.of(filtered("sip.Method == \"BYE\"")));
        assertEquals("BYE", rows().label(model.currentProperty().get()).whole());
        model.goTo(1);
        model.showFiltered(Optional.of(filtered("sip.Method == \"ACK\"")));
        assertEquals(1, model.currentProperty().get());
    }

    @Test
    void aConditionOfTheWholeDialogMarksNoMessage() {
        model.showFiltered(Optional.of(filtered("dialog.messages > 1")));
        model.show(index, List.of(COMPLETED));
        assertEquals(0, model.currentProperty().get());
        assertTrue(model.matchMarks(rows()).isEmpty());
    }

    @Test
    void severalDialogsAreMergedByTime() {
        model.show(index, List.of(8, 5, 6));
        LadderRows rows = rows();
        assertEquals("3 dialogs by time", model.titleProperty().get());
        for (int row = 1; row < rows.size(); row++) {
            assertTrue(rows.nanosSince(row) >= 0);
        }
        assertEquals(List.of(8, 5, 6).stream().mapToInt(index.dialogs()::messageCount).sum(), rows.size());
    }

    @Test
    void aLargerSnapshotKeepsTheCurrentMessage(@TempDir Path folder) throws IOException {
        model.show(index, List.of(COMPLETED));
        model.goTo(4);
        SipIndex larger = SampleCalls.calls(30).index(folder.resolve("more.pcap"));
        model.show(larger, List.of(COMPLETED));
        assertEquals(4, model.currentProperty().get());
        assertEquals(larger, rows().index());
    }

    @Test
    void retransmissionsAndDefectsAreReported() {
        model.show(index, List.of(COMPLETED));
        assertEquals("↻ INVITE", rows().label(2).whole());
        assertTrue(rows().details(2).contains("Retransmission"));
        model.show(index, List.of(4));
        assertTrue(rows().label(0).whole().endsWith("⚠"), rows().label(0).whole());
        assertTrue(rows().label(0).brief().endsWith("⚠"), rows().label(0).brief());
    }

    @Test
    void aBriefLabelLeavesTheMethodOutAndKeepsTheMarkOfTheSession() {
        model.show(index, List.of(COMPLETED));
        LadderRows.Label ok = rows().label(7);
        assertEquals(new LadderRows.Label("200 OK (INVITE)", "200 OK", new SdpLabel(true, "sendrecv", false)), ok);
        assertEquals(new LadderRows.Label("ACK", "ACK", SdpLabel.NONE), rows().label(8));
        assertEquals("200 OK (INVITE) (SDP sendrecv)", rows().ladder().label(7));
    }

    @Test
    void threeLifelinesFitIntoANarrowPane() {
        LadderGeometry narrow = geometry(430, 400, 3, 9, 0, 0);
        assertTrue(narrow.isCompact());
        assertEquals(0, narrow.mostScrollX());
        assertTrue(narrow.laneWidth(0) >= 90);
        assertTrue(geometry(430, 400, 4, 9, 0, 0).mostScrollX() > 0);
        assertFalse(geometry(520, 400, 3, 9, 0, 0).isCompact());
    }

    @Test
    void timesAreReportedInUtcWithTheDeltaInSeconds() {
        model.show(index, List.of(COMPLETED));
        assertEquals("", rows().delta(0, false));
        assertTrue(rows().time(0, false).matches("10:00:\\d\\d\\.\\d{6}"));
        assertTrue(rows().time(0, true).matches("10:00:\\d\\d\\.\\d{3}"));
        assertEquals("+0.006004", rows().delta(1, false));
        assertEquals("+6.0", rows().delta(1, true));
    }

    @Test
    void hostsCanBeRenamedAndGetTheirNameBack() {
        model.show(index, List.of(COMPLETED));
        Lifeline proxy = rows().lifelines().get(1);
        choices.rename(proxy, " Proxy ");
        assertEquals("Proxy", rows().lifelines().get(1).name());
        choices.rename(proxy, " ");
        assertEquals(proxy.host(), rows().lifelines().get(1).name());
    }

    @Test
    void playingWaitsAsLongAsTheMessagesDidWithinBounds() {
        assertEquals(Duration.millis(150), LadderPlayer.delay(0));
        assertEquals(Duration.millis(700), LadderPlayer.delay(700_000_000L));
        assertEquals(Duration.millis(1_500), LadderPlayer.delay(60_000_000_000L));
    }

    @Test
    void onlyRowsInSightAreDrawn() {
        LadderGeometry top = geometry(800, 46 + 300, 3, 100_000, 0, 0);
        assertEquals(0, top.firstRow());
        assertEquals(10, top.endRow());
        LadderGeometry middle = geometry(800, 46 + 300, 3, 100_000, 0, 1_500_015);
        assertEquals(50_000, middle.firstRow());
        assertEquals(50_011, middle.endRow());
    }

    @Test
    void rowsAndHeadsAreFoundWhereTheyAre() {
        LadderGeometry geometry = geometry(800, 400, 6, 50, 40, 95);
        for (int row = geometry.firstRow() + 1; row < geometry.endRow(); row++) {
            assertEquals(row, geometry.rowAt(geometry.rowTop(row) + 1));
        }
        for (int lane = 1; lane < 5; lane++) {
            assertEquals(lane, geometry.headAt(geometry.laneX(lane), 10));
        }
        assertEquals(-1, geometry.rowAt(10));
        assertEquals(-1, geometry.headAt(10, 10));
    }

    @Test
    void showingARowMovesAsLittleAsNeeded() {
        LadderGeometry geometry = geometry(800, 46 + 300, 2, 100, 0, 600);
        assertEquals(600, geometry.scrollToShow(25));
        assertEquals(9 * 30, geometry.scrollToShow(10));
        assertEquals(52 * 30 - 300, geometry.scrollToShow(50));
        assertEquals(0, geometry.scrollToShow(0));
    }

    @Test
    void aBandBelowTheCurrentRowMovesTheRowsAfterIt() {
        LadderGeometry geometry = geometry(800, 400, 3, rowsOf(50, 4, 3), 0, 0);
        assertEquals(46 + 4 * 30, geometry.rowTop(4));
        assertEquals(46 + 5 * 30, geometry.bandTop());
        assertEquals(46 + 5 * 30 + 60, geometry.rowTop(5));
        assertEquals(4, geometry.rowAt(geometry.rowTop(4) + 1));
        assertEquals(-1, geometry.rowAt(geometry.bandTop() + 1));
        assertEquals(-1, geometry.rowAt(geometry.bandTop() + 59));
        assertEquals(5, geometry.rowAt(geometry.rowTop(5) + 1));
        assertEquals(50.5 * 30 + 60 - 354, geometry.mostScrollY());
        LadderGeometry end = geometry(800, 400, 3, rowsOf(50, 49, 3), 0, 0);
        double scrolled = end.scrollToShow(49);
        LadderGeometry shown = geometry(800, 400, 3, rowsOf(50, 49, 3), 0, scrolled);
        assertTrue(shown.bandTop() + 60 <= 400, "the band is in sight below the last row");
        assertEquals(50, shown.endRow());
    }

    @Test
    void whoGoesToTheEndStaysThereWhileMessagesCome(@TempDir Path folder) throws IOException {
        SipIndex some = SampleCalls.longDialog(6).index(folder.resolve("some.pcap"));
        SipIndex more = SampleCalls.longDialog(10).index(folder.resolve("more.pcap"));
        model.show(some, List.of(0));
        model.goTo(5);
        model.show(more, List.of(0));
        assertEquals("10 of 10", model.positionProperty().get());
        CurrentMessage current = Objects.requireNonNull(model.currentMessageProperty().get());
        assertEquals(new CurrentMessage(more, more.messagesOf(0)[9]), current);
        model.step(-1);
        model.show(SampleCalls.longDialog(20).index(folder.resolve("most.pcap")), List.of(0));
        assertEquals("9 of 20", model.positionProperty().get());
    }

    @Test
    void whatComesNextGoesWhereSomebodyWaits() {
        model.show(index, List.of(COMPLETED));
        LadderRows rows = rows();
        int caller = rows.source(0);
        int proxy = rows.destination(0);
        assertEquals(new LikelyRoute(proxy, caller, true), LikelyRoute.of(rows, 0, "100"));
        int ringing = rowOf(rows, "180", 0);
        int callee = rows.source(ringing);
        assertEquals(new LikelyRoute(proxy, caller, true), LikelyRoute.of(rows, ringing, "180"));
        assertEquals(new LikelyRoute(callee, proxy, true), LikelyRoute.of(rows, ringing, "200"));
        int answered = rowOf(rows, "200", rowOf(rows, "200", 0) + 1);
        assertEquals(new LikelyRoute(caller, proxy, true), LikelyRoute.of(rows, answered, "ACK"));
        assertFalse(LikelyRoute.of(rows, answered, "BYE").isDirected());
    }

    private static int rowOf(LadderRows rows, String type, int from) {
        int row = from;
        while (!rows.type(row).equals(type)) {
            row++;
        }
        return row;
    }

    @Test
    void whatMayComeIsDrawnBelowTheLastMessageAndNeverBetweenCapturedOnes() {
        model.show(index, List.of(COMPLETED));
        model.likelyProperty().set(List.of(new LikelyMessage("200", "200 81 %", false)));
        assertEquals(List.of(), model.likelyBelow());
        model.step(5);
        assertEquals(List.of(), model.likelyBelow());
        model.step(500);
        assertEquals(1, model.likelyBelow().size());
    }

    @Test
    void playingTwiceAsFastWaitsHalfAsLong() {
        assertTrue(LadderPlayer.SPEEDS.contains(1.0));
        assertTrue(LadderPlayer.SPEEDS.contains(2.0));
        assertEquals(Duration.millis(350), LadderPlayer.delay(700_000_000L).divide(2.0));
    }

    @Test
    void lanesMoveUntilTheCurrentArrowIsInSight() {
        LadderGeometry geometry = geometry(210 + 390, 400, 10, 50, 0, 0);
        assertEquals(90, geometry.laneWidth(0));
        assertEquals(0, geometry.scrollToShow(0, 1));
        assertEquals(6 * 90 - 390, geometry.scrollToShow(5, 4));
        assertEquals(10 * 90 - 390, geometry.scrollToShow(9, 0));
        LadderGeometry moved = geometry(210 + 390, 400, 10, 50, 500, 0);
        assertEquals(90, moved.scrollToShow(1, 2));
        assertEquals(500, moved.scrollToShow(6, 7));
    }

    private static LadderGeometry geometry(double width, double height, int lanes, int rows, double x, double y) {
        return geometry(width, height, lanes, rowsOf(rows, -1, 0), x, y);
    }

    private static LadderGeometry geometry(double width, double height, int lanes, LadderGeometry.Rows rows, double x,
            double y) {
        return new LadderGeometry(width, height, lanes, rows, x, y);
    }

    private static LadderGeometry.Rows rowsOf(int count, int current, int likely) {
        return new LadderGeometry.Rows(count, current, likely);
    }

    private LadderRows rows() {
        return Objects.requireNonNull(model.rowsProperty().get());
    }
}
