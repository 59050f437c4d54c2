package org.sipsleuth.app.workbench.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.network.TlsSession;
import org.sipsleuth.app.workbench.status.Chip.Part;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.session.filter.FilterTasks;

class StatusBarViewModelTest {

    @TempDir Path directory;
    private final SelectionModel selection = new SelectionModel();
    private final StatusBarViewModel model =
            new StatusBarViewModel(selection, new FilterModel(new FilterTasks(Runnable::run)));

    private Path sample(String file) throws IOException {
        SampleCapture found =
                SampleCaptures.list().stream().filter(sample -> sample.file().equals(file)).findFirst().orElseThrow();
        return SampleCaptures.copyTo(found, directory);
    }

    @Test
    void countsWhatIsShown() throws IOException {
        model.show(CaptureIndexer.read(List.of(sample("busy.pcap")), RunMonitor.NONE));
        assertEquals("7 messages   1 dialog", model.countsProperty().get());
        assertEquals("", model.notReadProperty().get());
        assertEquals("", model.damageProperty().get());
    }

    @Test
    void onlyFramesThatMayHoldSipAreNotRead() throws IOException {
        Path tls = directory.resolve("tls.pcap");
        Files.write(tls, TlsSession.capture(TlsSession.TLS13));
        SipIndex closed = CaptureIndexer.read(List.of(tls), RunMonitor.NONE);
        model.show(closed);
        long frames = closed.files()
                .getFirst()
                .unread()
                .stream()
                .filter(unread -> unread.reason().equals("TLS without keys"))
                .mapToLong(UnreadFrames::frames)
                .sum();
        assertTrue(frames < closed.files().getFirst().frames(), "some are handshake");
        assertEquals(frames + " not decoded", model.notReadProperty().get());
        assertTrue(model.losingProperty().get());
        String details = model.notReadDetailsProperty().get();
        assertTrue(details.contains(frames + " frames may contain SIP that could not be decoded"), details);
        assertTrue(details.contains("drop a key log"), details);

        Path keys = Files.writeString(directory.resolve("keys"), TlsSession.TLS13.keys());
        SipIndex open = CaptureIndexer.read(List.of(tls), new ReadOptions(List.of(keys)), RunMonitor.NONE);
        model.show(open);
        long others = open.files().getFirst().unread().stream().mapToLong(UnreadFrames::frames).sum();
        assertEquals(others + " frames without SIP", model.notReadProperty().get());
        assertFalse(model.losingProperty().get());
        details = model.notReadDetailsProperty().get();
        assertTrue(details.startsWith("No frame is known to contain undecoded SIP"), details);
        assertFalse(details.contains("key log"), details);
    }

    @Test
    void reportsWhichFileIsDamagedAndWhere() throws IOException {
        byte[] whole = Files.readAllBytes(sample("lossy.pcap"));
        Path cut = Files.write(directory.resolve("cut.pcap"), Arrays.copyOf(whole, 5000));
        model.show(CaptureIndexer.read(List.of(sample("busy.pcap"), cut), RunMonitor.NONE));
        assertEquals("File damaged", model.damageProperty().get());
        String details = model.damageDetailsProperty().get();
        assertTrue(details.startsWith("Reading of cut.pcap stopped at byte "), details);
    }

    @Test
    void chipsStayWhereTheirWordsDo() {
        selection.set(Selection.NONE.withDialogs(List.of(1)).withMessages(List.of(5)));
        List<String> changes = new ArrayList<>();
        model.chips().addListener((ListChangeListener<Chip>) each -> changes.add(each.toString()));
        selection.set(Selection.NONE.withDialogs(List.of(2)).withMessages(List.of(9)));
        assertEquals(List.of(), changes);
        selection.set(Selection.NONE.withDialogs(List.of(2, 3)));
        assertEquals(1, changes.size());
    }

    @Test
    void everyPartOfTheSelectionIsAChipThatDropsIt() {
        selection.set(new Selection(Optional.of(new TimeRange(0, 60_000_000_000L)), List.of(1, 2), List.of(5)));
        assertEquals(List.of("00:00:00.000 – 00:01:00.000", "2 dialogs", "1 message"),
                model.chips().stream().map(Chip::words).toList());
        model.drop(Part.MESSAGES);
        assertEquals(List.of(), selection.get().messages());
        model.drop(Part.TIME);
        assertEquals(List.of(1, 2), selection.get().dialogs());
        model.drop(Part.DIALOGS);
        assertEquals(Selection.NONE, selection.get());
        assertTrue(model.chips().isEmpty());
    }
}
