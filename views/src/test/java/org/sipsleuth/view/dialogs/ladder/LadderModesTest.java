package org.sipsleuth.view.dialogs.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.HostNames;
import org.sipsleuth.dialog.ladder.LadderSettings;
import org.sipsleuth.dialog.ladder.LaneKey;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.dialog.ladder.layer.DeltaTo;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.SampleCalls;
import org.sipsleuth.view.ui.command.Command;

/// What modes and lifelines do to a ladder, without a toolkit.
class LadderModesTest {

    private static final int COMPLETED = 5;

    private final LadderChoices choices = new LadderChoices();
    private final List<Runnable> later = new ArrayList<>();
    private final SelectionModel selection = new SelectionModel();
    private final LadderViewModel model =
            new LadderViewModel(selection, choices, (work, then, _) -> later.add(() -> then.accept(work.get())));
    private SipIndex index;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(20).index(folder.resolve("calls.pcap"));
        model.show(index, List.of(COMPLETED));
    }

    private LadderRows rows() {
        return Objects.requireNonNull(model.rowsProperty().get());
    }

    private LadderSheet sheet() {
        return Objects.requireNonNull(model.sheetProperty().get());
    }

    private List<String> ids() {
        return rows().lifelines().stream().map(Lifeline::id).toList();
    }

    @Test
    void aModeKeepsTheCurrentMessage() {
        model.goTo(7);
        int message = rows().ladder().message(7);
        choices.settings(s -> s.withoutRetransmissions(true));
        assertEquals(10, rows().size());
        assertEquals(message, rows().ladder().message(model.currentProperty().get()));
        choices.settings(s -> s.withoutRetransmissions(false));
        assertEquals(7, model.currentProperty().get());
    }

    @Test
    void streamsAreSteppedToBetweenTheirMessages() {
        long start = index.messages().capturedAtNanos(rows().ladder().message(3));
        Endpoint one = index.messages().endpoint(0);
        Endpoint other = index.messages().endpoint(1);
        List<MediaArrow> arrows = List.of(arrow(one, other, start, 1), arrow(other, one, start, 2));
        choices.media(arrows);
        model.goTo(3);
        model.stepArrow(1);
        assertNull(model.streamProperty().get(), "streams are not shown");
        choices.style(style -> style.with(Overlay.MEDIA, true));
        model.goTo(3);
        List<String> below = new ArrayList<>();
        for (int step = 0; step < 3; step++) {
            model.stepArrow(1);
            below.add(at());
        }
        assertEquals(List.of("stream 1", "stream 2", "row 4"), below);
        model.stepArrow(-1);
        model.stepArrow(-1);
        assertEquals("stream 1", at());
        model.stepArrow(-1);
        assertEquals("row 3", at());
        model.goToStream(1);
        model.step(1);
        assertEquals("row 4", at(), "the other keys step from message to message");
        model.stepArrow(-1);
        model.step(-1);
        assertEquals("row 3", at());
        model.stepArrow(1);
        model.goToStream(0);
        choices.style(style -> style.with(Overlay.MEDIA, false));
        assertNull(model.streamProperty().get());
    }

    private String at() {
        MediaArrow stream = model.streamProperty().get();
        return stream == null ? "row " + model.currentProperty().get() : "stream " + stream.ssrc();
    }

    private static MediaArrow arrow(Endpoint from, Endpoint to, long start, int ssrc) {
        return new MediaArrow(from, to, start, start + 1, false, "RTP", ssrc, new FrameNumber(0, ssrc));
    }

    @Test
    void aStreamIsWhereItIsDrawn() {
        long start = index.messages().capturedAtNanos(rows().ladder().message(1));
        choices.style(style -> style.with(Overlay.MEDIA, true));
        choices.media(List.of(arrow(index.messages().endpoint(0), index.messages().endpoint(1), start, 1)));
        LadderSheet laid = sheet();
        LadderGeometry geometry = LadderGeometry.of(laid, new LadderGeometry.Size(800, 600, 0, 0),
                new LadderGeometry.Rows(laid.tops(), 0, 0), 0, 0);
        int after = rows().ladder().media().getFirst().row();
        double top = geometry.streamTop(laid, 0);
        assertEquals(geometry.rowTop(after) - LadderGeometry.MEDIA_ROW, top);
        assertEquals(0, geometry.streamAt(laid, top + 1));
        assertEquals(-1, geometry.rowAt(top + 1));
        assertEquals(-1, geometry.streamAt(laid, geometry.rowTop(after) + 1));
        assertEquals(-1, geometry.streamAt(laid, geometry.rowTop(0) + 1));
        assertEquals(-1, geometry.streamAt(laid, 1), "in the heads");
    }

    @Test
    void whatIsLeftOutIsSaid() {
        assertEquals("", model.noteProperty().get());
        choices.settings(s -> s.withOnlySdp(true));
        assertTrue(model.noteProperty().get().contains("messages are hidden by your choice"));
        choices.settings(s -> LadderSettings.PLAIN);
        choices.choose(ids().getLast(), false);
        assertTrue(choices.hideChosen(rows().lifelines()));
        assertTrue(model.noteProperty().get().contains("Hidden: "), model.noteProperty().get());
        assertTrue(choices.showHidden());
        assertFalse(choices.showHidden());
        assertEquals("", model.noteProperty().get());
    }

    @Test
    void aCountedRowSaysHowMany() {
        choices.settings(s -> s.withCompressed(true));
        assertEquals("INVITE  ×2", rows().label(0).whole());
        assertTrue(rows().details(0).contains("2 messages in this row"));
        assertEquals(0, rows().rowOf(index.messagesOf(COMPLETED)[2]));
    }

    @Test
    void lifelinesAreMovedMergedAndSplitByKeys() {
        List<String> before = ids();
        choices.chooseNext(rows().lifelines(), 1);
        assertEquals(Set.of(before.getFirst()), choices.chosenProperty().get());
        assertTrue(choices.moveChosen(rows().lifelines(), 1));
        assertEquals(List.of(before.get(1), before.get(0), before.get(2)), ids());
        assertFalse(choices.moveChosen(rows().lifelines(), 9));
        assertTrue(choices.mergeChosen(rows().lifelines()));
        assertEquals(2, ids().size());
        assertTrue(choices.splitChosen(rows().lifelines()));
        assertEquals(3, ids().size());
        choices.reset();
        assertEquals(before, ids());
    }

    @Test
    void namesMakeLifelines() {
        Lifeline first = rows().lifelines().getFirst();
        choices.names(HostNames.NONE.withFile(Map.of(first.host(), "phone")));
        assertEquals("phone", rows().lifelines().getFirst().name());
        choices.settings(s -> s.withLanes(LaneKey.NAME));
        choices.rename(rows().lifelines().get(1), "phone");
        assertEquals(2, rows().lifelines().size());
        assertEquals("phone", ids().getFirst());
    }

    @Test
    void timesAreReportedFromTheMarkedMessage() {
        model.goTo(3);
        model.mark();
        assertEquals(DeltaTo.MARK, choices.style().delta());
        assertEquals(3, model.markedRow());
        assertEquals("", rows().deltaTo(3, 3, false));
        assertTrue(rows().deltaTo(2, 3, false).startsWith("-"));
        assertTrue(rows().deltaTo(4, 3, false).startsWith("+"));
        model.mark();
        assertEquals(-1, model.markedRow());
        assertEquals(DeltaTo.PREVIOUS, choices.style().delta());
    }

    @Test
    void pausesTakeRoom() {
        double before = sheet().tops().of(rows().size() - 1);
        choices.style(l -> l.with(Overlay.TIME, true));
        assertTrue(sheet().tops().of(rows().size() - 1) > before);
        assertEquals(0, sheet().spansWidth());
        choices.style(l -> l.with(Overlay.TRANSACTIONS, true).with(Overlay.STATES, true));
        assertTrue(sheet().spansWidth() > 0);
    }

    @Test
    void aLargeLadderIsLaidOutInTheBackgroundAndTheLastWantedIsShown(@TempDir Path folder) throws IOException {
        SipIndex large = large(folder);
        model.show(large, List.of(0));
        assertEquals(SheetMaker.QUICK_MESSAGES + 2, rows().size());
        choices.settings(s -> s.withOnlySdp(true));
        choices.settings(s -> s.withOnlySdp(false).withCompressed(true));
        assertTrue(model.busyProperty().get());
        assertEquals(2, later.size());
        later.forEach(Runnable::run);
        assertFalse(model.busyProperty().get());
        assertTrue(rows().size() < SheetMaker.QUICK_MESSAGES);
        model.showNothing();
        assertNull(model.sheetProperty().get());
    }

    /// A dialog whose ladder is laid out in the background.
    private static SipIndex large(Path folder) throws IOException {
        return SampleCalls.longDialog(SheetMaker.QUICK_MESSAGES + 2).index(folder.resolve("large.pcap"));
    }

    @Test
    void theChosenMessageIsReportedWhileItsLargeLadderIsLaidOut(@TempDir Path folder) throws IOException {
        SipIndex large = large(folder);
        choices.style(l -> l.with(Overlay.STATES, true));
        later.clear();
        selection.set(Selection.NONE.withMessages(List.of(1234)));
        model.show(large, List.of(0));
        assertTrue(model.busyProperty().get());
        assertNull(model.rowsProperty().get());
        assertEquals(new CurrentMessage(large, 1234), model.currentMessageProperty().get());
        selection.set(Selection.NONE.withMessages(List.of(4)));
        assertEquals(new CurrentMessage(large, 4), model.currentMessageProperty().get());
        assertEquals(-1, model.currentProperty().get());
        later.forEach(Runnable::run);
        assertEquals(4, rows().ladder().message(model.currentProperty().get()));
        assertEquals(new CurrentMessage(large, 4), model.currentMessageProperty().get());
    }

    @Test
    void noMessageOfOtherDialogsIsReportedWhileALargeLadderIsLaidOut(@TempDir Path folder) throws IOException {
        SipIndex large = large(folder);
        choices.style(l -> l.with(Overlay.STATES, true));
        model.show(large, List.of(0));
        assertTrue(model.busyProperty().get());
        assertNull(model.currentMessageProperty().get());
    }

    @Test
    void noTwoCommandsHaveTheSameKey() {
        LadderCommands commands = new LadderCommands(model, () -> {}, _ -> {}, () -> {}, () -> {});
        Set<String> keys = new HashSet<>();
        for (Command command : commands.group().commands()) {
            assertFalse(command.words().isBlank());
            command.keys().forEach(key -> assertTrue(keys.add(key.getName()), key.getName()));
        }
    }

    @Test
    void unusedLifelinesAreNarrowWhereAllWouldNotFit(@TempDir Path folder) throws IOException {
        SipIndex many = SampleCalls.manyHosts(200).index(folder.resolve("many.pcap"));
        model.show(many, List.of(0));
        var size = new org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry.Size(1_280, 720, 0, 0);
        var lanes = sheet().lanes(size, 0, 8, 0);
        assertEquals(200, lanes.count());
        assertTrue(lanes.isWide(8));
        assertFalse(lanes.isWide(9));
        assertTrue(lanes.total() <= size.lanesSeen() + 1, "all are in sight");
        choices.style(l -> l.with(Overlay.FOCUS, false));
        assertTrue(sheet().lanes(size, 0, 8, 0).isWide(150));
    }
}
