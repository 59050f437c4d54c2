package org.sipsleuth.flood.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Values;

/// What is known of the flood that a dialog belongs to. Dialogs without flood have no values,
/// except for the score: the highest one of the windows of its server that its INVITEs lie in.
final class FloodFields {

    private FloodFields() {}

    /// The fields with the values of a detection; without values where there is none.
    static List<DynamicField> of(Optional<FloodDetection> detection) {
        return List.of(
                flood("target", FieldKind.TEXT, List.of(), detection, (flood, values) -> values.text(
                        detection.orElseThrow().scores().inputs().windows().attempts().table().host(flood.server()))),
                flood("rate", FieldKind.TEXT, Arrays.stream(FloodRate.values()).map(FloodRate::word).toList(),
                        detection, (flood, values) -> values.text(flood.course().rate().word())),
                flood("behaviour", FieldKind.TEXT,
                        Arrays.stream(FloodBehaviour.values()).map(FloodBehaviour::word).toList(), detection,
                        (flood, values) -> values.text(flood.course().behaviour().word())),
                DynamicField.of("flood.score", FieldKind.REAL, FloodFindings.TEXTS.text("field.score"), List.of(),
                        (index, dialog, values) -> detection.filter(its -> its.isOf(index)).ifPresent(its -> {
                            double score = its.ofDialogs().score(dialog);
                            if (!Double.isNaN(score)) {
                                values.real(score);
                            }
                        })));
    }

    private static DynamicField flood(String name, FieldKind kind, List<String> choices,
            Optional<FloodDetection> detection, BiConsumer<FloodSpan, Values> value) {
        return DynamicField.of("flood." + name, kind, FloodFindings.TEXTS.text("field." + name),
                new ArrayList<>(choices),
                (index, dialog, values) -> detection.filter(its -> its.isOf(index))
                        .flatMap(its -> its.ofDialogs().flood(dialog))
                        .ifPresent(flood -> value.accept(flood, values)));
    }
}
