package org.sipsleuth.casefile.entry;

import java.util.Optional;
import org.sipsleuth.casefile.store.Row;

/// Where in the evidence something is: what the analyst had in view.
///
/// @param capture the SHA-256 of the capture
/// @param frame the first frame, from 1
/// @param callId the Call-ID, or empty
public record Place(String capture, long frame, String callId) {

    /// Whether it is in the same dialog of the same capture.
    boolean isSameDialog(Place other) {
        return !callId.isEmpty() && callId.equals(other.callId) && capture.equals(other.capture);
    }

    Row addedTo(Row row) {
        return row.with("capture", capture).with("frame", frame).with("call_id", callId);
    }

    static Optional<Place> of(Row row) {
        return row.optionalText("capture").map(capture -> new Place(capture, row.number("frame"), row.text("call_id")));
    }
}
