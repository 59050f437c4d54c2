package org.sipsleuth.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.sequence.unknown.SequenceMethod;

final class ModelFitTest {

    @TempDir private Path folder;
    private Path own = Path.of("");
    private Path foreign = Path.of("");

    /// A capture with one dialog that the model does not know, and one that it knows nothing of.
    @BeforeEach
    void captures() throws IOException {
        HopScene usual = new HopScene().calls(20).callId("odd").transaction("FETCH 200").after(1_000).calls(1);
        own = folder.resolve("own.pcap");
        usual.write(own);
        HopScene other = new HopScene().after(100_000);
        for (int i = 0; i < 30; i++) {
            other.callId("foreign-" + i).transaction("PATCH 299");
        }
        foreign = folder.resolve("foreign.pcap");
        other.after(1_000).callId("last").transaction("OPTIONS 200").write(foreign);
    }

    private static Investigation found(Path... files) throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(files), RunMonitor.NONE);
        SequenceMethod method = new SequenceMethod();
        return Investigation.of(index, List.of(method.detector(method.shipped()).detect(index, RunMonitor.NONE)));
    }

    private static List<String> titles(Investigation found) {
        return found.findings().stream().map(Finding::statement).map(each -> each.title().text()).toList();
    }

    @Test
    void aForeignCaptureDoesNotMuteTheFindingsOfAnother() throws IOException {
        List<String> alone = titles(found(own));
        assertEquals(1, alone.size(), alone.toString());
        assertEquals(List.of(), titles(found(foreign)));
        assertEquals(alone, titles(found(own, foreign)));
        assertEquals(alone, titles(found(foreign, own)));
    }

    @Test
    void fitIsStatedForEachNetwork() throws IOException {
        Investigation both = found(own, foreign);
        ModelFit fit = both.fits().getFirst();
        assertEquals(List.of(true, false), fit.networks().stream().map(NetworkFit::fits).toList());
        assertFalse(fit.fits());
        assertTrue(fit.fitsAny());
        assertEquals(List.of("foreign.pcap"), fit.misfitFiles(both.index()));
        assertEquals(22 + 31, fit.allDialogs());
        assertEquals(22, fit.judgedDialogs());
        assertEquals(1, fit.judgedUnknown());
    }

    @Test
    void onlyDialogsOfNetworksThatItFitsHaveAMark() throws IOException {
        Investigation both = found(own, foreign);
        SipIndex index = both.index();
        for (int dialog : IntStream.range(0, index.dialogs().size()).toArray()) {
            boolean isForeign = index.dialogs().coverageOf(dialog) == 1;
            assertEquals(isForeign, both.verdicts().of(dialog).isEmpty());
            assertEquals(!isForeign, both.judged(both.fits().getFirst().origin()).test(dialog));
        }
        assertEquals(1, both.verdicts().count(Mark.UNKNOWN));
        assertEquals(Optional.of(Mark.UNKNOWN), both.verdicts().of(20));
        assertEquals(Verdicts.NONE, found(foreign).verdicts());
    }
}
