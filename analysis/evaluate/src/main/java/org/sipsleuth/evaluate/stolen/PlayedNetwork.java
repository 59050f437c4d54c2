package org.sipsleuth.evaluate.stolen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CapturedCalls;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulated;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.read.IndexTruth;

/// What is true of a simulated network.
///
/// @param records all calls
/// @param firstPaid of each stolen account that has one, its first call that was answered, in ns
///     since the epoch
/// @param days how long the capture is
record PlayedNetwork(CallRecords records, Map<String, Long> firstPaid, double days) {

    private static final double NANOS_OF_A_DAY = 86_400e9;

    /// Takes a copy.
    PlayedNetwork {
        firstPaid = Map.copyOf(firstPaid);
    }

    /// What is done with a network while its capture is there.
    @FunctionalInterface
    interface Work<T> {
        T on(PlayedNetwork network, Path capture) throws IOException;
    }

    /// Plays a network and works on it; the capture is deleted afterwards.
    static <T> T with(NetworkCase kind, int callsADay, long seed, RunMonitor monitor, Work<T> work) throws IOException {
        Path folder = Files.createTempDirectory("sipsleuth-stolen");
        Path capture = folder.resolve("network.pcap");
        try {
            Scenario scenario = Scenarios.named(kind.scenario()).orElseThrow();
            Settings settings = Settings.of(Simulation.settings(scenario), kind.settings(callsADay));
            Simulated simulated = Simulation.run(scenario, seed, settings, capture, monitor);
            try {
                return work.on(of(CaptureIndexer.read(List.of(capture), monitor), monitor), capture);
            } finally {
                Files.deleteIfExists(simulated.truth());
            }
        } catch (SettingException impossible) {
            throw new IllegalStateException(kind.scenario(), impossible);
        } finally {
            Files.deleteIfExists(capture);
            Files.deleteIfExists(folder);
        }
    }

    private static PlayedNetwork of(SipIndex index, RunMonitor monitor) throws IOException {
        CallRecords records = CapturedCalls.of(TransactionTable.of(index, monitor), UserNames.AS_WRITTEN);
        IndexTruth truth = IndexTruth.read(index, monitor);
        Map<String, Long> firstPaid = new HashMap<>();
        for (int call = 0; call < records.size(); call++) {
            boolean isFraud = truth.ofDialog(records.origin(call))
                    .flatMap(label -> label.attack())
                    .flatMap(attack -> attack.kind())
                    .filter(AttackKind.TOLL_FRAUD::equals)
                    .isPresent();
            if (isFraud && records.isAnswered(call)) {
                firstPaid.putIfAbsent(records.users().get(records.caller(call)), records.startNanos(call));
            }
        }
        return new PlayedNetwork(records, firstPaid, (records.toNanos() - records.fromNanos()) / NANOS_OF_A_DAY);
    }

    /// How many of these are accounts of the network that nobody stole.
    int others(Collection<String> named) {
        return (int) named.stream()
                .filter(name -> !AbroadRules.isOutside(name) && records.user(name) >= 0)
                .filter(name -> !firstPaid.containsKey(name))
                .count();
    }
}
