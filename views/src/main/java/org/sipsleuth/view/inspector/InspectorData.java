package org.sipsleuth.view.inspector;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.truth.read.IndexTruth;

/// What is known of dialogs beyond the content of the capture.
///
/// @param methods the methods that detected something
/// @param truth the ground truth, if it is to be shown
/// @param detections what the methods found so far
/// @param legs which of them are legs of one call, once it is known
record InspectorData(
        Methods methods,
        Optional<IndexTruth> truth,
        List<Detection> detections,
        Optional<Legs> legs) {

    /// Takes a copy.
    InspectorData {
        detections = List.copyOf(detections);
    }

    /// Nothing.
    static InspectorData nothing(Methods methods) {
        return new InspectorData(methods, Optional.empty(), List.of(), Optional.empty());
    }

    /// The same, less what is of another index.
    InspectorData of(SipIndex index) {
        return new InspectorData(
                methods,
                truth.filter(its -> its.index().equals(index)),
                detections.stream().filter(its -> Objects.equals(its.index(), index)).toList(),
                legs.filter(its -> its.index().equals(index)));
    }
}
