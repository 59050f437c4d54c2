package org.sipsleuth.belief.detection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.TrafficLabels;

/// Captures with ground truth, each read by itself: they come from networks that have nothing to do
/// with each other, so an address that is a phone in one can be a scanner in another, and sources
/// of two simulations at the same time are no group.
final class SeparateCaptures {

    private final BeliefSettings settings;
    private final RunMonitor monitor;

    SeparateCaptures(BeliefSettings settings, RunMonitor monitor) {
        this.settings = settings;
        this.monitor = monitor;
    }

    /// The periods of all captures, each alone.
    ///
    /// @param labels what the messages of all captures together are
    /// @return empty if a capture by itself has other messages than among the others, since it has
    ///     changed, begins in one file and ends in another, or could only be read with options
    /// @throws IOException if a capture cannot be read again
    Optional<LabelledPeriods> periods(SipIndex all, TrafficLabels labels) throws IOException {
        List<LabelledPeriods> periods = new ArrayList<>();
        for (int file = 0; file < all.files().size(); file++) {
            monitor.throwIfCancelled();
            CaptureSummary capture = all.files().get(file);
            SipIndex alone = CaptureIndexer.read(List.of(capture.path()), monitor);
            int[] messages = messages(all, file);
            if (!areSame(all, messages, alone)) {
                return Optional.empty();
            }
            TrafficEvents events = TrafficEvents.of(alone, settings.sources(), monitor);
            periods.add(LabelledPeriods.of(Periods.bySource(events, settings.periods(), DecayRates.PAPER, monitor),
                    message -> labels.of(messages[message]), settings.learning().mostPeriods()));
        }
        return Optional.of(periods.stream().reduce(LabelledPeriods.none(), LabelledPeriods::and));
    }

    private static int[] messages(SipIndex all, int file) {
        return IntStream.range(0, all.messages().size())
                .filter(message -> all.messages().file(message) == file)
                .toArray();
    }

    private static boolean areSame(SipIndex all, int[] messages, SipIndex alone) {
        return messages.length == alone.messages().size() && IntStream.range(0, messages.length)
                .allMatch(each -> all.messages().capturedAtNanos(messages[each])
                        == alone.messages().capturedAtNanos(each));
    }
}
