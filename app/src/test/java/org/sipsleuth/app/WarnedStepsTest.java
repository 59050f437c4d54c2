package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.hint.FoundHint;
import org.sipsleuth.dialog.hint.HintReader;
import org.sipsleuth.dialog.note.DialogNotes;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;

/// How many steps of calls have a warning in the window: a note at the ladder, a hint whose
/// evidence the message is, or a prefix that is unknown.
final class WarnedStepsTest {

    @TempDir private Path folder;

    /// The steps of the calls of a capture.
    ///
    /// @param warned those with a warning of any kind
    /// @param kinds how many steps have each
    private record Steps(int calls, int steps, int warned, Map<String, Integer> kinds) {

        static Steps of(Path file) throws IOException {
            SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
            ModelFile model = Methods.standard().named(SequenceModel.KIND).orElseThrow().shipped();
            SequenceDetection detection =
                    SequenceDetection.of(index, SequenceModel.open(model), RunMonitor.NONE);
            HintReader hints = new HintReader(index);
            OutcomeReader outcomes = new OutcomeReader(index);
            int calls = 0;
            int steps = 0;
            int warned = 0;
            Map<String, Integer> kinds = new TreeMap<>();
            for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
                int[] messages = index.messagesOf(dialog);
                if (!isCall(index, messages)) {
                    continue;
                }
                calls++;
                steps += messages.length;
                Map<Integer, Set<String>> at = new TreeMap<>();
                DialogNotes.of(index, List.of(dialog), RunMonitor.NONE)
                        .forEach(note -> put(at, note.message(), "note: " + note.rule().title()));
                for (FoundHint hint : hints.of(dialog, outcomes.of(dialog))) {
                    hint.evidence()
                            .forEach(message -> put(at, message, "hint: " + hint.hint().label()));
                }
                OptionalInt from = detection.unknownFrom(dialog);
                for (int message : messages) {
                    if (from.isPresent() && message >= from.getAsInt()) {
                        put(at, message, "prefix: unknown");
                    }
                }
                warned += at.size();
                at.values()
                        .forEach(each -> each.forEach(kind -> kinds.merge(kind, 1, Integer::sum)));
            }
            return new Steps(calls, steps, warned, kinds);
        }

        private static void put(Map<Integer, Set<String>> at, int message, String kind) {
            at.computeIfAbsent(message, _ -> new TreeSet<>()).add(kind);
        }

        private static boolean isCall(SipIndex index, int[] messages) {
            for (int message : messages) {
                if (index.messages().isRequest(message) && index.messages().isOfInvite(message)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void noStepOfAnHourInAnOfficeIsWarned() throws IOException {
        Path file =
                SampleCaptures.copyTo(
                        SampleCaptures.list().stream()
                                .filter(sample -> sample.file().equals("office-hour.pcap"))
                                .findFirst()
                                .orElseThrow(),
                        folder);
        Steps steps = Steps.of(file);
        assertEquals(Map.of(), steps.kinds());
        assertEquals(40, steps.calls());
        assertEquals(0, steps.warned());
    }

    /// Prints the steps with a warning, by kind, of the captures in the folder
    /// `-Dwarned.captures` and its subfolders.
    @Test
    @EnabledIfSystemProperty(named = "warned.captures", matches = ".+")
    void stepsOfOtherCaptures() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(System.getProperty("warned.captures")))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            try {
                System.out.println(file.getFileName() + " " + Steps.of(file));
            } catch (IOException notACapture) {
                System.out.println(file.getFileName() + " is no capture");
            }
        }
    }
}
