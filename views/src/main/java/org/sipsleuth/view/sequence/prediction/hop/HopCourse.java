package org.sipsleuth.view.sequence.prediction.hop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sipsleuth.sequence.novelty.DialogSteps;
import org.sipsleuth.sequence.novelty.HopStep;
import org.sipsleuth.sequence.novelty.HopTimes;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.triage.Departure;
import org.sipsleuth.view.session.page.MessageSurprise;

/// The steps of one dialog on its hops, where it departs, and how long such steps take. Immutable.
///
/// @param steps of the dialog
/// @param departures from which messages it departs, in their order, as *Triage* lists them
/// @param times of the known dialogs of its network; empty until they are worked out
/// @param isJudged whether the model fits its network, so that a step that training never saw is a
///     verdict
public record HopCourse(DialogSteps steps, List<Departure> departures, Optional<HopTimes> times, boolean isJudged) {

    /// Takes a copy.
    public HopCourse {
        departures = List.copyOf(departures);
    }

    /// What scored the steps.
    public NoveltyModel model() {
        return steps.novelty().model();
    }

    /// The departures at a message.
    List<Departure> at(int message) {
        return departures.stream().filter(each -> each.message() == message).toList();
    }

    /// Whether the dialog departs from a message.
    public boolean departsAt(int message) {
        return !at(message).isEmpty();
    }

    /// The surprise of the messages, for the ladder.
    public MessageSurprise surprise() {
        Map<Integer, Double> bits = new HashMap<>();
        for (HopStep each : steps.all()) {
            bits.merge(each.message(), each.step().bits(), Math::max);
        }
        Map<Integer, String> departing = new TreeMap<>();
        for (Departure each : departures) {
            departing.computeIfAbsent(each.message(), message -> new HopMoment(this, message).departing());
        }
        return new MessageSurprise(bits, departing);
    }
}
