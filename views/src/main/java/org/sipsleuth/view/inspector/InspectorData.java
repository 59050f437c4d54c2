package org.sipsleuth.view.inspector;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.truth.read.IndexTruth;

/// What is known of dialogs beyond the content of the capture.
///
/// @param methods the methods that detected something
/// @param truth the ground truth, if it is to be shown
/// @param detections what the methods found so far
/// @param misfits the models that do not fit the capture
/// @param incidents which incidents rest on dialogs
/// @param legs which of them are legs of one call, once it is known
record InspectorData(Methods methods, Optional<IndexTruth> truth, List<Detection> detections, List<ModelFit> misfits,
        DialogIncidents incidents, Optional<Legs> legs) {

    /// Takes a copy.
    InspectorData {
        detections = List.copyOf(detections);
        misfits = List.copyOf(misfits);
    }

    /// Nothing.
    static InspectorData nothing(Methods methods) {
        return new InspectorData(methods, Optional.empty(), List.of(), List.of(), DialogIncidents.NONE,
                Optional.empty());
    }

    /// The same with other data beside the incidents.
    InspectorData with(Optional<IndexTruth> visible, List<Detection> found, Optional<Legs> ofCalls) {
        return new InspectorData(methods, visible, found, misfits, incidents, ofCalls);
    }

    /// The same with other incidents.
    InspectorData with(DialogIncidents found) {
        return new InspectorData(methods, truth, detections, misfits, found, legs);
    }

    /// The same where other models do not fit.
    InspectorData with(List<ModelFit> other) {
        return new InspectorData(methods, truth, detections, other, incidents, legs);
    }

    /// The same, less what is of another index.
    InspectorData of(SipIndex index) {
        return new InspectorData(methods, truth.filter(truth -> truth.index().equals(index)),
                detections.stream().filter(detection -> Objects.equals(detection.index(), index)).toList(), misfits,
                incidents.isOf(index) ? incidents : DialogIncidents.NONE,
                legs.filter(legs -> legs.index().equals(index)));
    }
}
