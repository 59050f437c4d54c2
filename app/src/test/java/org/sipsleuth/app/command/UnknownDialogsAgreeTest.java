package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.field.VerdictFields;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.session.CaptureSession;
import org.sipsleuth.triage.TriageCause;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriageQueue;
import org.sipsleuth.view.dialogs.table.query.DialogMarks;
import org.sipsleuth.view.sequence.state.SequenceRows;

/// *Unknown* means the same wherever it is counted.
final class UnknownDialogsAgreeTest {

    private static final List<String> SAMPLES =
            List.of("call.pcap", "office-hour.pcap", "incident.pcap", "scan.pcap", "torture.pcap");

    @TempDir private Path folder;

    private List<Path> captures() throws IOException {
        List<Path> captures = new ArrayList<>();
        for (String file : SAMPLES) {
            SampleCapture sample =
                    SampleCaptures.list().stream().filter(each -> each.file().equals(file)).findFirst().orElseThrow();
            captures.add(SampleCaptures.copyTo(sample, folder));
        }
        captures.add(odd(captures.get(1), 3, 3));
        captures.add(odd(captures.get(1), 4, 8));
        captures.add(odd(captures.get(2), 5, 11));
        captures.add(odd(captures.get(1), 60, 3)); // more than the model fits
        return captures;
    }

    /// A capture with odd dialogs in it.
    private Path odd(Path onto, int dialogs, int seed) throws IOException {
        Path capture = folder.resolve("%d-odd-in-%s".formatted(dialogs, onto.getFileName()));
        Run run = Run.of("simulate", "odd-dialogs", "--onto", onto.toString(), "-o", capture.toString(), "--seed",
                Integer.toString(seed), "--set", "normal-dialogs=0", "--set", "odd-dialogs=" + dialogs);
        assertEquals(0, run.code(), run.err());
        return capture;
    }

    @Test
    void everyPlaceCountsTheSameUnknownDialogs() throws Exception {
        int unknown = 0;
        int misfits = 0;
        for (Path capture : captures()) {
            SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
            Investigation found = investigation(index);
            Map<String, Integer> counts = counts(capture, index, found);
            int first = counts.values().iterator().next();
            counts.forEach((place, count) -> assertEquals(first, count, place + " of " + capture.getFileName()));
            unknown += first;
            if (!found.fits().getFirst().fits()) {
                misfits++;
                assertEquals(0, first);
                assertFalse(new DialogMarks(index, VerdictFields.of(found.verdicts())).areKnown());
            } else {
                assertEquals(first, rows(index).count(Mark.UNKNOWN), "page");
                assertEquals(first, queue(found).unknownDialogs(), "triage");
                assertEquals(first, found.fits().getFirst().judgedUnknown(), "overview, report");
            }
        }
        assertTrue(unknown > 20, unknown + " unknown dialogs are too few to compare by");
        assertTrue(misfits > 0, "a capture that the model does not fit");
    }

    @Test
    void unknownListsWhatTriageQueuesNetworkByNetwork() throws Exception {
        List<Path> captures = captures();
        List<Path> fitting = captures.subList(5, 6);
        List<Path> misfit = captures.subList(8, 9);
        List<Path> both = List.of(fitting.getFirst(), misfit.getFirst());
        for (List<Path> open : List.of(fitting, misfit, both)) {
            SipIndex index = CaptureIndexer.read(open, RunMonitor.NONE);
            Investigation found = investigation(index);
            Set<Integer> listed = new TreeSet<>();
            SequenceRows
                    .of(detection(index), Optional.empty(), Optional.empty(), found.judged(detection(index).origin()),
                            RunMonitor.NONE)
                    .novelties()
                    .forEach(row -> listed.addAll(row.dialogs()));
            Set<Integer> queued = new TreeSet<>();
            Set<Integer> steps = new TreeSet<>();
            for (TriageItem item : queue(found).items()) {
                queued.addAll(item.dialogs());
                boolean isStep = item.cause().source() != TriageCause.Source.PROBLEM
                        && item.cause().source() != TriageCause.Source.PERIOD;
                steps.addAll(isStep ? item.dialogs() : List.of());
            }
            assertTrue(queued.containsAll(listed), "queued: " + queued + ", listed: " + listed);
            assertTrue(listed.containsAll(steps), "steps: " + steps + ", listed: " + listed);
        }
    }

    private static TriageQueue queue(Investigation found) {
        return TriageQueue.of(found, RunMonitor.NONE).orElseThrow();
    }

    private static Map<String, Integer> counts(Path capture, SipIndex index, Investigation found) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("analyze", analyzed(capture));
        counts.put("dialogs, dialog.unknown", listed(capture, "dialog.unknown == 1"));
        counts.put("dialogs, dialog.mark", listed(capture, "dialog.mark == \"unknown\""));
        DialogMarks marks = new DialogMarks(index, VerdictFields.of(found.verdicts()));
        counts.put("list",
                (int) IntStream.range(0, index.dialogs().size())
                        .filter(dialog -> marks.of(dialog).equals(Optional.of(Mark.UNKNOWN)))
                        .count());
        return counts;
    }

    private static int listed(Path capture, String filter) throws IOException {
        Run run = Run.of("dialogs", capture.toString(), "--model", "shipped", "--filter", filter, "--format", "csv");
        assertEquals(0, run.code(), run.err());
        return run.records().size();
    }

    /// As the report of the command has it; 0 where no dialog has a mark.
    @SuppressWarnings("unchecked")
    private static int analyzed(Path capture) throws IOException {
        Run run = Run.of("analyze", capture.toString(), "--format", "json");
        Map<String, Object> report = JsonText.object(run.out());
        Map<String, Object> fit = ((List<Map<String, Object>>) report.get("model_fit")).getFirst();
        Map<String, Object> marks = (Map<String, Object>) fit.get("marks");
        return marks == null ? 0 : ((Number) marks.get("unknown")).intValue();
    }

    private static Investigation investigation(SipIndex index) throws IOException {
        List<Detector> detectors = new ArrayList<>();
        for (ModelFile model : Methods.standard().shipped()) {
            detectors.add(Methods.standard().detector(model));
        }
        return CaptureSession.investigate(index, detectors, Runnable::run, RunMonitor.NONE);
    }

    private static SequenceDetection detection(SipIndex index) throws IOException {
        ModelFile model = Methods.standard().named(SequenceModel.KIND).orElseThrow().shipped();
        return SequenceDetection.of(index, SequenceModel.open(model), RunMonitor.NONE);
    }

    private static SequenceRows rows(SipIndex index) throws IOException {
        return SequenceRows.of(detection(index), Optional.empty(), Optional.empty(), _ -> true, RunMonitor.NONE);
    }
}
