package org.sipsleuth.ngram.detection;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;

/// What is known of the messages of a dialog: `ngram.score`, `ngram.anomalous`,
/// and by which test of header fields.
final class NgramFields {

    private NgramFields() {}

    /// The fields with the values of a detection; without values where there is none.
    static List<DynamicField> of(Optional<NgramDetection> detection) {
        return List.of(
                DynamicField.of("ngram.score", FieldKind.REAL, NgramMethod.TEXTS.text("field.score"), List.of(),
                        (index, dialog, values) -> detection.filter(its -> its.isOf(index) && isKnown(its, dialog))
                                .ifPresent(its -> values.real(its.scoreOfDialog(dialog)))),
                DynamicField.of("ngram.anomalous", FieldKind.WHOLE, NgramMethod.TEXTS.text("field.anomalous"),
                        List.of(),
                        (index, dialog, values) -> detection.filter(its -> its.isOf(index) && isKnown(its, dialog))
                                .ifPresent(its -> values.whole(its.anomalousIn(dialog)))),
                marked("ngram.names", HeaderTest.NAMES, "field.names", detection),
                marked("ngram.long", HeaderTest.LENGTHS, "field.long", detection));
    }

    private static DynamicField marked(String name, HeaderTest test, String text, Optional<NgramDetection> detection) {
        return DynamicField.of(name, FieldKind.WHOLE, NgramMethod.TEXTS.text(text), List.of(),
                (index, dialog, values) -> detection.filter(its -> its.isOf(index) && isKnown(its, dialog))
                        .ifPresent(its -> values.whole(its.markedIn(dialog, test))));
    }

    private static boolean isKnown(NgramDetection detection, int dialog) {
        return dialog < detection.index().dialogs().size();
    }
}
