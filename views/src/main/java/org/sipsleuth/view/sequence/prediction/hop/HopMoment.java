package org.sipsleuth.view.sequence.prediction.hop;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.sequence.novelty.DialogSteps;
import org.sipsleuth.sequence.novelty.HopStep;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.view.sequence.prediction.course.HopValues;
import org.sipsleuth.view.sequence.prediction.course.Likely;
import org.sipsleuth.view.ui.MarkStyle;

/// One message of a dialog on its hop. Immutable.
///
/// @param course the whole dialog
/// @param message the message of the index
public record HopMoment(HopCourse course, int message) {

    private static final String DEPARTURE = "▲";

    /// How a message stands to where its dialog departs.
    public enum Standing {
        /// The dialog departs from it.
        DEPARTS,
        /// The dialog departed from an earlier message.
        DEPARTED,
        /// Nothing has departed so far.
        KNOWN
    }

    /// How the dialog stands at the message.
    public Standing standing() {
        return course.departsAt(message) ? Standing.DEPARTS
                : course.departures().stream().anyMatch(each -> each.message() < message) ? Standing.DEPARTED
                : Standing.KNOWN;
    }

    DialogSteps steps() {
        return course.steps();
    }

    NoveltyModel model() {
        return course.model();
    }

    /// The step of the message; of a retransmission, that of its transaction so far.
    Optional<HopStep> step() {
        return steps().standing(message);
    }

    /// What departs at the message, in the words of the panel.
    String departing() {
        return HopText.departing(this);
    }

    /// Which words the panel leads with.
    public List<String> sentences() {
        return HopText.sentences(this);
    }

    /// What usually follows in the transaction, the most probable first.
    public List<Following> following() {
        return HopText.following(this);
    }

    /// Which transaction usually follows on the hop, the most probable first; empty before the
    /// transaction is at its end.
    public List<Following> nextTransactions() {
        return HopText.nextTransactions(this);
    }

    /// The timer of RFC 3261 that runs now, in words; empty where none does.
    public String timer() {
        return HopText.timer(this);
    }

    /// The verdict of the dialog so far; empty where the model does not fit its network.
    public Optional<Mark> mark() {
        boolean isUnknown = steps().firstUnseen().filter(step -> step.message() <= message).isPresent();
        return course.isJudged() ? Optional.of(isUnknown ? Mark.UNKNOWN : Mark.KNOWN) : Optional.empty();
    }

    /// The sign before the words: that of the ladder where the dialog departs or has departed, else
    /// that of the verdict; empty where there is none.
    public String sign() {
        return standing() == Standing.KNOWN ? mark().map(MarkStyle::shape).orElse("") : DEPARTURE;
    }

    /// What is copied of the message.
    public HopValues values() {
        return new HopValues(steps().bits(message), standing().name().toLowerCase(Locale.ROOT),
                sentences().getFirst());
    }

    /// The place of the message in the dialog, from 1, retransmissions included.
    public int place() {
        return steps().place(message);
    }

    /// The messages that usually come next, the likeliest first: in the transaction, and where that
    /// usually ends the requests that follow it.
    ///
    /// @param most how many at most
    public List<Likely> likely(int most) {
        List<Following> next = nextTransactions();
        Map<String, Likely> byType = new LinkedHashMap<>();
        for (Following each : next.isEmpty() ? following() : next) {
            if (!each.type().isEmpty()) {
                byType.merge(each.type(), new Likely(each.type(), each.probability(), each.came()),
                        (one, other) -> new Likely(one.type(), one.probability() + other.probability(),
                                one.came() || other.came()));
            }
        }
        return byType.values()
                .stream()
                .sorted(Comparator.comparingDouble(Likely::probability).reversed())
                .limit(most)
                .toList();
    }

    /// Another message of the same dialog.
    public HopMoment at(int other) {
        return new HopMoment(course, other);
    }

    /// What a bar of the message shows, in words.
    public String barText() {
        return HopText.bar(this);
    }

    /// The hop of the message, with the direction.
    public String hop() {
        return HopText.hop(this);
    }

    /// All that the panel says of the message, line by line.
    public String text() {
        return HopText.all(this);
    }
}
