package org.sipsleuth.evaluate.belief;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.observation.SourceRule;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulated;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.TrafficLabels;
import org.sipsleuth.truth.read.IndexTruth;

/// A capture of which is known what each message is.
///
/// @param events what the counters need of it
/// @param labels what its messages are
record LabelledTraffic(TrafficEvents events, TrafficLabels labels) {

    /// Plays all cases.
    ///
    /// @param seeds one for each case
    static List<LabelledTraffic> simulated(PlayedSeeds seeds, RunMonitor monitor) throws IOException {
        List<LabelledTraffic> all = new ArrayList<>();
        for (BeliefCase each : BeliefCase.all()) {
            monitor.throwIfCancelled();
            all.add(simulated(each, seeds.at(all.size()), monitor));
        }
        return all;
    }

    /// Plays one.
    static LabelledTraffic simulated(BeliefCase traffic, long seed, RunMonitor monitor) throws IOException {
        Path folder = Files.createTempDirectory("sipsleuth-belief");
        try {
            Scenario scenario = Scenarios.named(traffic.scenario()).orElseThrow();
            Settings settings = Settings.of(Simulation.settings(scenario), traffic.settings());
            Path capture = folder.resolve("traffic.pcap");
            Simulated simulated = Simulation.run(scenario, seed, settings, capture, monitor);
            return recorded(simulated.capture(), monitor);
        } catch (SettingException impossible) {
            throw new IllegalStateException(traffic.name(), impossible);
        } finally {
            // The mapped capture stays readable after its name is gone.
            Files.deleteIfExists(folder.resolve("traffic.pcap"));
            Files.deleteIfExists(folder.resolve("traffic.truth.json"));
            Files.deleteIfExists(folder);
        }
    }

    /// A capture with a truth beside it.
    static LabelledTraffic recorded(Path capture, RunMonitor monitor) throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(capture), monitor);
        TrafficLabels labels = IndexTruth.read(index, monitor).labels();
        return new LabelledTraffic(TrafficEvents.of(index, SourceRule.POOLED, monitor), labels);
    }

    /// Its periods of known class.
    LabelledPeriods periods(PeriodSettings settings, RunMonitor monitor) {
        return LabelledPeriods.of(Periods.bySource(events, settings, DecayRates.PAPER, monitor), labels);
    }

    /// The periods of several captures.
    static LabelledPeriods periods(List<LabelledTraffic> all, PeriodSettings settings, RunMonitor monitor) {
        LabelledPeriods periods = LabelledPeriods.none();
        for (LabelledTraffic each : all) {
            periods = periods.and(each.periods(settings, monitor));
        }
        return periods;
    }
}
