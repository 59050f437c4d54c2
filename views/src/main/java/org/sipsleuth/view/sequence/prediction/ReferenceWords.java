package org.sipsleuth.view.sequence.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.PredictionStep;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceText;
import org.sipsleuth.view.sequence.prediction.course.Course;
import org.sipsleuth.view.sequence.prediction.course.DialogMessages;
import org.sipsleuth.view.sequence.prediction.course.Moment;
import org.sipsleuth.view.sequence.prediction.course.Percent;
import org.sipsleuth.view.ui.Texts;

/// Says in words what the reference, the tree of all known prefixes, knows of a dialog, and what
/// limits what can be said.
final class ReferenceWords {

    private static final int MOST_EXPECTED = 3;

    private ReferenceWords() {}

    /// What the reference says, a sentence or two.
    static String reference(Moment moment) {
        Optional<Integer> left = moment.leftAt();
        if (left.isPresent()) {
            return departure(moment, left.get());
        }
        PredictionStep step = moment.step();
        int observed = step.score().observed();
        String begins =
                observed >= 0 ? Texts.text("sequence.prediction.reference.whole", name(moment.course(), observed))
                        : Texts.text("sequence.prediction.reference.begins", moment.place());
        return begins + " " + Texts.text("sequence.prediction.reference.step", DifferenceText.shown(moment.type()),
                Percent.of(step.reference().probability()));
    }

    private static String departure(Moment moment, int left) {
        String type = DifferenceText.shown(moment.course().messages().types().get(left - 1));
        if (left == 1) {
            return Texts.text("sequence.prediction.reference.first", type);
        }
        String expected = moment.expectedAt(left)
                .stream()
                .limit(MOST_EXPECTED)
                .map(next -> Texts.text("sequence.prediction.reference.expected", DifferenceText.shown(next.type()),
                        Percent.of(next.probability())))
                .collect(Collectors.joining(", "));
        return expected.isEmpty() ? Texts.text("sequence.prediction.reference.left.end", left, type)
                : Texts.text("sequence.prediction.reference.left", left, type, expected);
    }

    /// The known dialog that is most like the whole dialog, or empty.
    static String nearest(Course course) {
        return course.nearest()
                .map(neighbour -> Texts.text("sequence.prediction.nearest", name(course, neighbour.dialogClass()),
                        DifferenceText.of(neighbour.alignment())))
                .orElse("");
    }

    /// What must be known to read the rest rightly.
    static List<String> notes(Moment moment) {
        List<String> notes = new ArrayList<>();
        SequenceModel model = moment.course().model();
        KnownDialogs known = model.known();
        if (moment.isRepeat()) {
            notes.add(Texts.text("sequence.prediction.note.repeat"));
        }
        if (moment.isUnseen()) {
            notes.add(Texts.text("sequence.prediction.note.unseen", DifferenceText.shown(moment.type())));
        }
        if (moment.score().isCut()) {
            notes.add(Texts.text("sequence.prediction.note.cut", known.length()));
        }
        if (moment.course().messages().isCut()) {
            notes.add(Texts.text("sequence.prediction.note.long", DialogMessages.MOST));
        }
        if (!model.isGrounded()) {
            notes.add(Texts.text("sequence.prediction.note.small", model.trainedDialogs(), known.size(),
                    Math.round(model.expectedUnknown() * 1_000)));
        }
        return notes;
    }

    private static String name(Course course, int known) {
        return SequenceText.name(course.model().known(), known).text();
    }
}
