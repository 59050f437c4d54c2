package org.sipsleuth.samples.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.samples.truth.RecordedTruth.Attack;
import org.sipsleuth.samples.truth.RecordedTruth.Dialog;
import org.sipsleuth.samples.truth.RecordedTruth.Message;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.MutatedBytes;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.IndexTruth;

/// What the window tells of the recordings when it is asked for the truth, against their files.
@ParameterizedClass
@MethodSource("recordings")
class ShownTruthTest {
    private static final Path FOLDER = Path.of("").toAbsolutePath();

    private final RecordedTruth truth;
    private final SipIndex index;
    private final IndexTruth shown;
    private final Map<Integer, Message> named = new HashMap<>();

    ShownTruthTest(SampleCapture sample) throws IOException {
        truth = RecordedTruth.read(FOLDER.resolve(sample.truthFile()));
        index = CaptureIndexer.read(List.of(FOLDER.resolve(sample.file())), RunMonitor.NONE);
        shown = IndexTruth.read(index, RunMonitor.NONE);
        truth.messages().forEach(message -> named.put(message.frame(), message));
    }

    static List<SampleCapture> recordings() {
        return SampleCaptures.list().stream().filter(SampleCaptures::hasTruth).toList();
    }

    @Test
    void everyDialogHasTheClassOfTheFile() {
        int found = 0;
        for (Dialog dialog : truth.dialogs()) {
            int number = index.dialogs().find(dialog.callId());
            if (number >= 0) {
                found++;
                TruthLabel label = shown.ofDialog(number).orElseThrow();
                assertEquals(dialog.trafficClass(), label.trafficClass().text());
                assertEquals(dialog.attack(), id(label), dialog.callId());
            }
        }
        assertTrue(found > 20, found + " dialogs");
    }

    @Test
    void everyMessageOfAnAttackIsReportedAndNoOther() {
        for (int message = 0; message < index.messages().size(); message++) {
            int frame = index.messages().frame(message);
            TruthLabel label = shown.ofMessage(message).orElseThrow();
            Optional<Message> reported = Optional.ofNullable(named.get(frame));
            assertEquals(reported.map(Message::attack), id(label), "frame " + frame);
            assertEquals(reported.map(Message::trafficClass).orElse("normal"), label.trafficClass().text(),
                    "frame " + frame);
        }
    }

    @Test
    void everyAttackIsSummedUp() {
        Map<String, AttackFacts> facts = new HashMap<>();
        for (int message = 0; message < index.messages().size(); message++) {
            TruthLabel label = shown.ofMessage(message).orElseThrow();
            shown.attack(label, message).ifPresent(its -> facts.put(its.attack().id(), its));
        }
        assertEquals(truth.attacks().size(), facts.size());
        for (Attack attack : truth.attacks()) {
            AttackFacts its = facts.get(attack.id());
            assertEquals(attack.trafficClass(), its.attack().trafficClass().text());
            assertEquals(attack.frames().size(), its.messages());
            assertEquals(attack.from().movePointRight(9).longValueExact(), its.fromNanos());
            assertEquals(attack.to().movePointRight(9).longValueExact(), its.toNanos());
        }
    }

    @Test
    void theChangedBytesOfAMessageLieInIt() {
        boolean mutated = truth.attacks().stream().anyMatch(a -> a.trafficClass().equals("mutation"));
        int changed = 0;
        for (int message = 0; message < index.messages().size(); message++) {
            for (MutatedBytes bytes : shown.mutations(message)) {
                changed++;
                assertTrue(bytes.from() <= bytes.to(), bytes::toString);
                assertTrue(bytes.to() <= index.messages().lengthBytes(message), bytes::toString);
            }
        }
        assertEquals(mutated, changed > 200, changed + " messages");
    }

    private static Optional<String> id(TruthLabel label) {
        return label.attack().map(attack -> attack.id());
    }
}
