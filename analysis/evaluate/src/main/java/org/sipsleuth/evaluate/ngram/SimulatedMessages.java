package org.sipsleuth.evaluate.ngram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.ngram.detection.DialogContexts;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.mutation.FieldPermutation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.read.IndexTruth;

/// The messages of a simulated capture, or of recorded ones. Broken messages that the reader does not recognise as SIP
/// are not among them.
///
/// @param normal those of dialogs in which all is as it should be, in order
/// @param anomalous those that are not, in order
record SimulatedMessages(List<LabelledMessage> normal, List<LabelledMessage> anomalous) {

    private static final String PCAP = "messages.pcap";
    private static final String TRUTH = "messages.truth.json";

    /// Takes copies.
    SimulatedMessages {
        normal = List.copyOf(normal);
        anomalous = List.copyOf(anomalous);
    }

    /// Plays a scenario.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static SimulatedMessages of(String name, long seed, Map<String, String> settings, RunMonitor monitor)
            throws IOException {
        Path folder = Files.createTempDirectory("sipsleuth-ngram");
        try {
            Scenario scenario = Scenarios.named(name).orElseThrow();
            Settings all = Settings.of(Simulation.settings(scenario), settings);
            Path capture = folder.resolve(PCAP);
            Simulation.run(scenario, seed, all, capture, monitor);
            SipIndex index = CaptureIndexer.read(List.of(capture), monitor);
            return read(index, IndexTruth.read(index, monitor), EnumSet.complementOf(EnumSet.of(TrafficClass.NORMAL)));
        } catch (SettingException impossible) {
            throw new IllegalStateException(name, impossible);
        } finally {
            Files.deleteIfExists(folder.resolve(PCAP));
            Files.deleteIfExists(folder.resolve(TRUTH));
            Files.deleteIfExists(folder);
        }
    }

    /// The normal and the malformed messages of recorded captures with ground truth, each dialog with a number of its own.
    static SimulatedMessages recorded(List<Path> captures, ReadOptions reading, RunMonitor monitor) throws IOException {
        SipIndex index = CaptureIndexer.read(captures, reading, monitor);
        return read(index, IndexTruth.read(index, monitor), EnumSet.of(TrafficClass.MUTATION));
    }

    /// @param kinds what is anomalous; messages of other attacks are left out
    private static SimulatedMessages read(SipIndex index, IndexTruth truth, Set<TrafficClass> kinds) {
        List<LabelledMessage> normal = new ArrayList<>();
        List<LabelledMessage> anomalous = new ArrayList<>();
        DialogContexts contexts = DialogContexts.of(index, EmbeddingSettings.PAPER.withContext());
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            boolean isNormal =
                    truth.ofDialog(dialog).filter(label -> label.trafficClass() == TrafficClass.NORMAL).isPresent();
            int[] messages = index.messagesOf(dialog);
            for (int message : messages) {
                boolean isWrong =
                        truth.ofMessage(message).filter(label -> kinds.contains(label.trafficClass())).isPresent();
                if (isNormal || isWrong) {
                    (isNormal ? normal : anomalous).add(new LabelledMessage(index.bytes(message), dialog, !isNormal,
                            truth.mutations(message), contexts.of(message).orElseThrow()));
                }
            }
        }
        return new SimulatedMessages(normal, anomalous);
    }

    /// The first of each kind.
    SimulatedMessages first(int normalCount, int anomalousCount) {
        return new SimulatedMessages(normal.subList(0, Math.min(normalCount, normal.size())),
                anomalous.subList(0, Math.min(anomalousCount, anomalous.size())));
    }

    /// The same with one anomalous message of each of so many dialogs at most, both drawn at
    /// random: messages of one dialog are so alike that they count as one.
    SimulatedMessages ofDialogs(int most, long seed) {
        Set<Integer> seen = new HashSet<>();
        List<LabelledMessage> drawn = Split.shuffled(anomalous, seed)
                .stream()
                .filter(message -> seen.add(message.dialog()))
                .limit(most)
                .toList();
        return new SimulatedMessages(normal, drawn);
    }

    /// The same with the header fields of the anomalous messages in random order: the paper permuted
    /// its attacks only.
    SimulatedMessages withPermutedAttacks(long seed) {
        FieldPermutation permutation = new FieldPermutation(new SeededRandom(seed).of("attacks"));
        return new SimulatedMessages(normal,
                anomalous.stream()
                        .map(each -> each.broken(permutation.mutate(each.bytes(), new ArrayList<>()), List.of()))
                        .toList());
    }

    /// The same with other anomalous messages.
    SimulatedMessages against(List<LabelledMessage> others) {
        return new SimulatedMessages(normal, others);
    }

    /// The same without exact duplicates.
    SimulatedMessages distinct() {
        return new SimulatedMessages(LabelledMessage.distinct(normal), LabelledMessage.distinct(anomalous));
    }
}
