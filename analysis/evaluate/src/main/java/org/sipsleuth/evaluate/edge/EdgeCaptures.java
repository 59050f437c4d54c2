package org.sipsleuth.evaluate.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.traffic.Border;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulated;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.truth.TrafficLabels;
import org.sipsleuth.truth.read.IndexTruth;

/// Simulates captures of attacks, as their border sees them.
final class EdgeCaptures {

    private static final String NORMAL = "normal";

    /// What is done with a capture.
    @FunctionalInterface
    interface Work<T> {
        T on(ReplayInput input) throws IOException;
    }

    private EdgeCaptures() {}

    /// Simulates a case and works on it; the capture is deleted afterwards.
    static <T> T with(String name, Map<String, String> values, long seed, RunMonitor monitor, Work<T> work)
            throws IOException {
        Path folder = Files.createTempDirectory("sipsleuth-evaluate");
        Path capture = folder.resolve("edge.pcap");
        try {
            Scenario scenario = Scenarios.named(name).orElseThrow();
            Settings settings = Settings.of(Simulation.settings(scenario), values);
            Simulated simulated = Simulation.run(scenario, seed, settings, capture, monitor);
            try {
                SipIndex index = CaptureIndexer.read(List.of(simulated.capture()), monitor);
                return work.on(of(index, monitor));
            } finally {
                Files.deleteIfExists(simulated.truth());
            }
        } catch (SettingException impossible) {
            throw new IllegalStateException("The case has wrong settings", impossible);
        } finally {
            Files.deleteIfExists(capture);
            Files.deleteIfExists(folder);
        }
    }

    private static ReplayInput of(SipIndex index, RunMonitor monitor) throws IOException {
        TrafficLabels labels = IndexTruth.read(index, monitor).labels();
        BitSet attack = new BitSet();
        for (int message = 0; message < index.messages().size(); message++) {
            attack.set(message, !labels.of(message).orElse(NORMAL).equals(NORMAL));
        }
        TransactionTable table = TransactionTable.of(index, monitor);
        HostRoles roles = HostRoles.of(table);
        return ReplayInput.of(roles, Border.ofServers(roles), attack, monitor);
    }
}
