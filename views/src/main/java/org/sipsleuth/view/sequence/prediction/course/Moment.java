package org.sipsleuth.view.sequence.prediction.course;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.PredictionStep;
import org.sipsleuth.sequence.SequenceScore;
import org.sipsleuth.sequence.Thresholds;

/// One place in the course of a dialog: what the model says after so many messages. Immutable.
///
/// @param course the whole dialog
/// @param place after how many messages, from 1
/// @param isRepeat whether the message at hand is a retransmission, which says nothing new
public record Moment(Course course, int place, boolean isRepeat) {

    /// A statistic of the network's output beside its threshold; below it is anomalous.
    public record Statistic(double value, double threshold) {
        /// Whether it lies below its threshold: anomalous.
        public boolean isBelow() {
            return value < threshold;
        }
    }

    public PredictionStep step() {
        return course.steps().get(place - 1);
    }

    public SequenceScore score() {
        return step().score();
    }

    private Thresholds thresholds() {
        return course.model().thresholds();
    }

    private KnownDialogs known() {
        return course.model().known();
    }

    /// What the network says by skewness and kurtosis.
    public NetworkMark byMoments() {
        return thresholds().byMoments(score());
    }

    /// What the network says by its maximum output.
    public NetworkMark byMaximum() {
        return thresholds().byMaximum(score());
    }

    /// Whether the messages so far are known as a whole: sequences of training begin like them, and
    /// one is like them where no message follows. Dialogs as a whole are what a model without hops
    /// judges.
    public Mark byReference() {
        boolean isKnown = following().isPresent() ? step().reference().isKnown() : score().isObserved();
        return isKnown ? Mark.KNOWN : Mark.UNKNOWN;
    }

    public Statistic skewness() {
        return new Statistic(score().skewness(), thresholds().skewness());
    }

    public Statistic kurtosis() {
        return new Statistic(score().kurtosis(), thresholds().kurtosis());
    }

    /// The threshold is that of the known dialog that leads.
    public Statistic maximum() {
        return new Statistic(score().maximum(), thresholds().leastMaximum(score().best()));
    }

    /// The message types up to here.
    public List<String> types() {
        return course.messages().types().subList(0, place);
    }

    /// The type of the last message up to here.
    public String type() {
        return course.messages().types().get(place - 1);
    }

    /// The type of the message after this one, if there is one.
    public Optional<String> following() {
        List<String> types = course.messages().types();
        return place < types.size() ? Optional.of(types.get(place)) : Optional.empty();
    }

    /// Whether the dialog has ended here: no message follows, and its outcome is decided.
    public boolean isEnd() {
        return following().isEmpty() && course.messages().isDecided();
    }

    /// Which messages may come next, the likeliest first.
    ///
    /// @param most how many at most
    public List<Likely> likely(int most) {
        Optional<String> following = following();
        return step().next()
                .stream()
                .limit(most)
                .map(next -> new Likely(next.type(), next.probability(),
                        following.filter(next.type()::equals).isPresent()))
                .toList();
    }

    /// How often a dialog that came this far ended here in training, in [0, 1]; empty where it has
    /// left the known, or so many messages may follow that not all are kept.
    public Optional<Double> ending() {
        List<PredictionStep.Next> next = step().next();
        if (!step().reference().isKnown() || next.size() >= CourseReader.MOST_KEPT) {
            return Optional.empty();
        }
        double goesOn = next.stream().mapToDouble(PredictionStep.Next::probability).sum();
        return Optional.of(Math.max(0, 1 - goesOn));
    }

    /// The place, from 1, of the message with which the dialog left the known for good, as far as
    /// it has come; empty while it is known.
    public Optional<Integer> leftAt() {
        int first = place;
        while (first > 0 && !course.steps().get(first - 1).reference().isKnown()) {
            first--;
        }
        return first == place ? Optional.empty() : Optional.of(first + 1);
    }

    /// What came in training where the dialog left the known.
    public List<PredictionStep.Next> expectedAt(int left) {
        return left < 2
                ? known().tree()
                        .continuations(known().tree().root())
                        .stream()
                        .map(next -> new PredictionStep.Next(next.type(), next.probability()))
                        .toList()
                : course.steps().get(left - 2).next();
    }

    /// Whether training never saw the last message's type.
    public boolean isUnseen() {
        return !known().alphabet().types().contains(type());
    }

    /// The probability of a known dialog after so many messages, or 0 where it is not among the
    /// first.
    public double probability(int known, int after) {
        return course.steps()
                .get(after - 1)
                .leading()
                .stream()
                .filter(leading -> leading.known() == known)
                .mapToDouble(PredictionStep.Leading::probability)
                .findFirst()
                .orElse(0);
    }
}
